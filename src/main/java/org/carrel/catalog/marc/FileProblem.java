package org.carrel.catalog.marc;

import org.carrel.catalog.Finding;

/** Why a file as a whole was refused, or why one entry of an archive was left out. */
public enum FileProblem implements Finding.Problem {
    EMPTY_FILE,
    HTML_PAGE,
    CSV_FILE,
    TEXT_FILE,
    OTHER_KIND_OF_FILE,
    UNIMARC_FILE,
    NO_RECORDS,
    DOCTYPE_NOT_ALLOWED,
    XML_ENCODING_CONTRADICTED,
    XML_ENCODING_UNKNOWN,
    ARCHIVE_DAMAGED,
    ARCHIVE_IN_ARCHIVE,
    TOO_MANY_ENTRIES,
    TOO_LARGE,
    INFLATES_SUSPICIOUSLY,
    TOO_MANY_REJECTS;

    @Override
    public String bundle() {
        return MarcProblem.BUNDLE;
    }
}
