package org.carrel.security.rules;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what a request of a program is known when it comes again. Made with the program's token, which is kept nowhere: who reads
 * the tables cannot try cards and barcodes until a mark fits, and two programs never meet.
 */
public final class RequestMark {
    private RequestMark() {}

    /** The number under which the answer to this key is kept. Of version 4: the database does not find every one of version 8 again. */
    public static UUID number(String token, String key) {
        var bytes = mac(token, "key", key.getBytes(StandardCharsets.UTF_8));
        return new UUID(number(bytes, 0) & ~0xF000L | 0x4000L, number(bytes, 8) & ~(0b11L << 62) | 0b10L << 62);
    }

    /** What was sent, so that another request with the same key shows. 32 bytes. @param what method and address */
    public static byte[] content(String token, String what, byte[] body) {
        return mac(token, what, body);
    }

    private static long number(byte[] bytes, int from) {
        var number = 0L;
        for (var i = from; i < from + Long.BYTES; i++) number = number << 8 | bytes[i] & 0xFF;
        return number;
    }

    private static byte[] mac(String token, String what, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(what.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '\n');
            return Arrays.copyOf(mac.doFinal(content), 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
