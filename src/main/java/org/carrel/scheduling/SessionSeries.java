package org.carrel.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carrel.patrons.OwnClasses;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.ClassSession.Kind;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.SeriesAnswer.Done;
import org.carrel.scheduling.SeriesAnswer.Refused;
import org.carrel.scheduling.SeriesAnswer.Stopped;
import org.carrel.scheduling.SeriesAnswer.Wrong;
import org.carrel.scheduling.SeriesWish.Periods;
import org.carrel.scheduling.SeriesWish.Slot;
import org.carrel.scheduling.SessionChange.Why;
import org.carrel.scheduling.rules.BookingRules;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.carrel.scheduling.rules.SeriesRules;
import org.carrel.scheduling.rules.SeriesRules.Planned;
import org.carrel.scheduling.store.HoldStore;
import org.carrel.scheduling.store.SeriesStore;
import org.carrel.scheduling.store.SessionStore;
import org.carrel.scheduling.store.TeacherStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/**
 * Sessions on many days, booked and changed together: all that was chosen in one transaction, or nothing (B-18). Who looks sees each of
 * the days and what speaks against it (B-17); what is over is never touched (B-21).
 */
@Door
public class SessionSeries {
    private final Database database;
    private final Clock clock;
    private final OwnClasses people;
    private final KnownTimetables timetables;
    private final BookingLook look;
    private final BookingWriting writing;
    private final SeriesStore store = new SeriesStore();
    private final SessionStore sessions = new SessionStore();
    private final HoldStore holds = new HoldStore();
    private final TeacherStore teachers = new TeacherStore();

    @Inject
    public SessionSeries(
            Database database,
            Clock clock,
            SchoolCalendar calendars,
            OwnClasses people,
            @Any Instance<SessionWatch> watches) {
        this(database, clock, calendars, people, (Iterable<SessionWatch>) watches);
    }

    SessionSeries(
            Database database,
            Clock clock,
            SchoolCalendar calendars,
            OwnClasses people,
            Iterable<SessionWatch> watches) {
        this.database = database;
        this.clock = clock;
        this.people = people;
        this.timetables = new KnownTimetables(calendars);
        this.look = new BookingLook(clock, calendars);
        this.writing = new BookingWriting(clock, watches);
    }

    private OptionalLong self(Caller by) {
        return people.self(by).map(patron -> OptionalLong.of(patron.id())).orElse(OptionalLong.empty());
    }

    /** Every session of it and what speaks against it, without booking anything: {@link Refused} has the rows, free ones too. */
    public SeriesAnswer preview(SeriesWish wish, Caller by) {
        var self = self(by);
        return database.transaction(connection -> {
            var timetable = timetables.now(connection, wish.first().site());
            var problem = SeriesRules.problem(wish, timetable);
            if (problem.isPresent()) return new Wrong(problem.get());
            var teacher = look.teacher(connection, wish.first(), by, self);
            if (teacher.isEmpty()) return new Stopped(Why.NOT_ALLOWED);
            var wishes = SeriesRules.sessions(wish, timetable);
            var known = look.of(connection, wishes, timetable, teacher.get().id());
            return new Refused(rows(SeriesRules.plan(ask(wish.first(), teacher.get(), by), wishes, known)));
        });
    }

    private static Ask ask(SessionWish wish, SessionTeacher teacher, Caller by) {
        return new Ask(BookingLook.booker(by), wish, OptionalLong.empty(), teacher.id(), false);
    }

    private static List<SeriesRow> rows(Collection<Planned> planned) {
        return planned.stream().map(Planned::row).toList();
    }

    /**
     * Books what was chosen, all of it or nothing; days that were not chosen are remembered, to be added later.
     *
     * @param chosen empty: all that are free, at least one
     */
    public SeriesAnswer book(SeriesWish wish, Optional<Set<Slot>> chosen, Caller by) {
        var self = self(by);
        return database.transaction(connection -> book(connection, wish, chosen, by, self));
    }

