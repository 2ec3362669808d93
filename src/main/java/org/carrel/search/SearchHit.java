package org.carrel.search;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.catalog.Item;

/**
 * A found record as a result list shows it.
 *
 * @param author main entry in reading order ("J. K. Rowling"), or the statement of responsibility, or empty
 * @param series first series with its number as printed, or empty
 * @param classNumber of the first copy or of the record, e.g. 599.5 or FIC; gives a drawn cover its colour; may be empty
 * @param items copies with what is in now, exact at the time of the search; empty also when the database did not answer
 * @param availabilityKnown false when the database did not answer
 * @param editions the other editions of the same work, whether they fit what was asked or not; of those this is empty
 */
public record SearchHit(
        long id,
        String title,
        String author,
        int yearOrZero,
        Kind kind,
        List<String> languages,
        String series,
        String summary,
        String classNumber,
        List<Item> items,
        boolean availabilityKnown,
        List<SearchHit> editions)
        implements Serializable {
    /** One without other editions. */
    public SearchHit(
            long id,
            String title,
            String author,
            int yearOrZero,
            Kind kind,
            List<String> languages,
            String series,
            String summary,
            String classNumber,
            List<Item> items,
            boolean availabilityKnown) {
        this(
                id,
                title,
                author,
                yearOrZero,
                kind,
                languages,
                series,
                summary,
                classNumber,
                items,
                availabilityKnown,
                List.of());
    }

    public SearchHit {
        languages = List.copyOf(languages);
        items = List.copyOf(items);
        editions = List.copyOf(editions);
    }

    /** The same with its copies, exact at this moment. */
    public SearchHit withItems(List<Item> copies) {
        return new SearchHit(
                id, title, author, yearOrZero, kind, languages, series, summary, classNumber, copies, true, editions);
    }

    /** The same with the other editions of its work. */
    public SearchHit withEditions(List<SearchHit> others) {
        return new SearchHit(
                id,
                title,
                author,
                yearOrZero,
                kind,
                languages,
                series,
                summary,
                classNumber,
                items,
                availabilityKnown,
                others);
    }

    public OptionalInt year() {
        return yearOrZero == 0 ? OptionalInt.empty() : OptionalInt.of(yearOrZero);
    }

    /** How many copies are on the shelf now. */
    public long copiesIn() {
        return items.stream().filter(Item::available).count();
    }
}
