package org.carrel.platform;

/**
 * Which database to use.
 *
 * @param url a JDBC URL with the name of the database, or empty for the MariaDB that Carrel brings along
 */
public record DatabaseSettings(String url, String user, String password) {
    public boolean embedded() {
        return url.isEmpty();
    }

    /** Without the password, which must not get into a log. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
