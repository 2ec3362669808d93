package org.carrel.security.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.security.Role;
import org.carrel.security.UnlockProblem;

/** What a desk is unlocked with beside the password. */
public final class UnlockRules {
    /** Ten thousand values are few for a key that opens the records of a whole school. */
    public static final int SHORTEST_PIN = 6;

    private static final Pattern BADGE = Pattern.compile("[0-9A-Z-]{4,40}");

    private UnlockRules() {}

    /**
     * What was shown, as far as it is right.
     *
     * @param withPin whether the PIN was shown beside it
     */
    public record Shown(boolean password, boolean pin, boolean badge, boolean withPin) {}

    /**
     * Whether it opens the desk. A badge can be read by whoever stands beside it, so that it alone is not enough for who
     * administers.
     *
     * @param badgeWithPin the school wants both
     */
    public static boolean opens(Shown shown, Role role, boolean badgeWithPin) {
        if (shown.password()) return true;
        if (shown.badge() && shown.withPin()) return true;
        if (badgeWithPin) return false;
        return shown.pin() || shown.badge() && role != Role.ADMIN;
    }

    public static Optional<UnlockProblem> pinProblem(String pin, String again) {
        if (!pin.matches("[0-9]{" + SHORTEST_PIN + ",8}")) return Optional.of(UnlockProblem.NO_PIN);
        if (PinRules.problem(pin, List.of()).isPresent()) return Optional.of(UnlockProblem.EASY_PIN);
        return pin.equals(again) ? Optional.empty() : Optional.of(UnlockProblem.NOT_THE_SAME);
    }

    public static Optional<UnlockProblem> badgeProblem(String badge) {
        return BADGE.matcher(badge(badge)).matches() ? Optional.empty() : Optional.of(UnlockProblem.NO_BADGE);
    }

    /** As a scanner sends it. */
    public static String badge(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }
}
