package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.Item;
import org.carrel.lists.Covers;
import org.carrel.platform.DatabaseProblem;
import org.carrel.search.SearchHit;

/** Puts found records into words. */
@RequestScoped
public class Cards {
    private static final String DOT = " · ";
    private static final int SUMMARY_CHARACTERS = 220;

    @Inject
    Words words;

    @Inject
    ShownPlaces shown;

    @Inject
    Covers covers;

    public List<Card> of(List<SearchHit> hits, SearchAddress from) {
        var pictures = pictures(hits.stream().map(SearchHit::id).toList());
        return hits.stream()
                .map(hit -> card(hit, pictures.getOrDefault(hit.id(), ""), from))
                .toList();
    }

    /** Records as the catalog has them, for pages that search nothing. */
    public List<Card> ofRecords(List<CatalogRecord> records) {
        return of(records.stream().map(Cards::hit).toList(), new SearchAddress("", 1, List.of(), List.of()));
    }

    private static SearchHit hit(CatalogRecord known) {
        var record = known.record();
        var printed = record.titles().responsibility();
        var classNumber = known.items().stream()
                .map(item -> item.callNumber().classNumber())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .or(() -> record.classNumbers().stream().findFirst())
                .orElse("");
        return new SearchHit(
                known.id(),
                record.titles().main(),
                printed.isEmpty() ? record.names().main() : printed,
                record.publication().yearOrZero(),
                record.kind(),
                record.languages(),
                "",
                "",
                classNumber,
                known.items(),
                true);
    }

    /** Of covers, after the context path, by number of the title; none while the database is away: they are drawn then. */
    Map<Long, String> pictures(List<Long> bibs) {
        try {
            return covers.paths(bibs, Covers.Size.SMALL);
        } catch (DatabaseProblem away) {
            return Map.of();
        }
    }

    private Card card(SearchHit hit, String picture, SearchAddress from) {
        var copy = copyToLookFor(hit.items());
        return new Card(
                hit.id(),
                from.recordPath(hit.id()),
                title(hit.title()),
                titleLanguage(hit.languages()),
                coverName(hit.author()),
                CoverBand.of(hit.classNumber()),
                picture,
                facts(hit),
                shortened(hit.summary()),
                ShelfState.of(hit.items(), hit.availabilityKnown()),
                availability(hit.items(), hit.availabilityKnown()),
                copy.map(item -> item.callNumber().text()).orElse(""),
                copy.map(item -> place(item, hit.items())).orElse(""),
                copy.filter(shown::shows).map(item -> from.wherePath(item.id())).orElse(""),
                editionsText(hit),
                editions(hit.editions(), from));
    }

    /** "3 editions", and whether another one is in while this one is not; empty when it is the only one. */
    private String editionsText(SearchHit hit) {
        if (hit.editions().isEmpty()) return "";
        var count = words.text("editions.count", hit.editions().size() + 1);
        var otherIn = hit.availabilityKnown()
                && hit.copiesIn() == 0
                && hit.editions().stream().anyMatch(other -> other.copiesIn() > 0);
        return otherIn ? joined(Stream.of(count, words.text("editions.in"))) : count;
    }

    /** A line for each; the language is said, for it is what often tells them apart. */
    public List<EditionLine> editions(List<SearchHit> editions, SearchAddress from) {
        return editions.stream().map(hit -> edition(hit, from)).toList();
    }

    private EditionLine edition(SearchHit hit, SearchAddress from) {
        var year = hit.year().isPresent() ? Integer.toString(hit.yearOrZero()) : "";
        var languages = String.join(", ", words.languageNames(hit.languages()));
        return new EditionLine(
                hit.id(),
                from.recordPath(hit.id()),
                title(hit.title()),
                titleLanguage(hit.languages()),
                joined(Stream.of(words.kind(hit.kind()), languages, year)),
                ShelfState.of(hit.items(), hit.availabilityKnown()),
                availability(hit.items(), hit.availabilityKnown()));
    }

    /** "In the library now · 2 of 3". */
    public String availability(List<Item> items, boolean known) {
        var in = items.stream().filter(Item::available).count();
        return words.text("availability." + ShelfState.of(items, known), in, items.size());
    }

    /** A title for people, also when the record has none. */
    public String title(String title) {
        return title.isEmpty() ? words.text("record.untitled") : title;
    }

    /** Empty when the title is in the screen's own language, or in more than one. */
    public String titleLanguage(List<String> marcCodes) {
        if (marcCodes.size() != 1) return "";
        return MarcLanguage.tag(marcCodes.getFirst())
                .filter(tag -> !tag.equals(words.language().tag()))
                .orElse("");
    }

    private String facts(SearchHit hit) {
        var facts = new ArrayList<String>();
        facts.add(hit.author());
        hit.year().ifPresent(year -> facts.add(Integer.toString(year)));
        facts.add(words.kind(hit.kind()));
        if (!titleLanguage(hit.languages()).isEmpty()) {
            facts.add(words.languageName(hit.languages().getFirst()));
        }
        facts.add(hit.series());
        return joined(facts.stream());
    }

    private static Optional<Item> copyToLookFor(List<Item> items) {
        return items.stream().filter(Item::available).findFirst().or(() -> items.stream()
                .findFirst());
    }

    private static String place(Item copy, List<Item> all) {
        var sites = all.stream().map(Item::siteCode).distinct().count();
        return joined(Stream.of(copy.location(), sites > 1 ? copy.siteName() : ""));
    }

    static String joined(Stream<String> parts) {
        return String.join(
                DOT, parts.filter(part -> !part.isEmpty()).map(Cards::isolated).toList());
    }

    /** Keeps a name written from right to left from turning the parts around it (Unicode FSI and PDI). */
    private static String isolated(String part) {
        return Bidi.requiresBidi(part.toCharArray(), 0, part.length()) ? "\u2068" + part + "\u2069" : part;
    }

    /** The last word of the author's name, without dates or brackets. */
    static String coverName(String author) {
        var name = author.replaceAll("[\\[(;].*", "").strip();
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static String shortened(String summary) {
        if (summary.length() <= SUMMARY_CHARACTERS) return summary;
        var space = summary.lastIndexOf(' ', SUMMARY_CHARACTERS);
        var end = space > 0 ? space : Character.offsetByCodePoints(summary, 0, SUMMARY_CHARACTERS / 2);
        return summary.substring(0, end) + "…";
    }
}