    private SeriesAnswer book(
            Connection connection, SeriesWish wish, Optional<Set<Slot>> chosen, Caller by, OptionalLong self)
            throws SQLException {
        var timetable = timetables.shared(connection, wish.first().site());
        var problem = SeriesRules.problem(wish, timetable);
        if (problem.isPresent()) return new Wrong(problem.get());
        var teacher = look.teacher(connection, wish.first(), by, self);
        if (teacher.isEmpty()) return new Stopped(Why.NOT_ALLOWED);
        look.lock(connection, teacher.get().id(), BookingLook.wanted(List.of(wish.first())));
        var requests = requests(wish);
        var before = store.ofRequests(connection, requests);
        if (!before.isEmpty()) return again(connection, before, teacher.get());
        holds.clear(connection, teacher.get().id(), clock.instant());
        var all = SeriesRules.sessions(wish, timetable);
        var known = look.of(connection, all, timetable, teacher.get().id());
        var wanted = chosen.map(slots ->
                        all.stream().filter(one -> slots.contains(Slot.of(one))).toList())
                .orElse(all);
        var planned = SeriesRules.plan(ask(wish.first(), teacher.get(), by), wanted, known);
        var free = planned.stream().filter(one -> one.row().isFree()).toList();
        if (free.isEmpty() || chosen.isPresent() && free.size() < planned.size()) return new Refused(rows(planned));
        var made = new ArrayList<Long>();
        var booked = new ArrayList<ClassSession>();
        for (var at = 0; at < wish.periods().size(); at++) {
            var periods = wish.periods().get(at);
            var series =
                    store.insert(connection, plan(wish, periods, teacher.get()), requests.get(at), clock.instant());
            made.add(series);
            var ours = free.stream().filter(one -> isOf(one, periods)).toList();
            for (var one : ours) booked.add(insert(connection, one, teacher.get(), series, known.resources(), by));
            var days = ours.stream().map(one -> one.row().wish().day()).collect(Collectors.toSet());
            store.skip(
                    connection,
                    series,
                    all.stream()
                            .filter(one -> one.first() == periods.first())
                            .map(SessionWish::day)
                            .filter(day -> !days.contains(day))
                            .toList());
        }
        booked.sort(java.util.Comparator.comparing(ClassSession::span));
        return new Done(
                made, booked, rows(SeriesRules.plan(ask(wish.first(), teacher.get(), by), left(all, free), known)));
    }

    private static List<SessionWish> left(List<SessionWish> all, List<Planned> free) {
        var taken = free.stream().map(one -> one.row().slot()).collect(Collectors.toSet());
        return all.stream().filter(one -> !taken.contains(Slot.of(one))).toList();
    }

    private static boolean isOf(Planned one, Periods periods) {
        return one.row().wish().first() == periods.first();
    }

    private static List<UUID> requests(SeriesWish wish) {
        return IntStream.range(0, wish.periods().size())
                .mapToObj(at -> at == 0 ? wish.request() : SeriesRules.part(wish.request(), "series/" + at))
                .toList();
    }

    /** The same answer as the first time. */
    private SeriesAnswer again(Connection connection, List<Long> before, SessionTeacher teacher) throws SQLException {
        var booked = new ArrayList<ClassSession>();
        for (var id : before) {
            var plan = store.find(connection, id).orElseThrow();
            if (plan.teacher().id() != teacher.id()) return new Stopped(Why.NOT_ALLOWED);
            booked.addAll(plan.sessions());
        }
        booked.sort(java.util.Comparator.comparing(ClassSession::span));
        return new Done(before, booked, List.of());
    }

    private static SeriesPlan plan(SeriesWish wish, Periods periods, SessionTeacher teacher) {
        var first = wish.first();
        return new SeriesPlan(
                0,
                first.site(),
                teacher,
                first.at(first.day(), periods.first(), periods.last()),
                wish.recurrence(),
                first.day(),
                wish.last(),
                List.of(),
                List.of());
    }

    private ClassSession insert(
            Connection connection,
            Planned one,
            SessionTeacher teacher,
            long series,
            Map<Long, BookingResource> resources,
            Caller by)
            throws SQLException {
        var wish = one.row().wish();
        var made = new BookingWriting.New(
                Kind.RESEARCH,
                wish,
                one.outcome(),
                teacher,
                OptionalLong.of(series),
                Optional.of(wish.day()),
                OptionalLong.of(by.account()),
                "");
        return writing.insert(connection, made, resources);
    }

    /** Who may see it is decided by the address it stands in. */
    public Optional<SeriesPlan> find(long series) {
        return database.read(connection -> store.find(connection, series));
    }

