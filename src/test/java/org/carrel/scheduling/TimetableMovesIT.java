package org.carrel.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.TestBookings.CHICAGO;
import static org.carrel.scheduling.TestBookings.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.carrel.circulation.BellMoves;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.TimetableAnswer.Asks;
import org.carrel.scheduling.TimetableAnswer.Done;
import org.carrel.scheduling.TimetableAnswer.No;
import org.carrel.scheduling.TimetableAnswer.Wrong;
import org.carrel.scheduling.TimetableChange.Close;
import org.carrel.scheduling.TimetableChange.Load;
import org.carrel.scheduling.TimetableChange.Paint;
import org.carrel.scheduling.TimetableEffect.Casualty;
import org.carrel.scheduling.TimetableEffect.Choice;
import org.carrel.scheduling.TimetableEffect.Dues;
import org.carrel.school.ClosureDraft;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days and bells are changed while sessions are booked; against the real database. */
class TimetableMovesIT {
    private TestBookings school;
    private TimetableMoves moves;
    private Caller admin;
    private long zone;
    private final List<SessionEvent> told = new ArrayList<>();

    @BeforeEach
    void open() {
        school = TestBookings.open();
        moves = new TimetableMoves(
                school.desk.database,
                school.desk.clock,
                school.desk.calendar,
                school.desk.audit,
                new BellMoves(school.desk.clock, school.desk.calendar),
                List.of((connection, before, now, event) -> told.add(event)));
        admin = school.somebody(Role.ADMIN);
        zone = school.zone(1, 30);
    }

    @AfterEach
    void close() {
        if (school != null) school.close();
    }

    private ClassSession book(LocalDate day, int period) {
        return school.booked(school.wish(day, period, zone), school.teacher());
    }

    private ClassSession now(ClassSession session) {
        return school.bookings.find(session.id()).orElseThrow();
    }

    private Done apply(TimetableChange change, Map<Long, Choice> choices) {
        var answer = moves.apply(school.desk.site, change, choices, "Short day", UUID.randomUUID(), admin);
        assertThat(answer).isInstanceOf(Done.class);
        return (Done) answer;
    }

    private static Paint early() {
        return new Paint(MONDAY, MONDAY, "EARLY");
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(CHICAGO).toInstant();
    }

    private DayType typeOn(LocalDate day) {
        return school.timetables.of(school.desk.site).typeOn(day).orElseThrow();
    }

    @Test
    void anEarlyReleaseMovesWhatItHasAPeriodForAndListsTheRest() { // B-27, B-28
        var second = book(MONDAY, 2);
        var sixth = book(MONDAY, 6);
        var effect = ((Asks) moves.plan(school.desk.site, early(), admin)).effect();
        assertThat(effect.moved()).singleElement().satisfies(one -> {
            assertThat(one.session().id()).isEqualTo(second.id());
            assertThat(one.span().starts()).isEqualTo(at(MONDAY, 8, 45));
        });
        assertThat(effect.casualties()).singleElement().satisfies(one -> {
            assertThat(one.session().id()).isEqualTo(sixth.id());
            assertThat(one.reasons())
                    .extracting(reason -> reason.reason().kind())
                    .containsExactly(BookingReason.Kind.NO_PERIOD);
            assertThat(one.nearest()).isPresent();
        });
        assertThat(typeOn(MONDAY).code()).as("only looked at").isNotEqualTo("EARLY");
        assertThat(now(second)).isEqualTo(second);
        assertThat(moves.apply(school.desk.site, early(), Map.of(), "", UUID.randomUUID(), admin))
                .as("nobody has chosen")
                .isInstanceOf(Asks.class);
        assertThat(typeOn(MONDAY).code()).isNotEqualTo("EARLY");

        var done = apply(early(), Map.of(sixth.id(), Choice.MOVE));
        assertThat(typeOn(MONDAY).code()).isEqualTo("EARLY");
        assertThat(now(second).span().starts()).isEqualTo(at(MONDAY, 8, 45));
        assertThat(now(second).uid()).isEqualTo(second.uid());
        var moved = now(sixth);
        assertThat(moved.state()).isEqualTo(State.BOOKED);
        assertThat(moved.span().starts()).isNotEqualTo(sixth.span().starts());
        assertThat(told)
                .extracting(SessionEvent::kind)
                .containsExactlyInAnyOrder(SessionEvent.Kind.MOVED, SessionEvent.Kind.MOVED);
        assertThat(school.holds()).isEqualTo(2);

        assertThat(moves.last(school.desk.site)).hasValue(done.change());
        assertThat(moves.undo(done.change(), admin)).isInstanceOf(Done.class);
        assertThat(now(second).span()).isEqualTo(second.span());
        assertThat(now(sixth).span()).isEqualTo(sixth.span());
        assertThat(now(sixth).first()).isEqualTo(6);
        assertThat(typeOn(MONDAY).code()).isNotEqualTo("EARLY");
        assertThat(moves.undo(done.change(), admin)).isEqualTo(new No());
        assertThat(school.holds()).isEqualTo(2);
    }

