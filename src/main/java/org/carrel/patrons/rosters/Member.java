package org.carrel.patrons.rosters;

import java.util.Locale;

/** A file of a roster: its flat name and its bytes. */
record Member(String name, byte[] bytes) {
    /** {@code users} for {@code users.csv}. */
    String part() {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    boolean endsWith(String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
