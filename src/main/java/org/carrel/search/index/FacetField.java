package org.carrel.search.index;

import org.carrel.search.Facet;

/** What is counted. An index keeps values in this order: first of fields that have few of them, then headings. */
enum FacetField {
    KIND,
    LANGUAGE,
    IN,
    READERS,
    AWARD,
    LEXILE,
    AR,
    /** In no index: it becomes another one as days pass. */
    NEW,
    TOPIC,
    SERIES,
    AUTHOR;

    /** Whether a library may have as many values as records. */
    boolean isHeading() {
        return compareTo(TOPIC) >= 0;
    }

    static FacetField of(Facet facet) {
        return switch (facet) {
            case IN -> IN;
            case NEW -> NEW;
            case READERS -> READERS;
            case AWARD -> AWARD;
            case TOPIC -> TOPIC;
            case SERIES -> SERIES;
            case AUTHOR -> AUTHOR;
            case LEXILE -> LEXILE;
            case AR -> AR;
        };
    }
}
