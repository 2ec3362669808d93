package org.carrel.labels.rules;

/** What has a line of its own on a spine, if it fits on one. */
public record SpinePart(String text, Break at) {
    /** Where it may be broken when it is too wide. */
    public enum Break {
        /** Only where there is no other way. */
        NOWHERE,
        /** A number with decimals: before the point, or behind decimals. */
        DECIMALS,
        /** Between words. */
        WORDS
    }
}
