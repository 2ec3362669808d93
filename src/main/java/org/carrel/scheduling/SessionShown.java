package org.carrel.scheduling;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Locale;

/**
 * How a session is told to calendars.
 *
 * @param zone of its site, in which its hours are meant
 * @param language English or Spanish
 * @param page address of its own page, where who may see it reads more
 */
public record SessionShown(ZoneId zone, Locale language, String page) implements Serializable {
    /** With the number of the session behind it, below the address of the server. */
    private static final String PATH = "/schedule/session/";

    /** The page of a session. @param baseUrl how people reach the server, with or without a slash at its end */
    public static String page(String baseUrl, long session) {
        return baseUrl.replaceFirst("/$", "") + PATH + session;
    }
}
