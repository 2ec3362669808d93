package org.carrel.platform;

import java.sql.SQLException;

/** The database could not do what was asked: it is away, full, or the statement broke a rule of the schema. */
public final class DatabaseProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    public DatabaseProblem(SQLException cause) {
        super(cause.getMessage(), cause);
        this.code = cause.getErrorCode();
    }

    /** MariaDB's error number, e.g. 1062 for a duplicate key; 0 when the server never answered. */
    public int code() {
        return code;
    }
}
