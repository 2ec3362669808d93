package org.carrel.catalog.marc;

import org.carrel.catalog.Finding;

/** Everything the reader repairs, doubts or cannot read in a record. */
public enum MarcProblem implements Finding.Problem {
    // the record as a whole cannot be read
    EMPTY_RECORD,
    NO_DIRECTORY,
    NO_FIELDS,
    FILE_ENDS_INSIDE_RECORD,
    RECORD_BROKEN_OFF,
    RECORD_TOO_LONG,
    NOT_A_RECORD,
    XML_NOT_WELL_FORMED,
    XML_ENDS_EARLY,
    JSON_NOT_READABLE,
    UNREADABLE,

    // around and about the record
    JUNK_BEFORE_RECORD,
    RECORD_TERMINATOR_MISSING,
    RECORD_TERMINATOR_INSIDE,
    RECORD_LENGTH_WRONG,
    RECORD_OVER_99999,
    BASE_ADDRESS_WRONG,
    DIRECTORY_REPAIRED,
    FIELD_LOST,
    TEXT_WITHOUT_TAG,

    // leader
    LEADER_MISSING,
    LEADER_LENGTH_WRONG,
    LEADER_REPAIRED,
    LEADER_STATUS_UNKNOWN,
    LEADER_TYPE_UNKNOWN,
    LEADER_FORM_UNKNOWN,

    // text
    LEADER_ENCODING_WRONG,
    ENCODING_UNCERTAIN,
    ENCODING_NOT_RECOGNISED,
    MIXED_ENCODING,
    BAD_BYTES,
    REPLACEMENT_CHARACTER,
    DAMAGED_MARC_8,
    LOOKS_DOUBLE_ENCODED,
    CONTROL_CHARACTER,
    LINE_BREAK_IN_DATA,

    // fields
    CONTROL_NUMBER_REPEATED,
    TAG_REPAIRED,
    TAG_MISSING,
    INDICATOR_REPLACED,
    INDICATOR_UNUSUAL,
    INDICATOR_COUNT_WRONG,
    SUBFIELD_CODE_REPAIRED,
    SUBFIELD_CODE_UNUSUAL,
    SUBFIELD_CODE_MISSING,
    TEXT_BEFORE_SUBFIELD,
    FIELD_WITHOUT_SUBFIELDS,
    UNKNOWN_ELEMENT,
    JSON_REPAIRED;

    static final String BUNDLE = "org.carrel.catalog.marc.problems";

    @Override
    public String bundle() {
        return BUNDLE;
    }
}
