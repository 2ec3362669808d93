package org.carrel.search;

/**
 * What somebody who has begun to type may mean.
 *
 * @param text to be searched for, as the library writes it
 */
public record Suggestion(Kind kind, String text) {
    /** What the text names. */
    public enum Kind {
        TITLE,
        SERIES,
        AUTHOR,
        TOPIC
    }
}