    /** Those of who asks that end on this day or later. */
    public List<SeriesPlan> own(LocalDate from, Caller by) {
        return database.read(connection -> {
            var teacher = teachers.ofAccount(connection, by.account());
            var found = new ArrayList<SeriesPlan>();
            if (teacher.isEmpty()) return found;
            for (var id : store.ofTeacher(connection, teacher.get().id(), from))
                store.find(connection, id).ifPresent(found::add);
            return found;
        });
    }

    /** Days that were left out, and what speaks against each of them now (B-22). Those that are over are not told. */
    public List<SeriesRow> skipped(long series, Caller by) {
        return database.read(connection -> {
            var plan = store.find(connection, series).filter(one -> isWithin(one, by));
            if (plan.isEmpty()) return List.<SeriesRow>of();
            var timetable = timetables.now(connection, plan.get().site());
            return rows(skipped(connection, plan.get(), timetable, by));
        });
    }

    private List<Planned> skipped(Connection connection, SeriesPlan plan, Timetable timetable, Caller by)
            throws SQLException {
        var today = clock.instant().atZone(timetable.zone()).toLocalDate();
        return planned(
                connection,
                plan,
                plan.skipped().stream().filter(day -> !day.isBefore(today)).toList(),
                timetable,
                by);
    }

    private List<Planned> planned(
            Connection connection, SeriesPlan plan, List<LocalDate> days, Timetable timetable, Caller by)
            throws SQLException {
        if (days.isEmpty()) return List.of();
        var wish = plan.wish();
        var wishes = days.stream()
                .map(day -> SeriesRules.on(
                        wish, SeriesRules.part(wish.request(), "of " + plan.id()), day, wish.first(), wish.last()))
                .toList();
        var known = look.of(connection, wishes, timetable, plan.teacher().id());
        return SeriesRules.plan(ask(wish, plan.teacher(), by), wishes, known);
    }

    private static boolean isWithin(SeriesPlan plan, Caller by) {
        return by.may(
                Operation.BOOK_SESSION,
                new Owner(Optional.of(plan.site()), plan.teacher().account()));
    }

    /** Adds the days that were left out and are free now (B-22). A second time it finds nothing more to do. */
    public SeriesAnswer addFree(long series, Caller by) {
        return onSeries(series, by, (connection, plan, timetable) -> {
            var planned = skipped(connection, plan, timetable, by);
            return add(connection, plan, planned, by);
        });
    }

    private SeriesAnswer add(Connection connection, SeriesPlan plan, List<Planned> planned, Caller by)
            throws SQLException {
        var resources = byNumber(look.resources(connection, plan.site()));
        var booked = new ArrayList<ClassSession>();
        for (var one : planned)
            if (one.row().isFree()) booked.add(insert(connection, one, plan.teacher(), plan.id(), resources, by));
        store.unskip(
                connection, plan.id(), booked.stream().map(ClassSession::day).toList());
        var left = planned.stream().filter(one -> !one.row().isFree()).toList();
        store.skip(
                connection,
                plan.id(),
                left.stream().map(one -> one.row().wish().day()).toList());
        return new Done(List.of(plan.id()), booked, rows(left));
    }

    private static Map<Long, BookingResource> byNumber(List<BookingResource> resources) {
        return resources.stream().collect(Collectors.toMap(BookingResource::id, Function.identity()));
    }

    /**
     * It goes on until a later day: what is free is booked, the rest is remembered. What is past has no say (B-21).
     *
     * @param last included
     */
    public SeriesAnswer extend(long series, LocalDate last, Caller by) {
        return onSeries(series, by, (connection, plan, timetable) -> {
            if (!last.isAfter(plan.last())) return new Wrong(SeriesProblem.ENDS_BEFORE);
            if (last.isAfter(plan.first().plusDays(Recurrence.MOST_DAYS))) return new Wrong(SeriesProblem.TOO_LONG);
            var days = plan.recurrence().days(timetable, plan.first(), last).stream()
                    .filter(day -> day.isAfter(plan.last()))
                    .toList();
            if (days.isEmpty()) return new Wrong(SeriesProblem.NO_DAYS);
            store.goesOn(connection, series, last);
            return add(connection, plan, planned(connection, plan, days, timetable, by), by);
        });
    }

    @FunctionalInterface
    private interface Work {
        SeriesAnswer on(Connection connection, SeriesPlan plan, Timetable timetable) throws SQLException;
    }

