package org.carrel.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * How the leader, a 006, a 007 or a 008 is read by position. Reading and changing take damaged data too: positions that
 * are not there are blank, and what stands past the end stays.
 *
 * @param field {@code leader}, {@code 006}, {@code 007} or {@code 008}
 * @param key which of the tables of the field: {@code books}, or the category of material of a 007
 * @param length in characters, as the format wants it
 * @param positions without the undefined ones, in order
 */
public record FixedFieldTable(String field, String key, Wording name, int length, List<FixedPosition> positions)
        implements Serializable {
    public FixedFieldTable {
        positions = List.copyOf(positions);
    }

    /** What stands in the position; always as long as the position. */
    public static String read(String data, FixedPosition position) {
        var text = new StringBuilder(position.length());
        for (var at = position.start(); at < position.end(); at++)
            text.append(at < data.length() ? data.charAt(at) : ' ');
        return text.toString();
    }

    /**
     * The data with another value in this position and every other one untouched. Data that is too short grows only as
     * far as the position reaches, and not at all when the position already reads so.
     *
     * @param value filled with blanks when it is shorter than the position
     * @throws IllegalArgumentException when the value is longer
     */
    public static String with(String data, FixedPosition position, String value) {
        if (value.length() > position.length()) {
            throw new IllegalArgumentException("Position " + position.label() + " cannot hold \"" + value + "\"");
        }
        var wanted = value + " ".repeat(position.length() - value.length());
        if (read(data, position).equals(wanted)) return data;
        var text = new StringBuilder(data);
        while (text.length() < position.end()) text.append(' ');
        return text.replace(position.start(), position.end(), wanted).toString();
    }
}
