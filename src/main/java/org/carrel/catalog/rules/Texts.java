package org.carrel.catalog.rules;

import org.carrel.catalog.CallNumber;

/** Cuts text to the width of its column; the whole of it always stands in the record's MARC. */
public final class Texts {
    private Texts() {}

    public static String cut(String text, int length) {
        if (text.length() <= length) return text;
        var end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    public static CallNumber fit(CallNumber number) {
        return new CallNumber(
                cut(number.prefix(), 100),
                cut(number.classNumber(), 100),
                cut(number.cutter(), 100),
                cut(number.suffix(), 100));
    }
}
