package org.carrel.search;

import java.util.List;
import org.carrel.catalog.BibRecord.Kind;

/**
 * What a person asked for. The text is never query syntax.
 *
 * @param text as typed or scanned; may be empty, which finds everything, newest first
 * @param page from 1
 * @param pageSize 1 to 50
 * @param kinds only these, or all when empty; {@code languages} likewise, MARC codes
 * @param literal search for the words as they are typed, misspelled or not
 * @param readers whose books come first among those that fit alike
 * @param choices by what else they are narrowed, and their order
 * @param rows what a row of the answer is
 */
public record SearchRequest(
        String text,
        int page,
        int pageSize,
        List<Kind> kinds,
        List<String> languages,
        boolean literal,
        Readers readers,
        Choices choices,
        Rows rows) {
    /** What is found, and counted. */
    public enum Rows {
        /** A work: its editions are one row. */
        WORKS,
        /** A record: each edition by itself. */
        RECORDS
    }

    public static final int MAX_PAGE_SIZE = 50;
    /** Longer texts are cut: nobody types more, only programs do. */
    public static final int MAX_TEXT = 300;

    /** A search that may correct what was misspelled. */
    public SearchRequest(String text, int page, int pageSize, List<Kind> kinds, List<String> languages) {
        this(text, page, pageSize, kinds, languages, false, Readers.ALL, Choices.NONE);
    }

    public SearchRequest(
            String text,
            int page,
            int pageSize,
            List<Kind> kinds,
            List<String> languages,
            boolean literal,
            Readers readers) {
        this(text, page, pageSize, kinds, languages, literal, readers, Choices.NONE);
    }

    public SearchRequest(
            String text,
            int page,
            int pageSize,
            List<Kind> kinds,
            List<String> languages,
            boolean literal,
            Readers readers,
            Choices choices) {
        this(text, page, pageSize, kinds, languages, literal, readers, choices, Rows.WORKS);
    }

    /** The same, with a row for each record. */
    public SearchRequest ofRecords() {
        return new SearchRequest(text, page, pageSize, kinds, languages, literal, readers, choices, Rows.RECORDS);
    }

    public SearchRequest {
        text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        page = Math.max(1, page);
        pageSize = Math.clamp(pageSize, 1, MAX_PAGE_SIZE);
        kinds = List.copyOf(kinds);
        languages = List.copyOf(languages);
    }
}
