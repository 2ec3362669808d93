package org.carrel.labels;

import java.io.Serializable;

/**
 * Why the labels of a copy are not as they should be.
 *
 * @param detail what it is about: a sign, a number, characters; may be empty
 */
public record LabelTrouble(Kind kind, String detail) implements Serializable {
    /** What is wrong. */
    public enum Kind {
        NO_CALL_NUMBER,
        /** A line had to be broken within a word; the detail is the word. */
        BROKEN_WORD,
        /** All lines fit only in type that is hard to read; the detail is its size in points. */
        SMALL_TYPE,
        NO_BARCODE,
        /** The symbology does not have a sign; the detail is the sign. */
        NO_SIGN,
        /** Library numbers have 14 digits; the detail is how many signs this one has. */
        NOT_14_DIGITS,
        /** The last digit does not belong to the others; the detail is the digit that would. */
        WRONG_CHECK_DIGIT,
        /** The bars do not fit on the label as scanners need them; the detail is the width they need, in mm. */
        NO_ROOM_FOR_BARS,
        /** The font lacks characters; the detail are the characters. */
        NO_CHARACTERS
    }
}
