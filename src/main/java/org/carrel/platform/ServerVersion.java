package org.carrel.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Carrel's schema needs MariaDB 11.4 or later. */
final class ServerVersion {
    private static final int MAJOR = 11;
    private static final int MINOR = 4;

    private ServerVersion() {}

    /** Throws {@link StartProblem} for an older MariaDB and for other products. */
    static void check(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            var version = fullVersion(connection);
            if (!isGoodEnough(version)) {
                throw new StartProblem("Carrel needs MariaDB " + MAJOR + "." + MINOR
                        + " or later, but the server that carrel.db.url names is " + version + ".");
            }
        } catch (SQLException e) {
            throw new StartProblem("The database was reached, but does not answer: " + e.getMessage(), e);
        }
    }

    private static String fullVersion(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select version()")) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    /** @param version as the server says it, e.g. {@code 11.4.5-MariaDB-ubu2404} */
    static boolean isGoodEnough(String version) {
        if (!version.contains("MariaDB")) return false;
        var numbers = version.split("[.-]");
        if (numbers.length < 2 || !numbers[0].matches("\\d{1,3}") || !numbers[1].matches("\\d{1,3}")) return false;
        var major = Integer.parseInt(numbers[0]);
        return major > MAJOR || (major == MAJOR && Integer.parseInt(numbers[1]) >= MINOR);
    }
}