    /** With the teacher and all that the series uses locked. */
    private SeriesAnswer onSeries(long series, Caller by, Work work) {
        return database.transaction(connection -> {
            var seen = store.find(connection, series).filter(plan -> isWithin(plan, by));
            if (seen.isEmpty()) return new Stopped(Why.NO_SUCH_SESSION);
            var timetable = timetables.shared(connection, seen.get().site());
            lock(connection, seen.get(), List.of());
            holds.clear(connection, seen.get().teacher().id(), clock.instant());
            return work.on(connection, store.find(connection, series).orElseThrow(), timetable);
        });
    }

    private void lock(Connection connection, SeriesPlan plan, List<PartWish> more) throws SQLException {
        var wanted = new ArrayList<SessionWish>();
        wanted.add(plan.wish());
        if (!more.isEmpty()) wanted.add(plan.wish().with(more));
        plan.sessions().stream()
                .filter(session -> session.state().isLive())
                .forEach(session -> wanted.add(session.wish(session.request())));
        look.lock(connection, plan.teacher().id(), BookingLook.wanted(wanted));
    }

    /**
     * Other periods, other things, or about something else. Those that somebody has changed by hand keep their time and their things;
     * those that were called off stay so (B-20). All of it or nothing.
     *
     * @param session of the series, by which the scope is meant
     * @param version of it when it was looked at
     */
    public SeriesAnswer change(long session, int version, SeriesScope scope, SeriesEdit edit, Caller by) {
        return onScope(session, version, scope, by, edit.parts().orElse(List.of()), (connection, of) -> {
            var plan = of.plan();
            var targets = of.targets();
            var ids = targets.stream().map(ClassSession::id).collect(Collectors.toSet());
            var wishes = targets.stream()
                    .map(one -> edit.of(one.wish(one.request()), isKept(plan, one, scope)))
                    .toList();
            var known = look.of(
                            connection, wishes, of.timetable(), plan.teacher().id())
                    .without(ids);
            var planned = SeriesRules.plan(ask(plan.wish(), plan.teacher(), by), wishes, known);
            // What stays where it is needs nobody's leave: only its words are other ones.
            var refused =
                    edit.moves() && planned.stream().anyMatch(one -> !one.row().isFree());
            if (refused) return new Refused(rows(planned));
            var series = scope == SeriesScope.THIS ? plan.id() : write(connection, of, edit);
            var changed = new ArrayList<ClassSession>();
            for (var at = 0; at < targets.size(); at++) {
                var before = targets.get(at);
                if (wishes.get(at).equals(before.wish(before.request()))) changed.add(before);
                else if (edit.moves()) changed.add(move(connection, before, planned.get(at), known, by));
                else changed.add(tell(connection, before, wishes.get(at), by));
            }
            return new Done(List.of(series), changed, List.of());
        });
    }

    private static boolean isKept(SeriesPlan plan, ClassSession session, SeriesScope scope) {
        return scope != SeriesScope.THIS && plan.isException(session);
    }

    /** What of the series changes: a series of its own from that day on where earlier ones stay as they are. @return its number */
    private long write(Connection connection, Scoped of, SeriesEdit edit) throws SQLException {
        var plan = of.plan();
        var wish = edit.of(plan.wish(), false);
        if (of.from().isEmpty()) {
            store.wish(connection, with(plan, wish, plan.first()));
            return plan.id();
        }
        var from = of.from().get();
        var other = store.insert(
                connection,
                with(plan, wish.at(from, wish.first(), wish.last()), from),
                UUID.randomUUID(),
                clock.instant());
        store.split(connection, plan.id(), other, from);
        return other;
    }

    private static SeriesPlan with(SeriesPlan plan, SessionWish wish, LocalDate first) {
        return new SeriesPlan(
                plan.id(),
                plan.site(),
                plan.teacher(),
                wish,
                plan.recurrence(),
                first,
                plan.last(),
                plan.sessions(),
                plan.skipped());
    }

    private ClassSession move(Connection connection, ClassSession before, Planned planned, Known known, Caller by)
            throws SQLException {
        var wish = planned.row().wish();
        var outcome = planned.outcome();
        var span = outcome.span().orElseThrow();
        var asks =
                outcome.approval() && (before.state() == State.REQUESTED || !BookingRules.isWithin(wish, span, before));
        var after = new SessionCopy(before)
                .wish(
                        wish,
                        span,
                        before.teacher(),
                        asks ? State.REQUESTED : State.BOOKED,
                        BookingWriting.parts(wish, known.resources()),
                        clock.instant());
        return writing.change(connection, before, after, outcome, OptionalLong.of(by.account()), "");
    }

