package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Property
    void aCodeIsReadBackHoweverItIsTyped(@ForAll long seed) {
        var code = Secret.code(new SplittableRandom(seed));
        assertThat(code).matches("[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
        var plain = Secret.plainCode(code);
        assertThat(Secret.plainCode(" " + code.toLowerCase(Locale.ROOT).replace("-", " – ") + "\t"))
                .isEqualTo(plain);
    }

    @Property
    void tokensHave256BitsAndNoSignThatACookieMayNotHave(@ForAll long seed) {
        assertThat(Secret.token(new SplittableRandom(seed))).matches("[A-Za-z0-9_-]{43}");
    }

    /** FIPS 180-4, the example of one block. */
    @Test
    void aHashIsSha256() {
        assertThat(Secret.hash("abc"))
                .asHexString()
                .isEqualToIgnoringCase("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");
    }
}
