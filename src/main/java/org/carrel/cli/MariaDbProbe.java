package org.carrel.cli;

import java.sql.SQLException;
import java.util.Properties;
import org.carrel.platform.DatabaseSettings;
import org.mariadb.jdbc.Driver;

/** Asks whether a database server takes connections. */
final class MariaDbProbe {
    private MariaDbProbe() {}

    /** False while the server is away or still starting. */
    static boolean answers(DatabaseSettings access) {
        var properties = new Properties();
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password());
        properties.setProperty("connectTimeout", "2000");
        try (var connection = new Driver().connect(access.url(), properties)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }
}
