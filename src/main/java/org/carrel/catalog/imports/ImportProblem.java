package org.carrel.catalog.imports;

import org.carrel.catalog.Finding;

/** What can be wrong with a copy or a whole import, beyond what reading and mapping find. */
enum ImportProblem implements Finding.Problem {
    BARCODE_TAKEN,
    BARCODE_TWICE_IN_FILE,
    BARCODE_TOO_LONG,
    BARCODE_RANGE_FULL,
    DELETION_ASKED,
    NOT_A_TITLE;

    @Override
    public String bundle() {
        return "org.carrel.catalog.imports.problems";
    }
}
