package org.carrel.search.index;

/** The names of the index's fields. Whoever changes what a field holds raises {@link Stamp#FORMAT}. */
final class Fields {
    /** The record's id as a term, for updates; as a number for the order of ties and for "newest first". */
    static final String ID = "id";

    static final String ID_NUMBER = "id_number";

    // Words, with positions where phrases are looked for
    static final String TITLE = "title";
    static final String TITLE_STEM = "title_stem";
    static final String OTHER_TITLE = "other_title";
    static final String AUTHOR = "author";
    static final String SERIES = "series";
    static final String SUBJECT = "subject";
    static final String SUBJECT_STEM = "subject_stem";
    static final String GENRE = "genre";
    static final String AWARD = "award";
    /** Every word of the record. */
    static final String ALL = "all";

    static final String ALL_STEM = "all_stem";

    // Whole texts: keys without spaces ("dogman"), and with them for beginnings ("dog man unleashed")
    static final String TITLE_EXACT = "title_exact";
    static final String TITLE_START = "title_start";
    static final String OTHER_TITLE_EXACT = "other_title_exact";
    static final String OTHER_TITLE_START = "other_title_start";
    static final String SERIES_EXACT = "series_exact";
    static final String SERIES_START = "series_start";
    static final String SUBJECT_EXACT = "subject_exact";
    /** Neighbouring words written as one: "dogman" for Dog Man. */
    static final String TITLE_JOINED = "title_joined";

    static final String ALL_JOINED = "all_joined";

    /** A feature that is larger for an earlier volume. */
    static final String FEATURE = "feature";

    static final String VOLUME = "volume";

    /** The numbers of the volumes of all its series: "7", "2.5". */
    static final String SERIES_NUMBER = "series_number";

    // What is asked for by intent: terms, and numbers in the units of Wish.ByLevel
    static final String KIND_IS = "kind_is";
    static final String LANGUAGE_IS = "language_is";
    static final String AUDIENCE_IS = "audience_is";
    static final String LEXILE = "lexile";
    static final String READER_LEVEL = "reader_level";
    static final String GRADE_FROM = "grade_from";
    static final String GRADE_TO = "grade_to";

    /** "1" when the library has a copy. */
    static final String HAS_COPY = "has_copy";

    /** Names, series and topics for suggestions: {@link SuggestionTerm}. */
    static final String SUGGEST = "suggest";

    // Identifiers
    static final String BARCODE = "barcode";
    static final String NUMBER = "number";
    static final String CALL_NUMBER = "call_number";
    static final String SHELF_KEY = "shelf_key";

    /** The same number for all editions of one work; what has no key has none. */
    static final String WORK = "work";

    /** By what records are like each other: {@link Likes}. */
    static final String LIKE = "like";

    // Facets, as bytes of FacetValue, and order
    /** All that a document has of the fields with few values, together. */
    static final String PROFILE = "profile";
    /** Each of its topics, series and authors. */
    static final String HEADINGS = "headings";
    /** When the record came into the catalog, in seconds since 1970: as points and beside each document. */
    static final String ADDED = "added";

    /** How each value of a facet is written: {@link Headings}. */
    static final String SPELLING = "spelling";

    static final String SORT_AUTHOR = "sort_author";
    static final String SORT_TITLE = "sort_title";

    // What a result list shows
    static final String SHOWN_TITLE = "shown_title";
    static final String SHOWN_AUTHOR = "shown_author";
    static final String SHOWN_YEAR = "shown_year";
    static final String SHOWN_KIND = "shown_kind";
    static final String SHOWN_LANGUAGE = "shown_language";
    static final String SHOWN_SERIES = "shown_series";
    static final String SHOWN_SUMMARY = "shown_summary";
    static final String SHOWN_CLASS = "shown_class";

    private Fields() {}
}
