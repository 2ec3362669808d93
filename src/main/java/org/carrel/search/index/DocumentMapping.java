package org.carrel.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.BibRecord.Audience;
import org.carrel.catalog.BibRecord.Series;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.Item;
import org.carrel.catalog.OtherForm;
import org.carrel.catalog.OtherForm.Use;
import org.carrel.search.Facet;
import org.carrel.search.Suggestion.Kind;
import org.carrel.search.rules.HeadingKey;
import org.carrel.search.rules.LevelRange;
import org.carrel.search.rules.ReadingName;
import org.carrel.search.rules.ShelfText;

/** A record as the document that search looks through. Pure. */
final class DocumentMapping {
    /** A summary in a result list is cut after this many characters anyway. */
    private static final int SHOWN_SUMMARY = 600;
    /** Accelerated Reader has one decimal. */
    private static final int TENTHS = 10;

    private final CatalogRecord catalogRecord;
    private final BibRecord record;
    private final DocumentBuilder document;

    private DocumentMapping(CatalogRecord catalogRecord, RecordWords words) {
        this.document = new DocumentBuilder(words);
        this.catalogRecord = catalogRecord;
        this.record = catalogRecord.record();
    }

    static Document of(CatalogRecord catalogRecord, RecordWords words) {
        var mapping = new DocumentMapping(catalogRecord, words);
        mapping.document.id(catalogRecord.id());
        mapping.document.work(catalogRecord.work());
        mapping.titles();
        mapping.names();
        mapping.series();
        mapping.topics();
        mapping.otherForms();
        mapping.notes();
        mapping.numbers();
        mapping.shelves();
        mapping.facets();
        mapping.shown();
        return mapping.document.build();
    }

    private void titles() {
        var titles = record.titles();
        var words = Stream.concat(Stream.of(titles.main()), titles.parallel().stream());
        words.forEach(title -> {
            document.words(Fields.TITLE, title);
            document.stems(Fields.TITLE_STEM, title);
            document.joined(Fields.TITLE_JOINED, title);
            document.everywhere(title);
        });
        var whole = new ArrayList<>(List.of(titles.main(), titles.proper(), titles.sort(), properWithoutArticle()));
        whole.addAll(titles.parallel());
        whole.forEach(title -> document.whole(Fields.TITLE_EXACT, Fields.TITLE_START, title));
        for (var other : titles.others()) {
            document.words(Fields.OTHER_TITLE, other);
            document.whole(Fields.OTHER_TITLE_EXACT, Fields.OTHER_TITLE_START, other);
            document.everywhere(other);
        }
        document.inAll(titles.responsibility());
        document.order(Fields.SORT_TITLE, titles.sort().isEmpty() ? titles.main() : titles.sort());
    }

    /** The proper title less what the sort title has less than the main title. */
    private String properWithoutArticle() {
        var titles = record.titles();
        var article = titles.main().length() - titles.sort().length();
        if (article <= 0
                || article >= titles.proper().length()
                || !titles.main().endsWith(titles.sort())) return "";
        return titles.proper().substring(article);
    }

    private void names() {
        Stream.concat(record.names().all().stream(), record.names().parallel().stream())
                .forEach(name -> {
                    document.words(Fields.AUTHOR, name);
                    var reading = ReadingName.of(name);
                    document.words(Fields.AUTHOR, reading);
                    document.everywhere(name);
                    var shown = ReadingName.of(established(Use.NAME, name));
                    document.suggestion(reading, Kind.AUTHOR, shown);
                    document.suggestion(name, Kind.AUTHOR, shown);
                });
    }

    private void series() {
        for (var series : record.series()) {
            var numbered = numbered(series);
            document.words(Fields.SERIES, numbered);
            document.whole(Fields.SERIES_EXACT, Fields.SERIES_START, series.title());
            document.whole(Fields.SERIES_EXACT, Fields.SERIES_START, numbered);
            document.everywhere(numbered);
            document.suggestion(series.title(), Kind.SERIES, established(Use.SERIES, series.title()));
            if (series.number() != null) document.term(Fields.SERIES_NUMBER, number(series.number()));
        }
        record.series().stream()
                .filter(series -> series.number() != null)
                .findFirst()
                .ifPresent(series -> document.volume(series.number() == null ? 0 : series.number()));
    }

