package org.carrel.catalog.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.carrel.catalog.BibRecord;

/** Hashes under which the store finds records again. */
public final class KeyHashes {
    private KeyHashes() {}

    /** Of each key of the record the first eight bytes of its SHA-256; each once. */
    public static List<Long> of(BibRecord bib) {
        return MatchKeys.of(bib).stream().map(KeyHashes::of).distinct().toList();
    }

    /** Of one key. */
    public static long of(MatchKey key) {
        return ByteBuffer.wrap(sha256(key.kind() + ":" + key.value())).getLong();
    }

    /** Of the text in UTF-8. */
    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
