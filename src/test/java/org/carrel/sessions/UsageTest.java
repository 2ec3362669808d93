package org.carrel.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ClassSession.Kind;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionTeacher;
import org.carrel.scheduling.TimeSpan;
import org.carrel.sessions.Usage.Count;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final Instant NINE = Instant.parse("2026-10-19T14:00:00Z");

    private static ClassSession session(String teacher, State state, int first, int last) {
        return session(teacher, state, first, last, Kind.RESEARCH);
    }

    private static ClassSession session(String teacher, State state, int first, int last, Kind kind) {
        return new ClassSession(
                1,
                "LMC",
                kind,
                state,
                UUID.randomUUID(),
                0,
                new SessionTeacher(1, OptionalLong.empty(), OptionalLong.empty(), teacher),
                new SessionFacts(OptionalLong.empty(), "", "5", 24, "Science", "", "", 0),
                LocalDate.of(2026, 10, 19),
                first,
                last,
                new TimeSpan(NINE, NINE.plus(Duration.ofHours(1))),
                List.of(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                "",
                Optional.empty(),
                1,
                UUID.randomUUID(),
                OptionalLong.empty(),
                NINE,
                NINE);
    }

    private static List<Count> byTeacher(ClassSession... sessions) {
        return Usage.by(List.of(sessions), one -> List.of(one.teacher().name()));
    }

    @Test
    void whatWasCalledOffInTimeIsNothingAndWhatNobodyCameToIsNoUse() { // B-32
        assertThat(byTeacher(
                        session("Chen", State.BOOKED, 1, 2),
                        session("Chen", State.RELEASED, 3, 3),
                        session("Chen", State.LATE_CANCELLED, 4, 4),
                        session("Chen", State.CANCELLED, 5, 5),
                        session("Ortiz", State.CANCELLED, 1, 1)))
                .containsExactly(new Count("Chen", 1, 2, 24, 1, 1));
    }

    @Test
    void testsAndRepairsAreNoUseOfClasses() {
        assertThat(byTeacher(
                        session("Chen", State.BOOKED, 1, 1, Kind.TESTING),
                        session("Chen", State.BOOKED, 1, 1, Kind.MAINTENANCE)))
                .isEmpty();
    }

    @Test
    void whoHasMoreThanTwiceAnEqualShareHasMuch() {
        var counts = byTeacher(
                session("Chen", State.BOOKED, 1, 5),
                session("Ortiz", State.BOOKED, 1, 1),
                session("Diaz", State.BOOKED, 2, 2));
        assertThat(counts).extracting(Count::name).containsExactly("Chen", "Diaz", "Ortiz");
        assertThat(counts).extracting(count -> count.isMuch(7, 3)).containsExactly(true, false, false);
        assertThat(counts.getFirst().share(7)).isEqualTo(714);
    }

    @Test
    void eachPeriodOfALongSessionIsTaken() {
        var sessions = List.of(session("Chen", State.BOOKED, 2, 3), session("Ortiz", State.BOOKED, 3, 3));
        assertThat(Usage.byPeriod(sessions))
                .extracting(Count::name, Count::sessions)
                .containsExactly(tuple("2", 1), tuple("3", 2));
    }
}
