package org.carrel.security.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carrel.security.NewPassword;
import org.carrel.security.PasswordProblem;

/**
 * Which passwords can be chosen: long ones that are not tried first everywhere. No rules about capitals and figures: they
 * make passwords that people forget and programs guess (NIST SP 800-63B, ASVS 5.0 V6.2).
 */
public final class PasswordRules {
    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_NAME = 4;
    private static final Pattern DECORATION = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern TWICE = Pattern.compile("(.{1,}?)\\1+");
    private static final String ROWS = "abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm 01234567890";

    private final Set<String> common;

    /** @param common in lower case */
    public PasswordRules(Set<String> common) {
        this.common = common;
    }

    /** @param names that everybody can guess: the account's, the school's */
    public Optional<PasswordProblem> problem(String password, Iterable<String> names) {
        var length = password.codePointCount(0, password.length());
        if (length < NewPassword.SHORTEST) return Optional.of(PasswordProblem.TOO_SHORT);
        if (length > NewPassword.LONGEST) return Optional.of(PasswordProblem.TOO_LONG);
        var plain = password.toLowerCase(Locale.ROOT);
        if (isCommon(plain)) return Optional.of(PasswordProblem.TOO_COMMON);
        return hasName(plain, names) ? Optional.of(PasswordProblem.HAS_NAME) : Optional.empty();
    }

    /** {@code Password2026!} is the common word with what everybody puts around it. */
    private boolean isCommon(String plain) {
        var word = DECORATION.matcher(plain).replaceAll("");
        var repeated = TWICE.matcher(word);
        var core = repeated.matches() ? repeated.group(1) : word;
        return plain.codePoints().distinct().count() < FEWEST_DIFFERENT
                || common.contains(plain)
                || common.contains(word)
                || common.contains(core)
                || isRow(plain);
    }

    private static boolean isRow(String plain) {
        var backwards = new StringBuilder(ROWS).reverse().toString();
        return ROWS.contains(plain) || backwards.contains(plain);
    }

    private static boolean hasName(String plain, Iterable<String> names) {
        for (var name : names) {
            for (var part : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                if (part.length() >= SHORTEST_NAME && remainder(plain, part) < NewPassword.SHORTEST - SHORTEST_NAME)
                    return true;
            }
        }
        return false;
    }

    /** How much there is besides the name: enough of it makes a password of its own. */
    private static int remainder(String plain, String part) {
        return plain.contains(part) ? plain.replace(part, "").length() : Integer.MAX_VALUE;
    }
}