    /** "Magic tree house 10": the number as people type it, whatever is printed before it. */
    private static String numbered(Series series) {
        var number = series.number();
        if (number == null) return (series.title() + " " + series.volume()).strip();
        return series.title() + " " + number(number);
    }

    private static String number(double number) {
        var whole = number == Math.rint(number);
        return whole ? Long.toString(Math.round(number)) : Double.toString(number);
    }

    private void topics() {
        for (var subject : record.topics().subjects()) {
            document.words(Fields.SUBJECT, subject);
            document.stems(Fields.SUBJECT_STEM, subject);
            document.exact(Fields.SUBJECT_EXACT, subject);
            var heading = subject.split(" -- ", 2)[0];
            document.exact(Fields.SUBJECT_EXACT, heading);
            document.suggestion(heading, Kind.TOPIC, established(Use.SUBJECT, heading));
            document.inAll(subject);
        }
        for (var genre : record.topics().genres()) {
            document.set(Fields.GENRE, genre);
            document.stems(Fields.SUBJECT_STEM, genre);
            document.inAll(genre);
        }
    }

    /** The heading that the authority establishes for that of the record; the same where it says nothing else. */
    private String established(Use use, String heading) {
        var reading = use == Use.NAME ? ReadingName.of(heading) : heading;
        return catalogRecord.otherForms().stream()
                .filter(form -> form.use() == use)
                .filter(form -> HeadingKey.same(use == Use.NAME ? ReadingName.of(form.text()) : form.text(), reading))
                .map(OtherForm::shown)
                .findFirst()
                .orElse(heading);
    }

    /** See references: a record is found by every form of its headings, and what is typed leads to the established one. */
    private void otherForms() {
        for (var form : catalogRecord.otherForms()) {
            var text = form.text();
            switch (form.use()) {
                case NAME -> {
                    document.words(Fields.AUTHOR, text);
                    document.words(Fields.AUTHOR, ReadingName.of(text));
                    document.suggestion(text, Kind.AUTHOR, ReadingName.of(form.shown()));
                    document.suggestion(ReadingName.of(text), Kind.AUTHOR, ReadingName.of(form.shown()));
                }
                case SUBJECT -> {
                    document.words(Fields.SUBJECT, text);
                    document.stems(Fields.SUBJECT_STEM, text);
                    document.exact(Fields.SUBJECT_EXACT, text);
                    document.suggestion(text, Kind.TOPIC, form.shown());
                }
                case GENRE -> {
                    document.set(Fields.GENRE, text);
                    document.stems(Fields.SUBJECT_STEM, text);
                }
                case SERIES -> {
                    document.words(Fields.SERIES, text);
                    document.whole(Fields.SERIES_EXACT, Fields.SERIES_START, text);
                    document.suggestion(text, Kind.SERIES, form.shown());
                }
            }
            document.everywhere(text);
        }
    }

    private void notes() {
        var notes = record.notes();
        document.inAll(notes.summary());
        notes.awards().forEach(text -> document.set(Fields.AWARD, text));
        Stream.of(notes.contents(), notes.awards(), notes.others())
                .flatMap(List::stream)
                .forEach(document::inAll);
    }

    private void numbers() {
        var identifiers = record.identifiers();
        Stream.of(identifiers.isbns(), identifiers.otherIsbns(), List.of(identifiers.lccn()))
                .flatMap(List::stream)
                .forEach(number -> document.term(Fields.NUMBER, number.toUpperCase(Locale.ROOT)));
        document.term(Fields.NUMBER, identifiers.issn().replace("-", "").toUpperCase(Locale.ROOT));
        catalogRecord.items().stream()
                .map(Item::barcode)
                .forEach(
                        barcode -> document.term(Fields.BARCODE, barcode.strip().toUpperCase(Locale.ROOT)));
    }

