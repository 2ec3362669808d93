package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.statistics.Statistics;
import org.carrel.circulation.ClosedDays;
import org.carrel.circulation.DueAnswer.Due;
import org.carrel.circulation.DueFacts;
import org.carrel.circulation.DueStep;
import org.carrel.circulation.Fine;
import org.carrel.circulation.FineFacts;
import org.carrel.circulation.Lending;
import org.carrel.circulation.LoanSchedule;
import org.carrel.circulation.ResolvedRule;
import org.carrel.circulation.RuleField;
import org.carrel.school.Closure;
import org.carrel.school.DayHours;
import org.carrel.school.OpenHours;
import org.carrel.school.SiteCalendar;
import org.carrel.school.Term;

/** Whatever the zone, the calendar, the rule and the moment: also nights in which clocks are put forward or back. */
class AnyDueDateTest {
    private static final List<String> ZONES = List.of(
            "America/Chicago",
            "America/Los_Angeles",
            "America/Havana",
            "Asia/Beirut",
            "Australia/Lord_Howe",
            "Europe/Dublin",
            "Pacific/Auckland");
    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);

    @Provide
    static Arbitrary<SiteCalendar> calendars() {
        var week = Arbitraries.maps(Arbitraries.of(DayOfWeek.class), hours()).ofMaxSize(7);
        var closures = Combinators.combine(days(), Arbitraries.integers().between(0, 40), hours())
                .as((first, more, hours) -> new Closure(0, first, first.plusDays(more), "Why", "", hours))
                .list()
                .ofMaxSize(3)
                .map(AnyDueDateTest::apart);
        var terms = Arbitraries.of(
                List.<Term>of(),
                List.of(new Term(0, "Spring", YEAR.plusDays(5), YEAR.plusDays(147))),
                List.of(
                        new Term(0, "Spring", YEAR.plusDays(5), YEAR.plusDays(147)),
                        new Term(0, "Fall", YEAR.plusDays(230), YEAR.plusDays(351))));
        return Combinators.combine(Arbitraries.of(ZONES).map(ZoneId::of), week, closures, terms)
                .as(SiteCalendar::new);
    }

    private static Arbitrary<DayHours> hours() {
        return Arbitraries.integers()
                .between(0, 24 * 4 - 1)
                .set()
                .ofMaxSize(4)
                .map(quarters -> quarters.stream().sorted().toList())
                .map(quarters -> {
                    var all = new ArrayList<OpenHours>();
                    for (var i = 0; i + 1 < quarters.size(); i += 2)
                        all.add(new OpenHours(time(quarters.get(i)), time(quarters.get(i + 1))));
                    return new DayHours(all);
                });
    }

    private static LocalTime time(int quarters) {
        return LocalTime.ofSecondOfDay(quarters * 900L);
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        var changing = Arbitraries.of(
                        "2026-03-08", "2026-11-01", "2026-03-29", "2026-10-25", "2026-04-05", "2026-10-04")
                .map(LocalDate::parse);
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(0, 500).map(YEAR::plusDays)), Tuple.of(1, changing));
    }

    /** Two moments, the second not before the first: often minutes, sometimes months apart. */
    @Provide
    static Arbitrary<Tuple2<Instant, Instant>> moments() {
        var first = Combinators.combine(days(), Arbitraries.integers().between(0, 24 * 60 - 1))
                .as((day, minute) -> day.atStartOfDay(ZoneId.of("America/Chicago"))
                        .toInstant()
                        .plus(Duration.ofMinutes(minute)));
        var apart = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.longs().between(0, 24 * 60)),
                Tuple.of(1, Arbitraries.longs().between(0, 60 * 24 * 60)));
        return Combinators.combine(first, apart)
                .as((from, minutes) -> Tuple.of(from, from.plus(Duration.ofMinutes(minutes))));
    }

    private static List<Closure> apart(List<Closure> closures) {
        var all = new ArrayList<Closure>();
        for (var one : closures)
            if (all.stream().noneMatch(other -> other.overlaps(one.first(), one.last()))) all.add(one);
        return all;
    }

    /** All but SAME_WEEKDAY, under which who borrows on Tuesday may return before who borrows on Monday: rule D1 wants it so. */
    @Provide
    static Arbitrary<ResolvedRule> rules() {
        var period = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 30).map(n -> n + " days")),
                Tuple.of(2, Arbitraries.integers().between(0, 30).map(n -> n + " open days")),
                Tuple.of(4, Arbitraries.integers().between(1, 600).map(n -> n + " minutes")),
                Tuple.of(2, Arbitraries.integers().between(1, 90).map(n -> n + " hours")),
                Tuple.of(3, Arbitraries.of("closing", "term", "unlimited", "schedule Halves", "period 3")));
        var closed = Arbitraries.of("keep", "next open", "previous open", "skip closed");
        var after = Arbitraries.of("end of hours", "next opening");
        var time = Arbitraries.of("23:59", "15:00", "02:15", "00:00");
        var ceiling = Arbitraries.of("", "2026-05-28", "2026-05-30", "term", "schedule Halves");
        var mode = Arbitraries.of("before", "exactly", "after");
        var more = Arbitraries.of("", "hold shortens=0", "hold shortens=3", "expiry cap=yes", "opening offset=90");
        return Combinators.combine(period, closed, after, time, ceiling, mode, more)
                .as((p, c, a, t, top, m, x) -> rule(p, c, a, t, top, fits(top, m), x));
    }

    /** A schedule as a floor has gaps, in which the floor is gone. */
    private static String fits(String ceiling, String mode) {
        return ceiling.startsWith("schedule") || ceiling.equals("term") ? "before" : mode;
    }

    private static ResolvedRule rule(
            String period, String closed, String after, String time, String ceiling, String mode, String more) {
        var says = new ArrayList<>(List.of(
                "period=" + period,
                "closed days=" + closed,
                "after hours=" + after,
                "due time=" + time,
                "ceiling mode=" + mode));
        if (!ceiling.isEmpty()) says.add("ceiling=" + ceiling);
        if (!more.isEmpty()) says.add(more);
        var halves = new LoanSchedule(
                "Halves",
                List.of(
                        new LoanSchedule.Row(YEAR, YEAR.plusDays(100), YEAR.plusDays(95)),
                        new LoanSchedule.Row(YEAR.plusDays(110), YEAR.plusDays(300), YEAR.plusDays(310))));
        return Lending.rule(halves, says.toArray(String[]::new));
    }

    @Provide
    static Arbitrary<DueFacts> facts() {
        var expires =
                Arbitraries.of("2026-05-28", "2026-08-01").map(LocalDate::parse).optional();
        return Combinators.combine(expires, Arbitraries.of(true, false))
                .as((day, held) -> new DueFacts(
                        day,
                        held,
                        (date, period) -> date.getDayOfWeek() == DayOfWeek.TUESDAY
                                ? Optional.of(LocalTime.of(9, 50))
                                : Optional.of(LocalTime.of(10, 45))));
    }

    @Property(tries = 2_000)
    void whoBorrowsLaterReturnsNoEarlier(
            @ForAll("rules") ResolvedRule rule,
            @ForAll("calendars") SiteCalendar calendar,
            @ForAll("moments") Tuple2<Instant, Instant> moments,
            @ForAll("facts") DueFacts facts) {
        var early = DueDates.due(rule, calendar, moments.get1(), facts);
        var late = DueDates.due(rule, calendar, moments.get2(), facts);
        var both = early instanceof Due && late instanceof Due;
        Statistics.label("both dated").collect(both);
        if (early instanceof Due first && late instanceof Due second)
            assertThat(second.at()).as("%s%n%s", first, second).isAfterOrEqualTo(first.at());
        Statistics.label("both dated").coverage(checker -> checker.check(true).percentage(share -> share > 50));
    }

    @Property(tries = 2_000)
    void nothingIsDueWhileItIsClosed(
            @ForAll("rules") ResolvedRule rule,
            @ForAll("calendars") SiteCalendar calendar,
            @ForAll("moments") Tuple2<Instant, Instant> moments,
            @ForAll("facts") DueFacts facts) {
        var answer = DueDates.due(rule, calendar, moments.get1(), facts);
        var asks = rule.closedDays() != ClosedDays.KEEP
                && answer.steps().stream().noneMatch(step -> step.kind() == DueStep.Kind.NO_OPEN_DAY);
        Statistics.label("looked at").collect(asks && answer instanceof Due);
        if (asks && answer instanceof Due due) {
            assertThat(due.at()).isAfter(moments.get1());
            assertThat(calendar.isOpenOn(due.on())).as("%s", due).isTrue();
            if (DueDates.isShort(rule.period()) && due.steps().stream().noneMatch(AnyDueDateTest::isByDay))
                assertThat(calendar.spans(due.on()))
                        .as("%s", due)
                        .anyMatch(span ->
                                !due.at().isBefore(span.from()) && !due.at().isAfter(span.until()));
        }
        Statistics.label("looked at").coverage(checker -> checker.check(true).percentage(share -> share > 30));
    }

    private static boolean isByDay(DueStep step) {
        return step.kind() == DueStep.Kind.HELD || step.kind() == DueStep.Kind.CEILING;
    }

    @Property(tries = 2_000)
    void nothingIsDueAfterItsCeilingOrThePatronsLastDay(
            @ForAll("calendars") SiteCalendar calendar, @ForAll("moments") Tuple2<Instant, Instant> moments) {
        var rule = rule("21 days", "next open", "end of hours", "23:59", "2026-05-30", "before", "expiry cap=yes");
        var last = LocalDate.of(2026, 5, 27);
        var facts = new DueFacts(Optional.of(last), false, (day, period) -> Optional.empty());
        var today = calendar.today(moments.get1());
        if (today.isAfter(last)) return;
        assertThat(((Due) DueDates.due(rule, calendar, moments.get1(), facts)).on())
                .isBeforeOrEqualTo(last);
        assertThat(((Due) DueDates.due(rule, calendar, moments.get1(), DueFacts.NONE)).on())
                .isBeforeOrEqualTo(LocalDate.of(2026, 5, 30));
    }

    @Property(tries = 500)
    void aFineGrowsWithTimeUpToItsCap(
            @ForAll("calendars") SiteCalendar calendar,
            @ForAll("moments") Tuple2<Instant, Instant> returned,
            @ForAll("moments") Tuple2<Instant, Instant> due) {
        for (var rule : fineRules()) {
            var first = fine(rule, calendar, due.get1(), returned.get1());
            var second = fine(rule, calendar, due.get1(), returned.get2());
            assertThat(second.amount()).as("%s%n%s", first, second).isGreaterThanOrEqualTo(first.amount());
            assertThat(second.amount())
                    .isLessThanOrEqualTo(rule.money(RuleField.FINE_CAP).orElseThrow());
            assertThat(first.amount().scale()).isEqualTo(2);
            if (!returned.get1().isAfter(due.get1())) assertThat(first.amount()).isZero();
        }
    }

    private static Fine fine(ResolvedRule rule, SiteCalendar calendar, Instant due, Instant returned) {
        return Fines.fine(new FineFacts(due, returned, Optional.empty()), calendar, rule);
    }

    private static List<ResolvedRule> fineRules() {
        var all = new ArrayList<ResolvedRule>();
        for (var interval : List.of("1 day", "7 days", "1 hour", "30 minutes"))
            for (var counts : List.of("yes", "no"))
                for (var grace : List.of("grace mode=from due", "grace mode=after grace"))
                    for (var charge : List.of("charge at=start", "charge at=end"))
                        all.add(Lending.rule(
                                "fine rate=0.25",
                                "fine interval=" + interval,
                                "fine closed=" + counts,
                                "grace=2 days",
                                grace,
                                charge,
                                "fine cap=5.00"));
        return all;
    }
}
