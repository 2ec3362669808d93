package org.carrel.search.index;

/** Why an index must be built anew. */
enum Trouble {
    /** There is none, or only the beginning of one. */
    INCOMPLETE(true),
    OTHER_FORMAT(false),
    OTHER_DATABASE(false),
    /** The database was restored from a backup older than the index. */
    AHEAD_OF_DATABASE(false),
    /** Its files are not as they were written. */
    DAMAGED(false),
    /** Its files were deleted; what is open can still be read. */
    VANISHED(true),
    /** Writing failed; what was written before can still be read. */
    UNWRITABLE(true),
    /** A person asked for it. */
    ASKED_FOR(true);

    private final boolean answers;

    Trouble(boolean answers) {
        this.answers = answers;
    }

    /** Whether what it holds is right as far as it goes, so that searches may be answered from it. */
    boolean answers() {
        return answers;
    }
}
