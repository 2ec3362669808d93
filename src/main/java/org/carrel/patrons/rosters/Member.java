package org.carrel.patrons.rosters;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** A file of a roster: its flat name and where its bytes are, to be read as often as is wanted. */
record Member(String name, Opener opener) {
    /** Opens the bytes from the beginning. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /** A small one. */
    Member(String name, byte[] bytes) {
        this(name, () -> new ByteArrayInputStream(bytes));
    }

    InputStream open() throws IOException {
        return opener.open();
    }

    /** {@code users} for {@code users.csv}. */
    String part() {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    boolean endsWith(String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