    private void shelves() {
        if (!catalogRecord.items().isEmpty()) document.term(Fields.HAS_COPY, "1");
        for (var item : catalogRecord.items()) {
            document.shelf(ShelfText.of(item.callNumber().text()), ShelfText.key(item.callNumber()));
        }
    }

    private void facets() {
        Likes.of(catalogRecord).forEach(like -> document.term(Fields.LIKE, like.term()));
        document.facet(FacetField.KIND, record.kind().name());
        record.languages().forEach(language -> document.facet(FacetField.LANGUAGE, language));
        document.term(Fields.KIND_IS, record.kind().name());
        record.languages().forEach(language -> document.term(Fields.LANGUAGE_IS, language));
        document.added(catalogRecord.added());
        levels(record.audience());
        if (catalogRecord.items().stream().anyMatch(Item::available)) document.facet(FacetField.IN, Facet.YES);
        document.facet(FacetField.READERS, readers(record.audience().code()));
        if (!record.notes().awards().isEmpty()) document.facet(FacetField.AWARD, Facet.YES);
        for (var subject : record.topics().subjects()) document.facet(FacetField.TOPIC, subject.split(" -- ", 2)[0]);
        for (var series : record.series()) document.facet(FacetField.SERIES, series.title());
        document.facet(FacetField.AUTHOR, ReadingName.of(record.names().main()));
        if (!record.names().main().isEmpty())
            document.order(Fields.SORT_AUTHOR, record.names().main());
    }

    /** MARC 21 008/22; empty for what is for all, or for nobody in particular. */
    private static String readers(char code) {
        return switch (code) {
            case 'a', 'b' -> "young";
            case 'c', 'j' -> "kids";
            case 'd' -> "teen";
            case 'e' -> "adult";
            default -> "";
        };
    }

    private void levels(Audience audience) {
        document.term(Fields.AUDIENCE_IS, String.valueOf(audience.code()).strip());
        document.level(Fields.LEXILE, audience.lexile());
        if (audience.lexile() != null) document.facet(FacetField.LEXILE, LevelRange.ofLexile(audience.lexile()));
        var reader = audience.arLevel();
        if (reader != null) document.facet(FacetField.AR, LevelRange.ofReader(reader));
        document.level(Fields.READER_LEVEL, reader == null ? null : (int) Math.round(reader * TENTHS));
        document.level(Fields.GRADE_FROM, audience.gradeFrom());
        document.level(Fields.GRADE_TO, audience.gradeTo());
    }

    private void shown() {
        var titles = record.titles();
        document.title(titles.main().isEmpty() ? String.join(" ", titles.parallel()) : titles.main());
        var main = record.names().main();
        document.shown(Fields.SHOWN_AUTHOR, main.isEmpty() ? titles.responsibility() : ReadingName.of(main));
        document.shown(Fields.SHOWN_YEAR, record.publication().yearOrZero());
        document.shown(Fields.SHOWN_KIND, record.kind().name());
        record.languages().forEach(language -> document.shown(Fields.SHOWN_LANGUAGE, language));
        record.series().stream()
                .findFirst()
                .ifPresent(series ->
                        document.shown(Fields.SHOWN_SERIES, (series.title() + " " + series.volume()).strip()));
        var summary = record.notes().summary();
        document.shown(
                Fields.SHOWN_SUMMARY,
                summary.length() > SHOWN_SUMMARY ? summary.substring(0, SHOWN_SUMMARY) + "…" : summary);
        document.shown(Fields.SHOWN_CLASS, classNumber());
    }

    /** The first copy's, or else the record's; the brackets of "[Fic]" are the cataloger's. */
    private String classNumber() {
        return Stream.concat(
                        catalogRecord.items().stream()
                                .map(item -> item.callNumber().classNumber()),
                        record.classNumbers().stream())
                .map(text -> text.replace("[", "").replace("]", "").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
