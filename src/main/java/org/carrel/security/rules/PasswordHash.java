package org.carrel.security.rules;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * How passwords are kept: {@code $pbkdf2-sha256$600000$SALT$HASH}, both in Base64. The text names algorithm and cost, so
 * that both can rise: what was made with less is still good, and is made anew when its password is next typed. Source of
 * the cost: OWASP Password Storage Cheat Sheet.
 */
public final class PasswordHash {
    /** Iterations of a hash that is made now. */
    public static final int ITERATIONS = 600_000;

    private static final String NAME = "pbkdf2-sha256";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern SHAPE =
            Pattern.compile("\\$" + NAME + "\\$([1-9][0-9]{3,7})\\$([A-Za-z0-9+/]{6,64})\\$([A-Za-z0-9+/]{43})");

    private PasswordHash() {}

    /** Takes a tenth of a second of processor time: that is what it is for. */
    public static String of(String password, RandomGenerator random) {
        return of(password, random, ITERATIONS);
    }

    static String of(String password, RandomGenerator random, int iterations) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$" + NAME + "$" + iterations + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(derive(password, salt, iterations));
    }

    /** A hash that no password has, for names that nobody has: to look at it takes as long as to look at a real one. */
    public static String ofNobody(RandomGenerator random) {
        var bytes = new byte[SALT_BYTES + HASH_BYTES];
        random.nextBytes(bytes);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$" + NAME + "$" + ITERATIONS + "$" + base64.encodeToString(Arrays.copyOf(bytes, SALT_BYTES)) + "$"
                + base64.encodeToString(Arrays.copyOfRange(bytes, SALT_BYTES, bytes.length));
    }

    /** Whether this is the password of the hash; takes as long for a wrong one as for the right one. */
    public static boolean matches(String password, String hash) {
        var parts = parts(hash);
        var base64 = Base64.getDecoder();
        var derived = derive(password, base64.decode(parts.group(2)), Integer.parseInt(parts.group(1)));
        return MessageDigest.isEqual(derived, base64.decode(parts.group(3)));
    }

    /** Whether it was made with less than is due today. */
    public static boolean isOutdated(String hash) {
        return Integer.parseInt(parts(hash).group(1)) < ITERATIONS;
    }

    private static Matcher parts(String hash) {
        var parts = SHAPE.matcher(hash);
        if (!parts.matches()) throw new IllegalArgumentException("Not a password hash of ours");
        return parts;
    }

    /** Signs that look alike and come from different keyboards count as the same (NIST SP 800-63B 3.1.1.2). */
    private static byte[] derive(String password, byte[] salt, int iterations) {
        var typed = Normalizer.normalize(password, Normalizer.Form.NFKC).toCharArray();
        var key = new PBEKeySpec(typed, salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        } finally {
            key.clearPassword();
        }
    }
}
