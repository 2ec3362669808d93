package org.carrel.scheduling.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.SampleDays.FIRST;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.HeldSpan;
import org.carrel.scheduling.SampleDays;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionTeacher;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.TimetableEffect.Choice;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableEffectsTest {
    private static final long CART = 7;
    private static final Instant NOW = FIRST.minusDays(10).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);

    private static ClassSession session(long id, Timetable timetable, LocalDate day, int period) {
        return new ClassSession(
                id,
                "LMC",
                ClassSession.Kind.RESEARCH,
                ClassSession.State.BOOKED,
                new UUID(0, id),
                0,
                new SessionTeacher(id, OptionalLong.empty(), OptionalLong.empty(), "Teacher"),
                new SessionFacts(OptionalLong.empty(), "", "", 20, "", "", "", 0),
                day,
                period,
                period,
                timetable.span(day, period, period).orElseThrow(),
                List.of(new ClassSession.Part(
                        CART, BookingResource.Kind.CART, "Cart", "", OptionalLong.empty(), 20, false)),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                "",
                Optional.empty(),
                1,
                new UUID(1, id),
                OptionalLong.empty(),
                NOW,
                NOW);
    }

    /** A cart that is charged for so long after each session. */
    private static Known known(Timetable timetable, Duration charged, List<ClassSession> sessions) {
        var cart = new BookingResource(
                CART,
                "LMC",
                BookingResource.Kind.CART,
                "Cart",
                "",
                1,
                OptionalInt.empty(),
                Duration.ZERO,
                charged,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                false);
        var bare = new Known(NOW, timetable, Map.of(CART, cart), Map.of(), Map.of(), List.of(), List.of());
        return bare.and(sessions.stream()
                .map(one -> new HeldSpan(
                        CART, 1, one.span().with(Duration.ZERO, charged), OptionalLong.of(one.id()), one.id(), 20))
                .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"America/Chicago", "Europe/Helsinki", "Pacific/Auckland", "America/Phoenix", "Asia/Kolkata"})
    @DisplayName("B-27, B-28: what has its period on an early release gets its hours, on the same day of the school")
    void sessionsGetTheHoursOfTheNewDay(String zone) {
        var before = SampleDays.in(zone);
        var after = before.with(Map.of(FIRST, SampleDays.EARLY));
        var sessions = List.of(session(1, before, FIRST, 2), session(2, before, FIRST, 6));
        var other = session(3, before, FIRST.plusDays(1), 2);
        var all = List.of(sessions.getFirst(), sessions.get(1), other);
        var affected = TimetableEffects.affected(all, before, after, NOW);
        assertThat(affected).isEqualTo(sessions);
        var plan = TimetableEffects.plan(affected, known(after, Duration.ZERO, all), before, Map.of(2L, Choice.MOVE));
        assertThat(plan.effect().moved()).singleElement().satisfies(one -> {
            var starts = one.span().starts().atZone(after.zone());
            assertThat(starts.toLocalDate()).isEqualTo(FIRST);
            assertThat(starts.toLocalTime()).isEqualTo(LocalTime.of(8, 45));
        });
        assertThat(plan.effect().casualties()).singleElement().satisfies(one -> {
            assertThat(one.session().id()).isEqualTo(2);
            assertThat(one.keep()).isTrue();
        });
        assertThat(plan.planned()).hasSize(2).last().satisfies(one -> {
            assertThat(one.wish().day()).isEqualTo(FIRST);
            assertThat(one.wish().first()).as("the last of the short day").isEqualTo(5);
        });
    }

    @Test
    void whatClashesByTheTimeToChargeIsToldAndTheEarlierOneStays() {
        var before = SampleDays.chicago();
        // Fifty minutes to charge fit between the first and the third period of a usual day, not of a short one.
        var after = before.with(Map.of(FIRST, SampleDays.EARLY));
        var all = List.of(session(1, before, FIRST, 1), session(2, before, FIRST, 3));
        var plan = TimetableEffects.plan(all, known(after, Duration.ofMinutes(50), all), before, Map.of());
        assertThat(plan.effect().moved()).extracting(one -> one.session().id()).containsExactly(1L);
        assertThat(plan.effect().casualties())
                .extracting(one -> one.session().id())
                .containsExactly(2L);
        assertThat(plan.cancelled()).extracting(ClassSession::id).containsExactly(2L);
    }

    @Test
    void whatHasBegunIsLeftAlone() {
        var before = SampleDays.chicago();
        var after = before.with(Map.of(FIRST, SampleDays.EARLY));
        var second = session(1, before, FIRST, 2);
        assertThat(TimetableEffects.affected(
                        List.of(second), before, after, second.span().starts()))
                .isEmpty();
    }
}
