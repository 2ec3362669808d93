package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carrel.security.rules.PayloadSeal.Sealed;
import org.junit.jupiter.api.Test;

class PayloadSealTest {
    private static final long MAYA = 0x12345678901234L;

    private static SecretKey key(int seed) {
        return new SecretKeySpec(bytes(seed, 32), "AES");
    }

    private static byte[] bytes(int seed, int count) {
        var bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static Sealed sealed(String text) {
        return PayloadSeal.seal(key(1), MAYA, "person_viewed", text, bytes(2, PayloadSeal.NONCE));
    }

    @Property
    void whatIsSealedOpensAgain(@ForAll String text) {
        // A lone half of a pair of signs is no text that UTF-8 could keep.
        var kept = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(PayloadSeal.open(key(1), sealed(kept), "person_viewed")).hasValue(kept);
    }

    @Test
    void nothingOfItCanBeRead() {
        var bytes = new String(sealed("Maya Okafor, 12345").bytes(), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("Maya", "Okafor", "12345");
    }

    @Test
    void itOpensWithItsOwnKeyForItsOwnPersonAndActionOnly() {
        var sealed = sealed("{}");
        assertThat(PayloadSeal.open(key(3), sealed, "person_viewed")).isEmpty();
        assertThat(PayloadSeal.open(key(1), sealed, "person_exported")).isEmpty();
        var moved = new Sealed(MAYA + 1, sealed.bytes());
        assertThat(PayloadSeal.open(key(1), moved, "person_viewed")).isEmpty();
        assertThat(PayloadSeal.open(key(1), new Sealed(MAYA, new byte[0]), "person_viewed"))
                .isEmpty();
    }

    @Property
    void whoChangesABitOpensNothing(@ForAll @IntRange(max = 28) int at, @ForAll @IntRange(max = 7) int bit) {
        var sealed = sealed("{\"a\":1}");
        sealed.bytes()[at] ^= (byte) (1 << bit);
        assertThat(PayloadSeal.open(key(1), sealed, "person_viewed")).isEmpty();
    }
}
