package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.carrel.security.AuditEvent;
import org.carrel.security.AuditEvent.Subject;
import org.junit.jupiter.api.Test;

class AuditChainTest {
    private static final byte[] BEFORE = new byte[32];
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static AuditEvent event(long number, String action, String payload) {
        return new AuditEvent(
                number, NOON, OptionalLong.of(3), action, Optional.of(new Subject("account", 5)), Optional.of(payload));
    }

    /** Text cannot wander from one field into the next. */
    @Property
    boolean whatIsSaidDifferentlyHasAnotherHash(@ForAll String action, @ForAll String payload, @ForAll String other) {
        var same = payload.equals(other);
        return same
                        == Arrays.equals(
                                AuditChain.hash(BEFORE, event(1, action, payload)),
                                AuditChain.hash(BEFORE, event(1, action, other)))
                && !Arrays.equals(
                        AuditChain.hash(BEFORE, event(1, action + "x", payload)),
                        AuditChain.hash(BEFORE, event(1, action, "x" + payload)));
    }

    @Property
    boolean theNumberCounts(@ForAll @LongRange(min = 1, max = 1_000_000) long number) {
        return !Arrays.equals(
                AuditChain.hash(BEFORE, event(number, "a", "")), AuditChain.hash(BEFORE, event(number + 1, "a", "")));
    }

    @Test
    void theHashBeforeCounts() {
        var other = BEFORE.clone();
        other[31] = 1;
        assertThat(AuditChain.hash(other, event(1, "a", ""))).isNotEqualTo(AuditChain.hash(BEFORE, event(1, "a", "")));
    }

    @Test
    void nothingIsNotTheSameAsEmpty() {
        var none = new AuditEvent(1, NOON, OptionalLong.empty(), "a", Optional.empty(), Optional.empty());
        var empty = new AuditEvent(1, NOON, OptionalLong.empty(), "a", Optional.empty(), Optional.of(""));
        assertThat(AuditChain.hash(BEFORE, none)).isNotEqualTo(AuditChain.hash(BEFORE, empty));
    }
}
