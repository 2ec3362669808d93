package org.carrel.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carrel.scheduling.TestBookings.CHICAGO;
import static org.carrel.scheduling.TestBookings.MONDAY;

import java.sql.Connection;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carrel.patrons.OwnClasses;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Sql;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.SeriesAnswer.Done;
import org.carrel.scheduling.SeriesAnswer.Refused;
import org.carrel.scheduling.SeriesAnswer.Stopped;
import org.carrel.scheduling.SeriesAnswer.Wrong;
import org.carrel.scheduling.SeriesWish.Periods;
import org.carrel.scheduling.SeriesWish.Slot;
import org.carrel.scheduling.SessionChange.Why;
import org.carrel.security.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Series of sessions, against the real database. */
class SeriesIT {
    private TestBookings school;
    private SessionSeries series;
    private Caller teacher;
    private long zone;

    @BeforeEach
    void open() {
        school = TestBookings.open();
        series = series(List.of());
        teacher = school.teacher();
        zone = school.zone(1, 30);
    }

    @AfterEach
    void close() {
        if (school != null) school.close();
    }

    private SessionSeries series(List<SessionWatch> watches) {
        return new SessionSeries(
                school.desk.database,
                school.desk.clock,
                school.desk.calendar,
                new OwnClasses(school.desk.database, school.desk.clock),
                watches);
    }

    /** On Mondays, in these periods. */
    private SeriesWish mondays(LocalDate last, int... periods) {
        return new SeriesWish(
                school.wish(MONDAY, 2, zone),
                java.util.Arrays.stream(periods)
                        .mapToObj(number -> new Periods(number, number))
                        .toList(),
                new Recurrence.Weekly(Set.of(DayOfWeek.MONDAY), 1),
                last);
    }

    private Done booked(SeriesWish wish) {
        return (Done) series.book(wish, Optional.empty(), teacher);
    }

    private SeriesPlan plan(Done done) {
        return series.find(done.series().getFirst()).orElseThrow();
    }

    private long rows(String table) {
        return school.desk.number(
                "select count(*) from " + table + " x join site s on s.id = x.site_id where s.code = ?",
                school.desk.site);
    }

    private static List<LocalDate> days(List<ClassSession> sessions) {
        return sessions.stream().map(ClassSession::day).toList();
    }

    @Test
    void thePreviewNamesTheWeekThatIsTakenAndNothingIsStoredBefore() { // B-17
        school.booked(school.wish(MONDAY.plusWeeks(2), 2, zone), school.teacher());
        var wish = mondays(MONDAY.plusWeeks(5), 2);
        var preview = (Refused) series.preview(wish, teacher);
        assertThat(preview.rows()).hasSize(6);
        assertThat(preview.rows())
                .filteredOn(row -> !row.isFree())
                .singleElement()
                .satisfies(row -> assertThat(row.wish().day()).isEqualTo(MONDAY.plusWeeks(2)));
        assertThat(rows("session_series")).isZero();
        var all = Set.copyOf(preview.rows().stream().map(SeriesRow::slot).toList());
        assertThat(series.book(wish, Optional.of(all), teacher)).isInstanceOf(Refused.class);
        assertThat(rows("session_series")).as("all or none of what was chosen").isZero();
        assertThat(rows("class_session")).isEqualTo(1);
    }

    @Test
    void daysThatWereLeftOutAreAddedWhenTheyAreFree() { // B-22
        var other = school.teacher();
        var third = school.booked(school.wish(MONDAY.plusWeeks(2), 2, zone), other);
        var fourth = school.booked(school.wish(MONDAY.plusWeeks(3), 2, zone), other);
        var done = booked(mondays(MONDAY.plusWeeks(5), 2));
        assertThat(done.sessions()).hasSize(4);
        assertThat(done.left()).hasSize(2);
        var number = done.series().getFirst();
        assertThat(plan(done).skipped()).containsExactly(MONDAY.plusWeeks(2), MONDAY.plusWeeks(3));
        school.bookings.cancel(third.id(), "", other);
        assertThat(series.skipped(number, teacher))
                .extracting(SeriesRow::isFree)
                .containsExactly(true, false);
        var added = (Done) series.addFree(number, teacher);
        assertThat(days(added.sessions())).containsExactly(MONDAY.plusWeeks(2));
        assertThat(((Done) series.addFree(number, teacher)).sessions()).isEmpty();
        school.bookings.cancel(fourth.id(), "", other);
        assertThat(((Done) series.addFree(number, teacher)).sessions()).hasSize(1);
        assertThat(plan(done).skipped()).isEmpty();
        assertThat(series.addFree(number, school.teacher())).isEqualTo(new Stopped(Why.NO_SUCH_SESSION));
    }

