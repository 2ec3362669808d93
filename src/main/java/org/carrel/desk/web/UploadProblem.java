package org.carrel.desk.web;

import java.util.Arrays;
import java.util.Optional;

/** Why a form with a file was not taken. Its sentence is {@code upload.NAME}. */
public enum UploadProblem {
    NO_FILE,
    NO_SITE,
    SITE_TOO_LONG,
    /** A school that is not the account's. */
    OTHER_SITE;

    /** In characters. */
    static final int LONGEST_SITE = 64;

    /** True when the school is at fault, not the file. */
    public boolean isOfSite() {
        return this != NO_FILE;
    }

    static Optional<UploadProblem> named(String name) {
        return Arrays.stream(values())
                .filter(problem -> problem.name().equals(name))
                .findFirst();
    }
}
