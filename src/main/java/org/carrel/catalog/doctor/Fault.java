package org.carrel.catalog.doctor;

import org.carrel.catalog.Finding;

/** What the doctor marks in a record, and what its repairs have done. */
enum Fault implements Finding.Problem {
    // around the record
    OUTSIDE_BYTES,
    NOTHING_BUT_END,
    RECORD_END_MISSING,
    RECORD_END_INSIDE,
    ANOTHER_RECORD_INSIDE,

    // leader
    LEADER_CUT,
    LENGTH_NO_NUMBER,
    LENGTH_WRONG,
    LENGTH_TOO_GREAT,
    BASE_NO_NUMBER,
    BASE_WRONG,

    // directory
    DIRECTORY_UNREADABLE,
    DIRECTORY_END_MISSING,
    ENTRY_UNREADABLE,
    ENTRY_WRONG,
    ENTRY_WITHOUT_FIELD,
    ENTRY_BEYOND_END,
    ENTRY_TWICE,

    // fields
    FIELD_CUT,
    FIELD_TOO_LONG,
    TEXT_WITHOUT_ENTRY,
    BYTES_NO_TEXT,

    // what a repair does
    DID_LENGTH,
    DID_BASE,
    DID_DIRECTORY,
    DID_RECORD_END,
    DID_LEADER_VALUES,
    DID_OUTSIDE,
    DID_ENCODING_FLAG,
    DID_WINDOWS_1252,
    DID_MARC_8,
    DID_LEAVE_OUT;

    private static final String BUNDLE = "org.carrel.catalog.doctor.problems";

    @Override
    public String bundle() {
        return BUNDLE;
    }

    Finding at(String place, Object detail) {
        return new Finding(this, place, String.valueOf(detail));
    }
}
