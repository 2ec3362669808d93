package org.carrel.catalog.imports;

import org.carrel.catalog.Finding;

/** What can be wrong with a record, a copy or a whole import, beyond what reading and mapping find. */
enum ImportProblem implements Finding.Problem {
    BARCODE_TAKEN,
    BARCODE_TWICE_IN_FILE,
    BARCODE_TOO_LONG,
    BARCODE_RANGE_FULL,
    /** Same 001, another title; {0} the number, {1} the other title. So in the next ones. */
    CONFLICT_NUMBER_TITLE("CONFLICT"),
    CONFLICT_NUMBER_FORMAT("CONFLICT"),
    CONFLICT_NUMBER_IN_FILE("CONFLICT"),
    CONFLICT_ISBN_TITLE("CONFLICT"),
    /** Another number that both have. */
    CONFLICT_OTHER("CONFLICT"),
    /** {0} the control number, {1} the title of the catalog. So in the next ones, but for {0} as said. */
    DELETION_ASKED,
    DELETION_DONE,
    /** {0} the copy that was lent. */
    DELETION_LENT,
    /** {0} the other site. */
    DELETION_ELSEWHERE,
    /** {0} what both have: not enough to be sure. */
    DELETION_UNSURE,
    DELETION_NOT_THERE,
    NOT_A_TITLE_AUTHORITY("NOT_A_TITLE"),
    NOT_A_TITLE_HOLDINGS("NOT_A_TITLE"),
    NOT_A_TITLE_UNIMARC("NOT_A_TITLE"),
    NOT_A_TITLE_CLASSIFICATION("NOT_A_TITLE"),
    NOT_A_TITLE_COMMUNITY("NOT_A_TITLE"),
    /** Of the whole file; {1} how many records. */
    FILE_WITHOUT_RECORDS,
    FILE_OF_AUTHORITIES,
    FILE_OF_HOLDINGS,
    FILE_WITHOUT_TITLES,
    BROKEN_OFF,
    /** What was kept as a sentence only, {1}. */
    STATED;

    /** What reports call it: several sentences may be one kind of problem. */
    private final String kind;

    ImportProblem() {
        this.kind = name();
    }

    ImportProblem(String kind) {
        this.kind = kind;
    }

    @Override
    public String bundle() {
        return "org.carrel.catalog.imports.problems";
    }

    /** The name of the finding's problem in reports; it never changes. */
    static String stableName(Finding finding) {
        return finding.problem() instanceof ImportProblem problem
                ? problem.kind
                : finding.problem().name();
    }
}
