package org.carrel.catalog;

/**
 * Why settings cannot be saved as they are.
 *
 * @param field of the form: {@code name}, {@code copies.tag}, {@code copies.BARCODE}, {@code overlay.2.tags}, {@code
 *     rules.0.find}, {@code barcodes.start}; numbers count from 0
 * @param detail what was typed, or empty
 */
public record SettingsProblem(String field, Problem problem, String detail) {
    /** The words stand in the bundle of the pages, under {@code settingsProblem.NAME}. */
    public enum Problem {
        /** Nothing was typed where something has to stand. */
        MISSING,
        TOO_LONG,
        NAME_TAKEN,
        /** Three characters, X for any: 521, 59X. */
        TAG_UNREADABLE,
        /** 010 to 999: control fields hold no copies. */
        NOT_A_DATA_FIELD,
        /** One letter or digit. */
        CODE_UNREADABLE,
        NUMBER_OUT_OF_RANGE,
        /** Three letters, as spa. */
        LANGUAGE_UNREADABLE,
        /** The title would be lost. */
        EMPTIES_TITLE,
        /** The rule could only act on the control number, which no rule may touch. */
        CONTROL_NUMBER,
        /** No more of these. */
        TOO_MANY
    }
}
