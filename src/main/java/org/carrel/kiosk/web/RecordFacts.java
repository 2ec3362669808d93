package org.carrel.kiosk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.BibRecord.Series;

/** The description of a record as rows of a list: only what it has. Addresses are shown, not linked: a kiosk stays here. */
final class RecordFacts {
    private final Words words;
    private final List<Fact> facts = new ArrayList<>();

    private RecordFacts(Words words) {
        this.words = words;
    }

    /** @param key of the label, {@code record.…}; one row never has no values */
    public record Fact(String key, List<Value> values) {}

    /** @param path of a search for this value, empty when there is none */
    public record Value(String text, String path) {}

    static List<Fact> of(BibRecord record, Words words) {
        var rows = new RecordFacts(words);
        rows.linked("people", record.names().all());
        rows.add(
                "series",
                record.series().stream()
                        .map(series -> new Value(shown(series(series)), KioskSeriesView.path(series.title()))));
        rows.plain("kind", words.kind(record.kind()));
        rows.plain("languages", String.join(", ", words.languageNames(record.languages())));
        rows.plain("levels", new ReadingLevels(words).of(record.audience()));
        rows.linked("subjects", record.topics().subjects());
        rows.linked("genres", record.topics().genres());
        rows.plain("contents", record.notes().contents());
        rows.plain("awards", record.notes().awards());
        rows.plain("notes", record.notes().others());
        rows.plain("published", published(record));
        rows.plain("edition", record.publication().edition());
        rows.plain("extent", record.publication().extent());
        rows.plain("otherTitles", record.titles().others());
        rows.plain("isbn", record.identifiers().isbns());
        rows.plain("issn", record.identifiers().issn());
        rows.plain("online", record.links().stream().map(RecordFacts::link).toList());
        return List.copyOf(rows.facts);
    }

    private void plain(String key, String value) {
        plain(key, List.of(value));
    }

    private void plain(String key, List<String> texts) {
        add(key, texts.stream().map(text -> new Value(text, "")));
    }

    private void linked(String key, List<String> texts) {
        add(key, texts.stream().map(text -> new Value(shown(text), searchFor(text))));
    }

    private void add(String key, Stream<Value> values) {
        var shown = values.filter(value -> !value.text().isBlank()).distinct().toList();
        if (!shown.isEmpty()) facts.add(new Fact("record." + key, shown));
    }

    /** Parts of a heading are joined by " -- " in records; people write a dash. */
    private static String shown(String heading) {
        return heading.replace(" -- ", " – ");
    }

    private static String searchFor(String text) {
        return new SearchAddress(text.replace(" -- ", " "), 1, List.of(), List.of()).path();
    }

    private static String series(Series series) {
        return series.volume().isEmpty() ? series.title() : series.title() + ", " + series.volume();
    }

    private static String published(BibRecord record) {
        var publication = record.publication();
        var year = publication.year().isPresent() ? Integer.toString(publication.yearOrZero()) : publication.date();
        return String.join(
                ", ",
                Stream.of(publication.publisher(), publication.place(), year)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static String link(BibRecord.Link link) {
        return link.text().isEmpty() ? link.url() : link.text() + ": " + link.url();
    }
}
