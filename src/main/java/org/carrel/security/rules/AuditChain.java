package org.carrel.security.rules;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import org.carrel.security.AuditEvent;
import org.carrel.security.rules.PayloadSeal.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * The hash that ties an audit event to the one before it. What is hashed is what is stored: of an encrypted payload the
 * encrypted bytes, so that the chain holds when its key is destroyed.
 */
public final class AuditChain {
    private AuditChain() {}

    /** Of an event whose payload everybody may read. */
    public static byte[] hash(byte[] previous, AuditEvent event) {
        return hash(previous, event, Optional.empty());
    }

    /**
     * SHA-256 over the hash before and every field, each with its length or a mark that there is none.
     *
     * @param sealed the payload as it is stored, where it is encrypted; the event's own does not count then
     */
    public static byte[] hash(byte[] previous, AuditEvent event, Optional<Sealed> sealed) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeLong(event.number());
            write(out, event.at());
            out.writeLong(event.actor().orElse(0));
            text(out, event.action());
            text(out, event.subject().map(AuditEvent.Subject::kind).orElse(null));
            out.writeLong(event.subject().map(AuditEvent.Subject::number).orElse(0L));
            if (sealed.isPresent()) {
                bytes(out, sealed.get().bytes());
                out.writeLong(sealed.get().person());
            } else {
                text(out, event.payload().orElse(null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256(bytes.toByteArray());
    }

    /** To the millisecond, as the database keeps it. */
    private static void write(DataOutputStream out, Instant at) throws IOException {
        out.writeLong(at.toEpochMilli());
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
