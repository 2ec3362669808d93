package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    private static final Random RANDOM = new Random(7);
    private static final int LITTLE = 64;

    /** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB and two passes, or more. */
    @Test
    void whatIsStoredNamesItsAlgorithmAndItsCost() {
        assertThat(PasswordHash.of("seven paper lanterns", RANDOM)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    /** From the test vectors of the reference implementation, version 19: m=65536, t=2, p=1. */
    @Test
    void theHashIsThatOfTheStandard() {
        var hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(PasswordHash.matches("password", hash)).isTrue();
        assertThat(PasswordHash.matches("Password", hash)).isFalse();
    }

    /** RFC 7914 section 11: password "Password", salt "NaCl", 80,000 iterations; the first 32 bytes. */
    @Test
    void whatWasStoredByPbkdf2IsStillGoodAndIsMadeAnew() {
        var hash = "$pbkdf2-sha256$80000$TmFDbA$TdzY9guYviGDDO5e8icB+WQaRBjQTAQUrv8Ih2s0q1Y";
        assertThat(PasswordHash.matches("Password", hash)).isTrue();
        assertThat(PasswordHash.matches("password", hash)).isFalse();
        assertThat(PasswordHash.isOutdated(hash)).isTrue();
    }

    @Test
    void onlyItsOwnPasswordMatches() {
        var hash = PasswordHash.of("seven paper lanterns", RANDOM, LITTLE);
        assertThat(PasswordHash.matches("seven paper lanterns", hash)).isTrue();
        assertThat(PasswordHash.matches("Seven paper lanterns", hash)).isFalse();
        assertThat(PasswordHash.matches("seven paper lanterns ", hash)).isFalse();
        assertThat(PasswordHash.matches("", hash)).isFalse();
        assertThat(PasswordHash.matches("x".repeat(100_000), hash)).isFalse();
    }

    @Test
    void theSamePasswordIsNeverStoredTheSameWay() {
        assertThat(PasswordHash.of("seven paper lanterns", RANDOM, LITTLE))
                .isNotEqualTo(PasswordHash.of("seven paper lanterns", RANDOM, LITTLE));
    }

    /** Two keyboards write the same letter in two ways. */
    @Test
    void lettersWithSignsMatchHoweverTheyWereTyped() {
        var hash = PasswordHash.of("Ma\u00f1ana ser\u00e1 otro d\u00eda", RANDOM, LITTLE);
        assertThat(PasswordHash.matches("Man\u0303ana sera\u0301 otro di\u0301a", hash))
                .isTrue();
    }

    @Test
    void lessThanIsDueTodayIsMadeAnew() {
        assertThat(PasswordHash.isOutdated(PasswordHash.of("seven paper lanterns", RANDOM, LITTLE)))
                .isTrue();
        assertThat(PasswordHash.isOutdated(PasswordHash.ofNobody(RANDOM))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$2a$10$abcdefghijklmnopqrstuv",
                "$pbkdf2-sha256$0$AAAA$AAAA",
                "$argon2id$v=19$m=0,t=2,p=1$AAAA$AAAA"
            })
    void whatIsNoHashIsNoneThatMatches(String hash) {
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.matches("x", hash));
    }
}
