package org.carrel.security;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who can sign in.
 *
 * @param username in lower case
 * @param site code of the only site the account is for; empty: all sites
 * @param hasPassword false until one is chosen with the code that an administrator hands over
 * @param codeEnds until when that code can be used; empty when there is none
 * @param disabled since when nobody gets in with it; empty when it is good
 * @param sessions how many are open
 */
public record Account(
        long number,
        String username,
        String displayName,
        Role role,
        Optional<String> site,
        boolean hasPassword,
        Optional<Instant> codeEnds,
        Optional<Instant> disabled,
        int sessions) {
    /** Longest display name, in characters. */
    public static final int LONGEST_NAME = 100;

    public Caller caller() {
        return new Caller(number, username, displayName, role, site);
    }
}
