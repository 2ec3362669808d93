package org.carrel.security.web;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser may load and run on our pages: our own files, and those scripts in a page that carry this answer's
 * nonce. PrimeFaces makes a nonce of its own for the scripts that it writes; {@link #admit} takes it in, so that one
 * policy covers both.
 */
final class ContentSecurityPolicy {
    static final String HEADER = "Content-Security-Policy";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 18;
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/_-]{16,100}={0,2})'");
    private static final String FIXED =
            "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none';"
                    + " form-action 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'";

    private final SequencedSet<String> nonces = new LinkedHashSet<>();

    ContentSecurityPolicy() {
        var bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        nonces.add(Base64.getEncoder().encodeToString(bytes));
    }

    /** For script elements of our own templates. */
    String nonce() {
        return nonces.getFirst();
    }

    /** Takes over the nonce of a policy that a library wants to send; the rest of that policy is dropped. */
    void admit(String policy) {
        var found = NONCE.matcher(policy);
        if (found.find()) nonces.add(found.group(1));
    }

    String value() {
        return nonces.stream().map(nonce -> " 'nonce-" + nonce + "'").collect(Collectors.joining("", FIXED, ""));
    }
}
