package org.carrel.search;

/** By what results can be narrowed, beside kind and language. */
public enum Facet {
    /** One value, {@link #YES}: a copy is in the library now. */
    IN,
    /** One value, {@link #YES}: added within the days that count as new, {@link NewBooks}. */
    NEW,
    /** Whom it is for, from MARC 21 008/22: young, kids, teen or adult. */
    READERS,
    /** One value, {@link #YES}: it has won a prize (MARC 21 586). */
    AWARD,
    /** Main heading of a subject, as the record has it. */
    TOPIC,
    /** Title of a series. */
    SERIES,
    /** Name of an author as one reads it. */
    AUTHOR,
    /** Lexile measures by hundreds: 600 stands for 600 to 699, {@link #BEGINNER} for those below 0. */
    LEXILE,
    /** Accelerated Reader book levels by grades: 4 stands for 4.0 to 4.9. */
    AR;

    /** The value of a facet that something has or has not. */
    public static final String YES = "1";
    /** Lexile measures of beginning readers, as they are printed. */
    public static final String BEGINNER = "BR";

    /** Whether it says how hard a thing is to read, which is shown only to who asks for it. */
    public boolean isLevel() {
        return this == LEXILE || this == AR;
    }
}
