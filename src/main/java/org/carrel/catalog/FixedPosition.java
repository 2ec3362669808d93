package org.carrel.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * One or more characters of a fixed field that are coded together.
 *
 * @param start counted from 0, as in the MARC 21 documentation
 * @param end the position after the last one
 * @param codes what people choose from; empty when the position holds free text such as a date
 * @param each is every character a code of its own, as in 008/18-21 of books?
 * @param obsolete codes that were valid once and stand in real records: one character each, or parted by blanks when the
 *     position is longer
 */
public record FixedPosition(int start, int end, Wording name, List<CodeMeaning> codes, boolean each, String obsolete)
        implements Serializable {
    public FixedPosition {
        if (start < 0 || end <= start) throw new IllegalArgumentException("Not a position: " + start + "-" + end);
        codes = List.copyOf(codes);
    }

    /** Is this no mistake here? The fill character stands for "not coded" everywhere. */
    public boolean accepts(String value) {
        if (codes.isEmpty()) return true;
        if (!each) return acceptsCode(value);
        for (var i = 0; i < value.length(); i++) if (!acceptsCode(value.substring(i, i + 1))) return false;
        return true;
    }

    private boolean acceptsCode(String value) {
        if (value.equals("|".repeat(value.length()))) return true;
        for (var code : codes) if (code.code().equals(value)) return true;
        return value.length() == 1
                ? obsolete.contains(value)
                : (" " + obsolete + " ").contains(" " + value.strip() + " ");
    }

    public int length() {
        return end - start;
    }

    /** As people write it: {@code 06} or {@code 15-17}. */
    public String label() {
        return length() == 1 ? two(start) : two(start) + "-" + two(end - 1);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
