package org.carrel.security.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What only its holder knows. A token is long and random, so that a plain hash of it can be kept; a code is short enough to
 * be typed once, and therefore short-lived.
 */
public final class Secret {
    private static final int TOKEN_BYTES = 32;
    private static final int CODE_LENGTH = 8;
    /** Without what is taken for another: I, L, O, U, 0, 1. 30 signs, so that a code has 39 bits. */
    private static final String CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Secret() {}

    /** 256 random bits, as text for a cookie. */
    public static String token(RandomGenerator random) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** As people read it: {@code 7KQ3-M9TX}. */
    public static String code(RandomGenerator random) {
        var code = new StringBuilder(CODE_LENGTH + 1);
        for (var i = 0; i < CODE_LENGTH; i++) {
            if (i == CODE_LENGTH / 2) code.append('-');
            code.append(CODE_SIGNS.charAt(random.nextInt(CODE_SIGNS.length())));
        }
        return code.toString();
    }

    /** A code as it was typed, in the form in which codes are hashed: case, spaces and hyphens do not matter. */
    public static String plainCode(String typed) {
        return typed.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
    }

    /** SHA-256. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
