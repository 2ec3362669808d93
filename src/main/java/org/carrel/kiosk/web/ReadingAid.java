package org.carrel.kiosk.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How large and how stark this reader wants the pages.
 *
 * @param percent of the normal size of text: 100, 150 or 200
 * @param contrast black on white, without washes
 */
record ReadingAid(int percent, boolean contrast) {
    private static final List<Integer> SIZES = List.of(100, 150, 200);
    private static final Pattern SHAPE = Pattern.compile("(100|150|200)(c?)");

    /** As most readers have it. */
    static final ReadingAid NONE = new ReadingAid(100, false);

    ReadingAid {
        if (!SIZES.contains(percent)) throw new IllegalArgumentException("No such size: " + percent);
    }

    /** What {@link #text} has written; empty for any other text. */
    static Optional<ReadingAid> parse(String text) {
        var found = SHAPE.matcher(text);
        if (!found.matches()) return Optional.empty();
        return Optional.of(
                new ReadingAid(Integer.parseInt(found.group(1)), !found.group(2).isEmpty()));
    }

    /** For the cookie and the address of the switch. */
    String text() {
        return percent + (contrast ? "c" : "");
    }

    /** The next size; the first again after the last. */
    ReadingAid larger() {
        var next = SIZES.get((SIZES.indexOf(percent) + 1) % SIZES.size());
        return new ReadingAid(next, contrast);
    }

    ReadingAid otherContrast() {
        return new ReadingAid(percent, !contrast);
    }

    /** Classes of the html element. */
    String css() {
        return ("text-" + percent + (contrast ? " contrast" : ""));
    }
}
