package org.carrel.security;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.carrel.platform.Door;
import org.carrel.security.rules.RequestRate;
import org.carrel.security.rules.Secret;

/** Words in addresses that open something to whoever has them, and how often wrong ones may be tried. */
@Door
public class SecretWords {
    private static final int SHORT_BYTES = 16;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Turns turns = new Turns();

    @Inject
    public SecretWords(Clock clock) {
        this.clock = clock;
    }

    /** 256 random bits, 43 characters; to be shown once and kept as its {@link #hash}. */
    public String make() {
        return Secret.token(random);
    }

    /** 128 random bits, 22 characters: for what may be read by many and can be switched off. */
    public String makeShort() {
        var bytes = new byte[SHORT_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public byte[] hash(String word) {
        return Secret.hash(word);
    }

    /** A word has opened nothing: how long to wait before the next one; zero: not at all. @param address where it came from */
    public Duration wrong(String address) {
        return turns.take(RequestRate.WRONG_TOKEN, SignInTries.network(address), clock.instant());
    }
}
