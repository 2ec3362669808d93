package org.carrel.catalog.marc;

/** What a file is by its first bytes, whatever its name says. */
enum ContentKind {
    EMPTY,
    ZIP,
    GZIP,
    XML,
    HTML,
    JSON,
    MNEMONIC,
    ISO_2709,
    CSV,
    TEXT,
    OTHER;

    /** Why a file of this kind is refused. */
    FileProblem problem() {
        return switch (this) {
            case EMPTY -> FileProblem.EMPTY_FILE;
            case HTML -> FileProblem.HTML_PAGE;
            case CSV -> FileProblem.CSV_FILE;
            case TEXT -> FileProblem.TEXT_FILE;
            case ZIP -> FileProblem.ARCHIVE_IN_ARCHIVE;
            default -> FileProblem.OTHER_KIND_OF_FILE;
        };
    }
}
