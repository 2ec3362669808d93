package org.carrel.kiosk.web;

import jakarta.faces.application.ViewExpiredException;
import java.util.Optional;
import java.util.Set;
import org.carrel.platform.DatabaseProblem;

/**
 * What went wrong, as far as a reader needs to know.
 *
 * @param status of HTTP
 * @param key between {@code error.} and {@code .title} in the bundles
 */
record ScreenProblem(int status, String key) {
    private static final Set<Integer> HAVE_WORDS = Set.of(400, 403, 404, 405, 413, 414, 421, 500, 503);

    ScreenProblem(int status) {
        this(status, words(status));
    }

    /** Empty for exceptions that mean nothing to a reader. */
    static Optional<ScreenProblem> of(Throwable exception) {
        return switch (exception) {
            case ViewExpiredException expired -> Optional.of(new ScreenProblem(400, "expired"));
            case DatabaseProblem away -> Optional.of(new ScreenProblem(503));
            default -> Optional.empty();
        };
    }

    String titleKey() {
        return "error." + key + ".title";
    }

    String textKey() {
        return "error." + key + ".text";
    }

    private static String words(int status) {
        if (HAVE_WORDS.contains(status)) return Integer.toString(status);
        return status < 500 ? "400" : "500";
    }
}
