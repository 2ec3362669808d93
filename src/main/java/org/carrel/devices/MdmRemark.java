package org.carrel.devices;

import java.io.Serializable;

/** What there is to say about one row of an export. @param detail the text of the file, a number or a row */
public record MdmRemark(Kind kind, String detail) implements Serializable {
    /** What was found; its sentence is {@code mdmRemark.NAME}. */
    public enum Kind {
        // The row is refused.
        NOTHING_TO_KNOW_IT_BY,
        // A person has to decide; nothing is changed until then.
        TWICE_IN_FILE,
        TWO_DEVICES,
        SERIAL_DIFFERS,
        SERIAL_OF_SEVERAL,
        SERIAL_WITHOUT_ZEROS,
        TAG_WITHOUT_ZEROS,
        TAG_OF_ANOTHER,
        // Said, and the row is taken.
        SOMEBODYS_OWN,
        SERIAL_PLACEHOLDER,
        TAG_PLACEHOLDER,
        NUMBER_DAMAGED,
        SERIAL_LOST_ZEROS,
        TAG_KEPT,
        TAG_TWICE,
        TAG_UNUSABLE,
        DATE_UNCLEAR,
        AMOUNT_UNCLEAR,
        CELL_ERROR,
        MDM_ID_CHANGED,
        OLDER_THAN_KNOWN,
        NAME_NOT_TAKEN,
        CUT;

        /** The row cannot be taken. */
        public boolean refuses() {
            return this == NOTHING_TO_KNOW_IT_BY;
        }

        /** A person has to decide. */
        public boolean asks() {
            return ordinal() >= TWICE_IN_FILE.ordinal() && ordinal() <= TAG_OF_ANOTHER.ordinal();
        }
    }

    public MdmRemark(Kind kind) {
        this(kind, "");
    }
}
