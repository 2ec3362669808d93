package org.carrel.security.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts what an audit event says about a person: AES-256-GCM. Bound to person and action, so that it opens in no other
 * event's place.
 */
public final class PayloadSeal {
    /** Bytes of a nonce; a new random one for each payload. */
    public static final int NONCE = 12;

    private static final byte VERSION = 1;
    private static final int TAG_BITS = 128;

    private PayloadSeal() {}

    /** A sealed payload as it is stored. @param person pseudonym of the person with whose key it is sealed */
    public record Sealed(long person, byte[] bytes) {}

    public static Sealed seal(SecretKey key, long person, String action, String text, byte[] nonce) {
        var encrypted = run(Cipher.ENCRYPT_MODE, key, person, action, nonce, text.getBytes(StandardCharsets.UTF_8));
        var bytes = ByteBuffer.allocate(1 + NONCE + encrypted.length);
        return new Sealed(person, bytes.put(VERSION).put(nonce).put(encrypted).array());
    }

    /** Empty when it was sealed with another key, for another person or action, or was changed. */
    public static Optional<String> open(SecretKey key, Sealed sealed, String action) {
        var bytes = ByteBuffer.wrap(sealed.bytes());
        if (bytes.remaining() <= 1 + NONCE || bytes.get() != VERSION) return Optional.empty();
        var nonce = new byte[NONCE];
        bytes.get(nonce);
        var encrypted = new byte[bytes.remaining()];
        bytes.get(encrypted);
        try {
            var text = run(Cipher.DECRYPT_MODE, key, sealed.person(), action, nonce, encrypted);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (NotSealedSo e) {
            return Optional.empty();
        }
    }

    private static byte[] run(int mode, SecretKey key, long person, String action, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((person + "\n" + action).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (AEADBadTagException e) {
            throw new NotSealedSo(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    private static final class NotSealedSo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSealedSo(Throwable cause) {
            super(cause);
        }
    }
}
