package org.carrel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogScrubTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            Setup code: 7KQM-2XPA,                                  Setup code: …
            Mail to maya.okafor@school.example failed,              Mail to … failed
            Duplicate entry 'maya' for key 'account_username',      Duplicate entry “…” for key “…”
            No record for "Maya Okafor",                            No record for “…”
            card 30001001 is not good,                              card … is not good
            GET /search?q=maya+okafor 500,                          GET /search?… 500
            password=letmein rest,                                  password=… rest
            Authorization: Bearer,                                  Authorization: …
            it wasn't there and won't be,                           it wasn't there and won't be
            2026-11-30T15:14:02.123+0000 WARNING org.carrel.X,      2026-11-30T15:14:02.123+0000 WARNING org.carrel.X
            import 12 took 3045 ms,                                 import 12 took 3045 ms
            """)
    void whatCouldBeSomebodysIsTakenOut(String line, String clean) { // PR-14
        assertThat(LogScrub.line(line)).isEqualTo(clean);
    }

    @Property
    void noNumberAsLongAsACardStays(@ForAll @LongRange(min = 10_000) long number) { // PR-14
        assertThat(LogScrub.line("card " + number + " of a person")).isEqualTo("card … of a person");
    }
}
