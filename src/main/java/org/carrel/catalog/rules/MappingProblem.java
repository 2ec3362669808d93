package org.carrel.catalog.rules;

import org.carrel.catalog.Finding;

/** What can be doubtful about the meaning of a record or of one of its copies. */
public enum MappingProblem implements Finding.Problem {
    NO_TITLE,
    TITLE_IN_880_ONLY,
    CONTROL_NUMBER_REPEATED,
    ISBN_INVALID,
    NONFILING_NOT_BELIEVED,
    LINK_DROPPED,
    BARCODE_MISSING,
    BARCODE_TOO_LONG,
    BARCODE_TWICE_IN_COPY,
    BARCODE_REPEATED,
    PRICE_UNREADABLE,
    DATE_UNREADABLE,
    COPY_NOT_ON_SHELF;

    @Override
    public String bundle() {
        return "org.carrel.catalog.rules.problems";
    }
}