    @Test
    void aClosureOverFiveBookingsListsAllOfThemAndEachIsChosenFor() { // B-36, B-29
        var five = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> book(MONDAY, number))
                .toList();
        var other = book(MONDAY.plusDays(1), 1);
        var closure = new Paint(MONDAY, MONDAY, "");
        var effect = ((Asks) moves.plan(school.desk.site, closure, admin)).effect();
        assertThat(effect.moved()).isEmpty();
        assertThat(effect.casualties()).hasSize(5).allMatch(Casualty::keep);
        var choices = new HashMap<Long, Choice>();
        for (var session : five) choices.put(session.id(), Choice.CANCEL);
        choices.put(five.get(1).id(), Choice.KEEP);
        choices.put(five.get(2).id(), Choice.MOVE);
        var done = apply(closure, choices);
        assertThat(now(five.getFirst()).state()).isEqualTo(State.CANCELLED);
        assertThat(now(five.getFirst()).why()).isEqualTo("Short day");
        assertThat(now(five.get(1))).isEqualTo(five.get(1));
        assertThat(now(five.get(2)).day()).isNotEqualTo(MONDAY);
        assertThat(told).as("all but the one that stays").hasSize(4);
        assertThat(school.holds()).isEqualTo(3);
        assertThat(moves.undo(done.change(), admin)).isInstanceOf(Done.class);
        assertThat(five).allSatisfy(session -> {
            assertThat(now(session).state()).isEqualTo(State.BOOKED);
            assertThat(now(session).span()).isEqualTo(session.span());
        });
        assertThat(now(other)).isEqualTo(other);
        assertThat(school.holds()).isEqualTo(6);
    }

    @Test
    void bellsOfATypeAreChangedWithAllThatIsBookedForThem() { // B-28
        var monday = book(MONDAY, 4);
        var file = new Load(TestBookings.bells("A", 40, 7) + TestBookings.bells("B", 40, 7));
        var before = school.timetables.of(school.desk.site);
        var done = apply(file, Map.of());
        assertThat(done.effect().moved()).hasSize(1);
        assertThat(now(monday).span().starts()).isEqualTo(at(MONDAY, 10, 25));
        assertThat(moves.undo(done.change(), admin)).isInstanceOf(Done.class);
        assertThat(now(monday).span()).isEqualTo(monday.span());
        assertThat(school.timetables.of(school.desk.site)).isEqualTo(before);
    }

    @Test
    void whatWasBookedSinceAndCannotStayHoldsTheWayBack() {
        book(MONDAY, 2);
        var done = apply(
                new Load(TestBookings.bells("EARLY", 30, 5) + "bell, EARLY, 8, Club, 15:00, 15:40, 2026-08-01\nday, "
                        + MONDAY + ", EARLY\n"),
                Map.of());
        var club = book(MONDAY, 8);
        assertThat(moves.undo(done.change(), admin)).isInstanceOfSatisfying(Asks.class, asks -> assertThat(
                        asks.effect().casualties())
                .extracting(one -> one.session().id())
                .containsExactly(club.id()));
        assertThat(typeOn(MONDAY).code()).isEqualTo("EARLY");
        assertThat(now(club)).isEqualTo(club);
    }

    @Test
    void onlyWhoAdministersChangesAndTheSameRequestChangesOnce() {
        var second = book(MONDAY, 2);
        assertThat(moves.plan(school.desk.site, early(), school.librarian())).isEqualTo(new No());
        assertThat(moves.plan(school.desk.site, new Paint(MONDAY, MONDAY, "NONE"), admin))
                .isInstanceOf(Wrong.class);
        var request = UUID.randomUUID();
        var first = (Done) moves.apply(school.desk.site, early(), Map.of(), "", request, admin);
        var version = now(second).version();
        var again = (Done) moves.apply(school.desk.site, early(), Map.of(), "", request, admin);
        assertThat(again.change()).isEqualTo(first.change());
        assertThat(now(second).version()).isEqualTo(version);
    }

    private Instant due(String copy) {
        return school.desk
                .database
                .read(connection -> Sql.first(
                        connection,
                        "select l.due_at from loan l join item i on i.id = l.open_item where i.barcode = ?",
                        row -> Utc.instant(row, 1),
                        copy))
                .orElseThrow();
    }

    @Test
    void whatIsLentUntilTheEndOfAPeriodMovesWithItsBellsIsListedLoggedAndTakenBack() { // B-28, D8
        var desk = school.desk;
        desk.rule("period=period 4");
        desk.bells = (day, number) ->
                school.timetables.of(desk.site).period(day, number).map(BellPeriod::ends);
        desk.clock.set(at(MONDAY, 8, 20));
        var copy = desk.copy("Volcanoes");
        desk.scan(desk.student("Ana"), copy);
        var renewed = desk.copy("Maps");
        desk.scan(desk.student("Bo"), renewed);
        var typed = desk.copy("Atlas");
        desk.scan(desk.student("Cy"), typed);
        desk.write(
                "update loan set due_at = due_at + interval 1 hour where open_item = (select id from item where barcode = ?)",
                typed);
        var fourth = at(MONDAY, 11, 25);
        var earlier = at(MONDAY, 10, 25);
        assertThat(due(copy)).isEqualTo(fourth);

        var effect = ((Asks) moves.plan(desk.site, early(), admin)).effect();
        assertThat(effect.dues()).containsExactly(new Dues(fourth, earlier, 2));
        assertThat(effect.hasSessions()).isFalse();
        assertThat(effect.isEmpty()).isFalse();
        assertThat(due(copy)).as("only looked at").isEqualTo(fourth);
        var done = apply(early(), Map.of());
        assertThat(done.effect().dues()).isEqualTo(effect.dues());
        assertThat(due(copy)).isEqualTo(earlier);
        assertThat(due(renewed)).isEqualTo(earlier);
        assertThat(due(typed)).as("somebody else has said it").isEqualTo(fourth.plusSeconds(3600));
        assertThat(desk.number(
                        "select count(*) from loan_event e join loan l on l.id = e.loan_id join item i on i.id = l.open_item "
                                + "where e.kind = 'due_changed' and e.account_id = ? and i.barcode in (?, ?, ?)",
                        admin.account(),
                        copy,
                        renewed,
                        typed))
                .isEqualTo(2);

        var late = desk.copy("Lent since");
        desk.scan(desk.student("Di"), late);
        assertThat(due(late)).isEqualTo(earlier);
        desk.write(
                "update loan set due_at = due_at + interval 2 day where open_item = (select id from item where barcode = ?)",
                renewed);
        assertThat(moves.undo(done.change(), admin)).isInstanceOf(Done.class);
        assertThat(due(copy)).isEqualTo(fourth);
        assertThat(due(late)).as("lent by the bells that went").isEqualTo(fourth);
        assertThat(due(renewed))
                .as("moved by somebody in between: it stays")
                .isEqualTo(earlier.plus(Duration.ofDays(2)));
    }

    private void snow(LocalDate day) {
        assertThat(school.desk.calendar.addClosure(
                        school.desk.site,
                        new ClosureDraft(day.toString(), day.toString(), "Snow", "Nieve", ""),
                        admin.account()))
                .isEmpty();
    }

    @Test
    void onADayThatTheCalendarClosesNothingIsBookedAndWhatIsThereIsAskedAbout() { // B-36
        var second = book(MONDAY, 2);
        var third = book(MONDAY, 3);
        var other = book(MONDAY.plusDays(1), 2);
        var close = new Close(MONDAY, MONDAY);
        assertThat(moves.plan(school.desk.site, close, admin))
                .as("the calendar says nothing of it")
                .isInstanceOf(Wrong.class);
        snow(MONDAY);
        var teacher = school.teacher();
        assertThat(school.bookings.reasons(school.wish(MONDAY, 5, zone), teacher))
                .extracting(reason -> reason.reason().kind())
                .containsExactly(BookingReason.Kind.NO_SCHOOL);
        assertThat(school.bookings.book(school.wish(MONDAY, 5, zone), Optional.of("All the same"), school.librarian()))
                .as("no reason opens a closed day")
                .isInstanceOf(BookingAnswer.Refused.class);
        assertThat(school.bookings.week(school.desk.site, MONDAY).timetable().periodsOn(MONDAY))
                .as("the week shows it closed")
                .isEmpty();
        assertThat(now(second).state()).isEqualTo(State.BOOKED);
        assertThat(moves.booked(school.desk.site, MONDAY, MONDAY)).isEqualTo(2);

        var effect = ((Asks) moves.plan(school.desk.site, close, admin)).effect();
        assertThat(effect.casualties()).extracting(one -> one.session().id()).containsExactly(second.id(), third.id());
        assertThat(effect.casualties()).allSatisfy(one -> assertThat(one.nearest())
                .hasValueSatisfying(wish -> assertThat(wish.day()).isNotEqualTo(MONDAY)));
        assertThat(moves.plan(school.desk.site, close, school.librarian())).isEqualTo(new No());
        var done = apply(close, Map.of(second.id(), Choice.CANCEL, third.id(), Choice.MOVE));
        assertThat(now(second).state()).isEqualTo(State.CANCELLED);
        assertThat(now(second).why()).isEqualTo("Short day");
        assertThat(now(third).day()).isNotEqualTo(MONDAY);
        assertThat(now(other)).isEqualTo(other);
        assertThat(told)
                .extracting(SessionEvent::kind)
                .containsExactlyInAnyOrder(SessionEvent.Kind.CANCELLED, SessionEvent.Kind.MOVED);
        assertThat(typeOn(MONDAY).school()).as("the day keeps its type").isTrue();

        var closure = school.desk.calendar.read(school.desk.site).closures().getFirst();
        assertThat(school.desk.calendar.removeClosure(school.desk.site, closure.id(), admin.account()))
                .isEmpty();
        book(MONDAY, 5);
        assertThat(moves.undo(done.change(), admin)).isInstanceOf(Done.class);
        assertThat(now(second).state()).isEqualTo(State.BOOKED);
        assertThat(now(third).span()).isEqualTo(third.span());
    }

    @Test
    void nothingIsMovedToADayThatIsClosed() { // B-36
        var tuesday = MONDAY.plusDays(1);
        var sixth = book(MONDAY, 6);
        for (var period = 1; period <= 5; period++) book(MONDAY, period);
        book(MONDAY, 7);
        snow(tuesday);
        var casualty = ((Asks) moves.plan(school.desk.site, early(), admin))
                .effect().casualties().stream()
                        .filter(one -> one.session().id() == sixth.id())
                        .findFirst()
                        .orElseThrow();
        assertThat(casualty.nearest())
                .hasValueSatisfying(
                        wish -> assertThat(wish.day()).isNotEqualTo(tuesday).isNotEqualTo(MONDAY));
    }
}
