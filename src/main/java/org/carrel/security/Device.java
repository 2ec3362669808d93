package org.carrel.security;

import java.time.Instant;
import java.util.Optional;

/**
 * A screen that stands in the library and belongs to nobody. It never carries a person's role.
 *
 * @param siteCode of the school it stands in
 * @param site name of that school
 * @param enrolled when its token was given out; empty while it waits for that
 * @param switchedOff when it was revoked; empty while it is good
 */
public record Device(
        long id,
        String name,
        String siteCode,
        String site,
        Skin skin,
        Audience audience,
        Optional<Instant> enrolled,
        Optional<Instant> switchedOff) {

    /** Longest name of a device. */
    public static final int MAX_NAME = 100;

    /** How pages look on it. */
    public enum Skin {
        STANDARD,
        /** For readers of five to seven: topics first, larger targets. */
        PICTURE
    }

    /** Whom it stands there for: what is suggested is for them. */
    public enum Audience {
        ALL,
        ELEMENTARY,
        MIDDLE,
        HIGH
    }

    public boolean isGood() {
        return enrolled.isPresent() && switchedOff.isEmpty();
    }
}
