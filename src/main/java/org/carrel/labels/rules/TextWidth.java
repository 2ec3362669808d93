package org.carrel.labels.rules;

/** How wide a text is in a font, as a multiple of the size of the type. */
@FunctionalInterface
public interface TextWidth {
    double of(String text);

    /** Whether the text, in type of this size, is at most so wide; both in points. */
    default boolean fits(String text, double size, double width) {
        // What is added up of many characters is never quite what it should be.
        return of(text) * size <= width + 0.001;
    }
}
