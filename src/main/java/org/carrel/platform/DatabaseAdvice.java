package org.carrel.platform;

import java.sql.SQLException;

/** What a refusal of the database server means for the person who set it up. */
final class DatabaseAdvice {
    private static final int NO_RIGHTS_ON_DATABASE = 1044;
    private static final int WRONG_PASSWORD = 1045;
    private static final int UNKNOWN_DATABASE = 1049;
    private static final int COMMAND_DENIED = 1142;
    private static final int PRIVILEGE_NEEDED = 1227;
    private static final int TRIGGERS_NOT_TRUSTED = 1419;

    private DatabaseAdvice() {}

    static String onConnect(SQLException problem, DatabaseSettings settings) {
        return switch (problem.getErrorCode()) {
            case WRONG_PASSWORD ->
                "The database at " + settings.url() + " refuses the user " + settings.user()
                        + ": check carrel.db.user and carrel.db.password.";
            case UNKNOWN_DATABASE ->
                "There is no such database: create the one that carrel.db.url names (" + settings.url()
                        + "), with character set utf8mb4.";
            case NO_RIGHTS_ON_DATABASE ->
                "The user " + settings.user() + " has no rights on the database of " + settings.url()
                        + ": grant it all of them.";
            default ->
                "The database at " + settings.url() + " cannot be reached: check carrel.db.url and that the server"
                        + " runs (" + firstLine(problem) + ").";
        };
    }

    static String onMigrate(SQLException problem) {
        return switch (problem.getErrorCode()) {
            case NO_RIGHTS_ON_DATABASE, COMMAND_DENIED, PRIVILEGE_NEEDED ->
                "The database user may not create or change tables: grant it all rights on Carrel's database ("
                        + firstLine(problem) + ").";
            case TRIGGERS_NOT_TRUSTED ->
                "The database user may not create triggers while the server keeps a binary log: set"
                        + " log_bin_trust_function_creators=1 there.";
            default -> "The database could not be brought up to date: " + firstLine(problem) + ".";
        };
    }

    private static String firstLine(Throwable problem) {
        var text = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
        return text.replaceAll("\\.\\s*$", "");
    }
}