    @Test
    void theSameRequestTwiceIsTheSameAnswer() { // B-18
        var wish = mondays(MONDAY.plusWeeks(3), 2, 3);
        var first = booked(wish);
        var again = booked(wish);
        assertThat(again.series()).isEqualTo(first.series()).hasSize(2);
        assertThat(again.sessions())
                .extracting(ClassSession::id)
                .containsExactlyElementsOf(
                        first.sessions().stream().map(ClassSession::id).toList());
        assertThat(rows("class_session")).isEqualTo(8);
        assertThat(series.book(wish, Optional.empty(), school.teacher())).isEqualTo(new Stopped(Why.NOT_ALLOWED));
    }

    @Test
    void aConnectionThatDiesAfterTheFirstSessionLeavesNothingBehind() { // B-18
        var once = new AtomicBoolean(true);
        var dying = series(List.of((connection, before, now, event) -> {
            if (once.getAndSet(false)) kill(connection);
        }));
        var wish = mondays(MONDAY.plusWeeks(3), 2);
        assertThatThrownBy(() -> dying.book(wish, Optional.empty(), teacher)).isInstanceOf(DatabaseProblem.class);
        assertThat(rows("session_series")).isZero();
        assertThat(rows("class_session")).isZero();
        assertThat(school.holds()).isZero();
        assertThat(booked(wish).sessions()).hasSize(4);
    }

    private void kill(Connection connection) throws java.sql.SQLException {
        long id = Sql.first(connection, "select connection_id()", row -> row.getLong(1))
                .orElseThrow();
        school.desk.database.transaction(other -> Sql.update(other, "kill " + id));
    }

    @Test
    void severalPeriodsAllEndWithTheSeries() { // B-25
        var done = booked(mondays(MONDAY.plusDays(7), 1, 2, 3));
        assertThat(done.sessions()).hasSize(6);
        assertThat(done.sessions()).extracting(ClassSession::day).containsOnly(MONDAY, MONDAY.plusDays(7));
    }

    @Test
    void theLastDayStaysWhatItIs() { // B-05, B-06, B-26
        var done = booked(mondays(MONDAY.plusWeeks(2), 2));
        for (var opened = 0; opened < 5; opened++) assertThat(plan(done).last()).isEqualTo(MONDAY.plusWeeks(2));
        assertThat(done.sessions().getLast().day()).isEqualTo(MONDAY.plusWeeks(2));
        assertThat(series.book(mondays(MONDAY.minusDays(1), 2), Optional.empty(), teacher))
                .isEqualTo(new Wrong(SeriesProblem.ENDS_BEFORE));
    }

