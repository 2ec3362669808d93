package org.carrel.testing;

/** What a student is allowed in a test. Only those who run the test see it (TS-8). */
public enum Accommodation {
    EXTENDED_TIME,
    SMALL_GROUP,
    READ_ALOUD,
    BREAKS,
    LARGE_TEXT,
    OTHER
}
