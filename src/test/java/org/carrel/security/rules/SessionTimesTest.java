package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carrel.security.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SessionTimesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest(name = "{0}: {1} without doing anything, {2} in all")
    @CsvSource({
        "STUDENT,    PT2M,  PT10M",
        "TEACHER,    PT60M, PT12H",
        "SUBSTITUTE, PT60M, PT12H",
        "TECHNICIAN, PT15M, PT10H",
        "AIDE,       PT15M, PT10H",
        "LIBRARIAN,  PT15M, PT10H",
        "ADMIN,      PT15M, PT8H"
    })
    void timesOfEachRole(Role role, Duration idle, Duration longest) {
        var times = SessionTimes.of(role);
        assertThat(times).isEqualTo(new SessionTimes(idle, longest));
        assertThat(times.hold(NOON, NOON, NOON.plus(idle).minusMillis(1))).isTrue();
        assertThat(times.hold(NOON, NOON, NOON.plus(idle))).isFalse();
        assertThat(times.hold(NOON, NOON.plus(longest).minusMillis(1), NOON.plus(longest)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aStudentsSessionEndsWhereThatOfStaffIsLocked(Role role) {
        assertThat(SessionTimes.lock(role)).isEqualTo(role != Role.STUDENT);
        var times = SessionTimes.of(role);
        assertThat(times.last(NOON, NOON.plus(times.longest()).minusMillis(1))).isTrue();
        assertThat(times.last(NOON, NOON.plus(times.longest()))).isFalse();
    }

    @Property
    boolean whatIsOverStaysOver(
            @ForAll Role role,
            @ForAll @IntRange(max = 50_000) int used,
            @ForAll @IntRange(max = 100_000) int now,
            @ForAll @IntRange(max = 100_000) int later) {
        var times = SessionTimes.of(role);
        var last = NOON.plusSeconds(used);
        var over = !times.hold(NOON, last, last.plusSeconds(now));
        return !over || !times.hold(NOON, last, last.plusSeconds(now).plusSeconds(later));
    }
}