    @Test
    void oneIsCalledOffAndItsPlaceIsTakenAndTheOthersCanBeChanged() { // B-20, B-24
        var done = booked(mondays(MONDAY.plusWeeks(3), 2));
        var second = done.sessions().get(1);
        var cancelled = (Done) series.cancel(second.id(), second.version(), SeriesScope.THIS, "Field trip", teacher);
        assertThat(cancelled.sessions()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.CANCELLED);
            assertThat(one.uid()).isEqualTo(second.uid());
        });
        school.booked(school.wish(second.day(), 2, zone), school.teacher());
        var first = done.sessions().getFirst();
        var facts = new SessionFacts(OptionalLong.empty(), "Grade 5, Chen", "5", 24, "Science", "Maps", "", 0);
        var edit = new SeriesEdit(Optional.empty(), Optional.of(facts), Optional.empty());
        var changed = (Done) series.change(first.id(), first.version(), SeriesScope.COMING, edit, teacher);
        assertThat(days(changed.sessions())).containsExactly(MONDAY, MONDAY.plusWeeks(2), MONDAY.plusWeeks(3));
        assertThat(changed.sessions())
                .allSatisfy(one -> assertThat(one.about().purpose()).isEqualTo("Maps"));
        var plan = plan(done);
        assertThat(plan.sessions().get(1).state()).isEqualTo(State.CANCELLED);
        assertThat(plan.sessions().get(1).about().purpose()).isEqualTo("Find sources");
        assertThat(((Done) series.addFree(plan.id(), teacher)).sessions())
                .as("what was called off stays so")
                .isEmpty();
    }

    @Test
    void whatIsPastHasNoSayWhenASeriesGoesOnAndIsNotTouched() { // B-21
        var done = booked(mondays(MONDAY.plusWeeks(3), 2));
        school.desk.clock.set(
                MONDAY.plusWeeks(2).plusDays(1).atTime(9, 0).atZone(CHICAGO).toInstant());
        var past = plan(done).sessions().subList(0, 3);
        var extended = (Done) series.extend(done.series().getFirst(), MONDAY.plusWeeks(5), teacher);
        assertThat(days(extended.sessions())).containsExactly(MONDAY.plusWeeks(4), MONDAY.plusWeeks(5));
        var coming = plan(done).sessions().get(3);
        var edit = new SeriesEdit(Optional.of(new Periods(2, 3)), Optional.empty(), Optional.empty());
        var changed = (Done) series.change(coming.id(), coming.version(), SeriesScope.COMING, edit, teacher);
        assertThat(changed.sessions()).hasSize(3);
        assertThat(plan(done).sessions().subList(0, 3)).isEqualTo(past);
        assertThat(series.change(past.getFirst().id(), past.getFirst().version(), SeriesScope.THIS, edit, teacher))
                .isEqualTo(new Stopped(Why.OVER));
    }

    @Test
    void whatItHasDoesNotStandInItsWayAndExceptionsAreKept() { // B-23
        var done = booked(mondays(MONDAY.plusWeeks(3), 2));
        var third = done.sessions().get(2);
        school.bookings.change(
                third.id(),
                third.version(),
                third.wish(UUID.randomUUID()).at(third.day(), 5, 5),
                Optional.empty(),
                teacher);
        var first = done.sessions().getFirst();
        var edit = new SeriesEdit(Optional.of(new Periods(2, 3)), Optional.empty(), Optional.empty());
        var changed = (Done) series.change(first.id(), first.version(), SeriesScope.COMING, edit, teacher);
        assertThat(changed.sessions()).hasSize(4);
        assertThat(changed.sessions()).extracting(ClassSession::first).containsExactly(2, 2, 5, 2);
        assertThat(changed.sessions()).extracting(ClassSession::last).containsExactly(3, 3, 5, 3);
        assertThat(school.holds()).isEqualTo(4);
    }

    @Test
    void thisAndFollowingLeavesTheEarlierOnesAsTheyAre() {
        var done = booked(mondays(MONDAY.plusWeeks(3), 2));
        var third = done.sessions().get(2);
        school.booked(school.wish(MONDAY.plusWeeks(3), 4, zone), school.teacher());
        var taken = new SeriesEdit(Optional.of(new Periods(4, 4)), Optional.empty(), Optional.empty());
        assertThat(series.change(third.id(), third.version(), SeriesScope.FOLLOWING, taken, teacher))
                .isInstanceOf(Refused.class);
        assertThat(plan(done).sessions()).as("all or nothing").allMatch(one -> one.first() == 2);
        var edit = new SeriesEdit(Optional.of(new Periods(5, 5)), Optional.empty(), Optional.empty());
        var changed = (Done) series.change(third.id(), third.version(), SeriesScope.FOLLOWING, edit, teacher);
        assertThat(changed.sessions()).extracting(ClassSession::first).containsExactly(5, 5);
        assertThat(days(plan(done).sessions())).containsExactly(MONDAY, MONDAY.plusWeeks(1));
        assertThat(plan(done).sessions()).allMatch(one -> one.first() == 2);
        var now = series.find(changed.series().getFirst()).orElseThrow();
        assertThat(now.sessions()).noneMatch(now::isException);
        var last = now.sessions().getLast();
        var cancelled = (Done) series.cancel(last.id(), last.version(), SeriesScope.COMING, "", teacher);
        assertThat(cancelled.sessions()).hasSize(2);
        assertThat(plan(done).sessions()).allMatch(one -> one.state() == State.BOOKED);
        assertThat(series.cancel(third.id(), third.version(), SeriesScope.THIS, "", teacher))
                .isEqualTo(new Stopped(Why.CHANGED_SINCE));
    }

    @Test
    void onlySomeOfWhatIsFreeCanBeChosen() {
        var wish = mondays(MONDAY.plusWeeks(2), 2);
        var done = (Done) series.book(wish, Optional.of(Set.of(new Slot(MONDAY, 2))), teacher);
        assertThat(done.sessions()).hasSize(1);
        assertThat(plan(done).skipped()).containsExactly(MONDAY.plusWeeks(1), MONDAY.plusWeeks(2));
        assertThat(series.own(MONDAY, teacher)).extracting(SeriesPlan::id).containsExactlyElementsOf(done.series());
    }
}
