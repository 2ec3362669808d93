package org.carrel.patrons.rosters;

import java.sql.SQLException;

/** The database did not answer in the middle of a comparison, which knows of no database. */
final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException why;

    Unanswered(SQLException why) {
        super(why);
        this.why = why;
    }

    SQLException why() {
        return why;
    }
}
