package org.carrel.search.index;

/**
 * A text to try instead of what was typed.
 *
 * @param distance from what was typed; 0 is the same
 * @param ofKnownWords true when words that exist were replaced: only a title is reason enough for that
 */
public record Correction(String text, float distance, boolean ofKnownWords) {}
