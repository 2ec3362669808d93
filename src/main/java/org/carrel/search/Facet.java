package org.carrel.search;

/** By what results can be narrowed, beside kind and language. */
public enum Facet {
    /** One value, {@link #YES}: a copy is in the library now. */
    IN,
    /** Whom it is for, from MARC 21 008/22: young, kids, teen or adult. */
    READERS,
    /** One value, {@link #YES}: it has won a prize (MARC 21 586). */
    AWARD,
    /** Main heading of a subject, as the record has it. */
    TOPIC,
    /** Title of a series. */
    SERIES,
    /** Name of an author as one reads it. */
    AUTHOR;

    /** The value of a facet that something has or has not. */
    public static final String YES = "1";
}
