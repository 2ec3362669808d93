package org.carrel.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carrel.testing.SeatAnswer.Kind;
import org.carrel.testing.rules.SeatRules.Facts;
import org.junit.jupiter.api.Test;

/** Who may sit where in a test (TS-3). */
class SeatRulesTest {
    private static Facts facts(OptionalLong sits, String why) {
        return new Facts(false, true, false, sits, 1, false, true, false, why);
    }

    @Property
    void nobodySitsAtWhatIsKeptTakenOrBrokenNorInTwoRooms(
            @ForAll boolean over,
            @ForAll boolean listed,
            @ForAll boolean elsewhere,
            @ForAll boolean kept,
            @ForAll boolean usable,
            @ForAll boolean taken,
            @ForAll @IntRange(max = 2) int sits,
            @ForAll boolean why) {
        var at = sits == 0 ? OptionalLong.empty() : OptionalLong.of(sits);
        var kind = SeatRules.of(
                new Facts(over, listed, elsewhere, at, 1, kept, usable, taken, why ? "Screen went dark" : " "));
        var changes = kind == Kind.SEATED || kind == Kind.SWAPPED;
        if (changes)
            assertThat(over || !listed || elsewhere || kept || !usable || taken).isFalse();
        if (kind == Kind.SWAPPED) assertThat(why && sits == 2).isTrue();
        if (kind == Kind.SEATED) assertThat(sits).isZero();
        assertThat(kind == Kind.SAME).isEqualTo(sits == 1 && !over && listed && !elsewhere);
    }

    @Test
    void aSwapTakesAReason() {
        assertThat(SeatRules.of(facts(OptionalLong.of(2), " "))).isEqualTo(Kind.WHY);
        assertThat(SeatRules.of(facts(OptionalLong.of(2), "x".repeat(SeatRules.LONGEST_WHY))))
                .isEqualTo(Kind.SWAPPED);
        assertThat(SeatRules.of(facts(OptionalLong.of(2), "x".repeat(SeatRules.LONGEST_WHY + 1))))
                .isEqualTo(Kind.WHY_TOO_LONG);
        assertThat(SeatRules.of(facts(OptionalLong.empty(), ""))).isEqualTo(Kind.SEATED);
    }
}
