package org.carrel.catalog;

/**
 * A field as the MARC editor shows it: what somebody types, whether it can be read or not.
 *
 * @param control it is a control field: data without indicators and subfields
 * @param ind1, ind2 one character; {@code #} is a blank, as in the MARC 21 documentation; empty in a control field
 * @param text the data of a control field; else subfields one after another, each a dollar sign, its code and its text
 */
public record EditorRow(boolean control, String tag, String ind1, String ind2, String text) {
    /** Nothing was typed into it. */
    public boolean isEmpty() {
        return tag.isBlank() && text.isBlank();
    }
}
