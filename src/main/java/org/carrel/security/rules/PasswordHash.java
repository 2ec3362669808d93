package org.carrel.security.rules;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How passwords are kept: {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}, both in Base64, as the PHC string format has it.
 * The text names algorithm and cost, so that both can rise: what was made with less, or by PBKDF2 before, is still good, and
 * is made anew when its password is next typed. Source of the cost: OWASP Password Storage Cheat Sheet; of the algorithm:
 * RFC 9106.
 */
public final class PasswordHash {
    /** Kibibytes that one hash takes while it is made. */
    public static final int MEMORY = 19_456;

    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String NEW = "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s";
    private static final Pattern ARGON = Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]?),p=1"
            + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{43})");
    private static final Pattern PBKDF =
            Pattern.compile("\\$pbkdf2-sha256\\$([1-9][0-9]{3,7})\\$([A-Za-z0-9+/]{6,64})\\$([A-Za-z0-9+/]{43})");

    private PasswordHash() {}

    /** Takes a twentieth of a second of processor time, and memory: that is what it is for. */
    public static String of(String password, RandomGenerator random) {
        return of(password, random, MEMORY);
    }

    static String of(String password, RandomGenerator random, int memory) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return text(memory, salt, argon2id(password, salt, memory, PASSES));
    }

    /** A hash that no password has, for names that nobody has: to look at it takes as long as to look at a real one. */
    public static String ofNobody(RandomGenerator random) {
        var bytes = new byte[SALT_BYTES + HASH_BYTES];
        random.nextBytes(bytes);
        return text(MEMORY, Arrays.copyOf(bytes, SALT_BYTES), Arrays.copyOfRange(bytes, SALT_BYTES, bytes.length));
    }

    private static String text(int memory, byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder().withoutPadding();
        return NEW.formatted(memory, PASSES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** Whether this is the password of the hash; takes as long for a wrong one as for the right one. */
    public static boolean matches(String password, String hash) {
        var base64 = Base64.getDecoder();
        var argon = ARGON.matcher(hash);
        if (argon.matches()) {
            var memory = Integer.parseInt(argon.group(1));
            var passes = Integer.parseInt(argon.group(2));
            var derived = argon2id(password, base64.decode(argon.group(3)), memory, passes);
            return MessageDigest.isEqual(derived, base64.decode(argon.group(4)));
        }
        var pbkdf = PBKDF.matcher(hash);
        if (!pbkdf.matches()) throw new IllegalArgumentException("Not a password hash of ours");
        var derived = pbkdf2(password, base64.decode(pbkdf.group(2)), Integer.parseInt(pbkdf.group(1)));
        return MessageDigest.isEqual(derived, base64.decode(pbkdf.group(3)));
    }

    /** Whether it was made with less than is due today. */
    public static boolean isOutdated(String hash) {
        var argon = ARGON.matcher(hash);
        if (!argon.matches()) return true;
        return Integer.parseInt(argon.group(1)) < MEMORY || Integer.parseInt(argon.group(2)) < PASSES;
    }

    /** Signs that look alike and come from different keyboards count as the same (NIST SP 800-63B 3.1.1.2). */
    private static String typed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static byte[] argon2id(String password, byte[] salt, int memory, int passes) {
        var cost = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build();
        var generator = new Argon2BytesGenerator();
        generator.init(cost);
        var hash = new byte[HASH_BYTES];
        generator.generateBytes(typed(password).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static byte[] pbkdf2(String password, byte[] salt, int iterations) {
        var key = new PBEKeySpec(typed(password).toCharArray(), salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has PBKDF2WithHmacSHA256", e);
        } finally {
            key.clearPassword();
        }
    }
}