    private ClassSession tell(Connection connection, ClassSession before, SessionWish wish, Caller by)
            throws SQLException {
        var after = new SessionCopy(before)
                .wish(wish, before.span(), before.teacher(), before.state(), before.parts(), clock.instant());
        return writing.mark(connection, before, after, SessionEvent.Kind.CHANGED, OptionalLong.of(by.account()), "");
    }

    /**
     * Calls them off (B-24). Days that were left out are not looked at any more where the rest of the series goes.
     *
     * @param why empty for none, at most {@link Bookings#LONGEST_WHY} characters
     */
    public SeriesAnswer cancel(long session, int version, SeriesScope scope, String why, Caller by) {
        if (why.length() > Bookings.LONGEST_WHY) return new Stopped(Why.NO_REASON);
        return onScope(session, version, scope, by, List.of(), (connection, of) -> {
            var done = new ArrayList<ClassSession>();
            var plan = of.plan();
            var known = look.of(
                    connection,
                    of.targets().stream().map(one -> one.wish(one.request())).toList(),
                    of.timetable(),
                    plan.teacher().id());
            var now = clock.instant();
            for (var before : of.targets()) {
                var late = now.isAfter(before.span().starts().minus(BookingRules.noticeToCancel(before, known)));
                var after = new SessionCopy(before)
                        .state(late ? State.LATE_CANCELLED : State.CANCELLED, why.strip(), OptionalLong.empty(), now);
                done.add(writing.end(
                        connection, before, after, SessionEvent.Kind.CANCELLED, OptionalLong.of(by.account())));
            }
            if (scope != SeriesScope.THIS) {
                var today = now.atZone(of.timetable().zone()).toLocalDate();
                store.ends(connection, plan.id(), of.from().orElse(today).minusDays(1));
            }
            return new Done(List.of(plan.id()), done, List.of());
        });
    }

    /**
     * What is meant, locked.
     *
     * @param targets live ones that are not over, in order; at least one
     * @param from the day planned for from which on they are meant, where earlier ones that are to come are not
     */
    private record Scoped(SeriesPlan plan, List<ClassSession> targets, Optional<LocalDate> from, Timetable timetable) {}

    @FunctionalInterface
    private interface ScopedWork {
        SeriesAnswer on(Connection connection, Scoped of) throws SQLException;
    }

    private SeriesAnswer onScope(
            long session, int version, SeriesScope scope, Caller by, List<PartWish> more, ScopedWork work) {
        return database.transaction(connection -> {
            var seen = sessions.find(connection, session);
            if (seen.isEmpty() || seen.get().series().isEmpty()) return new Stopped(Why.NO_SUCH_SESSION);
            var series = seen.get().series().getAsLong();
            var plan = store.find(connection, series).filter(one -> isWithin(one, by));
            if (plan.isEmpty()) return new Stopped(Why.NO_SUCH_SESSION);
            var timetable = timetables.shared(connection, plan.get().site());
            lock(connection, plan.get(), more);
            var now = store.find(connection, series).orElseThrow();
            var one =
                    now.sessions().stream().filter(each -> each.id() == session).findFirst();
            if (one.isEmpty() || one.get().version() != version) return new Stopped(Why.CHANGED_SINCE);
            var coming = now.sessions().stream()
                    .filter(each -> each.state().isLive() && !each.isOver(clock.instant()))
                    .toList();
            var targets = coming.stream()
                    .filter(each -> isMeant(each, one.get(), scope))
                    .toList();
            if (targets.isEmpty()) return new Stopped(one.get().isOver(clock.instant()) ? Why.OVER : Why.NOT_NOW);
            for (var each : new HashSet<>(targets)) sessions.lock(connection, each.id());
            holds.clear(connection, now.teacher().id(), clock.instant());
            var from = coming.size() == targets.size() || scope == SeriesScope.THIS
                    ? Optional.<LocalDate>empty()
                    : one.get().seriesDay();
            return work.on(connection, new Scoped(now, targets, from, timetable));
        });
    }

    private static boolean isMeant(ClassSession session, ClassSession by, SeriesScope scope) {
        return switch (scope) {
            case THIS -> session.id() == by.id();
            case FOLLOWING ->
                !session.seriesDay().orElseThrow().isBefore(by.seriesDay().orElseThrow());
            case COMING -> true;
        };
    }
}
