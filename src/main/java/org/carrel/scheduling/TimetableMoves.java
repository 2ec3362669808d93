package org.carrel.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.circulation.BellMoves;
import org.carrel.circulation.BellTimes;
import org.carrel.circulation.DueMove;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.ClassSession.Part;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.TimetableAnswer.Asks;
import org.carrel.scheduling.TimetableAnswer.Done;
import org.carrel.scheduling.TimetableAnswer.No;
import org.carrel.scheduling.TimetableAnswer.Wrong;
import org.carrel.scheduling.TimetableChange.Close;
import org.carrel.scheduling.TimetableEffect.Choice;
import org.carrel.scheduling.TimetableEffect.Dues;
import org.carrel.scheduling.rules.Alternatives;
import org.carrel.scheduling.rules.BookingRules;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.carrel.scheduling.rules.BookingRules.Outcome;
import org.carrel.scheduling.rules.SeriesRules;
import org.carrel.scheduling.rules.TimetableEffects;
import org.carrel.scheduling.rules.TimetableEffects.Planned;
import org.carrel.scheduling.store.HoldStore;
import org.carrel.scheduling.store.SessionStore;
import org.carrel.scheduling.store.TimetableChangeStore;
import org.carrel.scheduling.store.TimetableChangeStore.Was;
import org.carrel.scheduling.store.TimetableStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SiteCalendar;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/**
 * Days, bells and closures are changed together with the sessions that are booked for them (B-27, B-28, B-36) and with what is lent until
 * the end of a period: looked at first, then done in one transaction, and the last change can be taken back (B-29).
 */
@Door
public class TimetableMoves {
    private final Database database;
    private final Clock clock;
    private final SchoolCalendar calendars;
    private final AuditTrail audit;
    private final BellMoves loans;
    private final BookingLook look;
    private final BookingWriting writing;
    private final TimetableWriting timetable;
    private final TimetableStore store = new TimetableStore();
    private final TimetableChangeStore changes = new TimetableChangeStore();
    private final SessionStore sessions = new SessionStore();
    private final HoldStore holds = new HoldStore();

    @Inject
    public TimetableMoves(
            Database database,
            Clock clock,
            SchoolCalendar calendars,
            AuditTrail audit,
            BellMoves loans,
            @Any Instance<SessionWatch> watches) {
        this(database, clock, calendars, audit, loans, (Iterable<SessionWatch>) watches);
    }

    TimetableMoves(
            Database database,
            Clock clock,
            SchoolCalendar calendars,
            AuditTrail audit,
            BellMoves loans,
            Iterable<SessionWatch> watches) {
        this.database = database;
        this.clock = clock;
        this.calendars = calendars;
        this.audit = audit;
        this.loans = loans;
        this.look = new BookingLook(clock, calendars);
        this.writing = new BookingWriting(clock, watches);
        this.timetable = new TimetableWriting(clock, calendars);
    }

    private static boolean mayChange(String site, Caller by) {
        return by.may(Operation.ADMINISTER, Owner.site(site));
    }

    /** A site as a change finds it and leaves it. */
    private record Both(Timetable before, Timetable after, List<DayType> types, List<DayType> typesAfter) {}

    /** What it would do: it is done and taken back at once, so that looking and doing cannot differ. */
    public TimetableAnswer plan(String site, TimetableChange change, Caller by) {
        if (!mayChange(site, by)) return new No();
        calendars.read(site);
        return database.read(connection -> {
            var id = store.site(connection, site);
            if (id.isEmpty()) return new No();
            store.raiseVersion(connection, id.get());
            var problems = new ArrayList<TimetableProblem>();
            var both = write(connection, id.get(), site, change, problems);
            if (!problems.isEmpty()) return new Wrong(problems);
            var dues = loans.plan(connection, site, bells(both.before()), bells(both.after()));
            return new Asks(effects(connection, site, both, Map.of()).effect().with(dues(dues)));
        });
    }

    private static BellTimes bells(Timetable timetable) {
        return (day, period) -> timetable.period(day, period).map(BellPeriod::ends);
    }

    private static List<Dues> dues(List<DueMove> moves) {
        var counted = new LinkedHashMap<Dues, Integer>();
        for (var move : moves) counted.merge(new Dues(move.loan().due().orElseThrow(), move.to(), 0), 1, Integer::sum);
        return counted.entrySet().stream()
                .map(each -> new Dues(each.getKey().from(), each.getKey().to(), each.getValue()))
                .toList();
    }

    private Both write(
            Connection connection, int id, String site, TimetableChange change, List<TimetableProblem> problems)
            throws SQLException {
        var zone = calendars.of(site).zone();
        var before = store.read(connection, site, zone);
        var types = store.types(connection, site);
        problems.addAll(timetable.write(connection, id, site, change));
        var after = change instanceof Close close
                ? before.within(closures(site, close))
                : store.read(connection, site, zone);
        return new Both(before, after, types, store.types(connection, site));
    }

    /** The calendar with the closures that it is about and no others. */
    private SiteCalendar closures(String site, Close close) {
        var calendar = calendars.of(site);
        return new SiteCalendar(
                calendar.zone(),
                calendar.week(),
                calendar.closures().stream()
                        .filter(closure -> closure.overlaps(close.first(), close.last()))
                        .toList(),
                calendar.terms());
    }

    private TimetableEffects.Plan effects(Connection connection, String site, Both both, Map<Long, Choice> choices)
            throws SQLException {
        var affected = affected(connection, site, both);
        if (affected.isEmpty()) return new TimetableEffects.Plan(TimetableEffect.NONE, List.of(), List.of());
        // Nothing is moved to a day on which the calendar says closed.
        var after = both.after().within(calendars.of(site));
        return TimetableEffects.plan(affected, known(connection, site, after, affected), both.before(), choices);
    }

    private List<ClassSession> affected(Connection connection, String site, Both both) throws SQLException {
        var now = clock.instant();
        var today = now.atZone(both.after().zone()).toLocalDate();
        var last = today.plusDays(2L * Recurrence.MOST_DAYS);
        return TimetableEffects.affected(
                sessions.live(connection, site, today, last), both.before(), both.after(), now);
    }

    private Known known(Connection connection, String site, Timetable after, Collection<ClassSession> affected)
            throws SQLException {
        var days = affected.stream().map(ClassSession::day).sorted().toList();
        return look.of(
                connection,
                site,
                after,
                0,
                days.getFirst().minusDays(2L * Alternatives.DAYS),
                days.getLast().plusDays(3L * Alternatives.DAYS));
    }

    /**
     * Changes the timetable and moves, keeps or calls off what is booked, all of it or nothing. The same request again does nothing more.
     *
     * @param choices for each that cannot stay in its periods, by number; one that is missing, or cannot be had any more, is asked for
     * @param why told to those whose sessions are called off; at most {@link Bookings#LONGEST_WHY} characters
     */
    public TimetableAnswer apply(
            String site, TimetableChange change, Map<Long, Choice> choices, String why, UUID request, Caller by) {
        if (!mayChange(site, by) || why.length() > Bookings.LONGEST_WHY) return new No();
        calendars.read(site);
        // What is not done after all must leave nothing behind: looked at first, and again by who does it.
        var planned = plan(site, change, by);
        if (!(planned instanceof Asks asks) || !isChosen(asks.effect(), choices)) return planned;
        try {
            return database.transaction(connection -> apply(connection, site, change, choices, why, request, by));
        } catch (ChosenNoMore e) {
            return plan(site, change, by);
        }
    }

    private static boolean isChosen(TimetableEffect effect, Map<Long, Choice> choices) {
        return effect.casualties().stream()
                .allMatch(one -> Optional.ofNullable(choices.get(one.session().id()))
                        .filter(one::allows)
                        .isPresent());
    }

    /** Somebody has booked or changed something since: the transaction is to leave nothing behind. */
    private static final class ChosenNoMore extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private TimetableAnswer apply(
            Connection connection,
            String site,
            TimetableChange change,
            Map<Long, Choice> choices,
            String why,
            UUID request,
            Caller by)
            throws SQLException {
        var id = store.site(connection, site).orElseThrow();
        store.raiseVersion(connection, id);
        var before = changes.ofRequest(connection, request);
        if (before.isPresent()) return new Done(before.get().id(), TimetableEffect.NONE);
        var problems = new ArrayList<TimetableProblem>();
        var both = write(connection, id, site, change, problems);
        if (!problems.isEmpty()) throw new ChosenNoMore();
        lock(connection, site, affected(connection, site, both));
        var plan = effects(connection, site, both, choices);
        if (!isChosen(plan.effect(), choices)) throw new ChosenNoMore();
        var kept = TimetableWriting.difference(both.before(), both.types(), both.after(), both.typesAfter());
        var number = changes.insert(connection, id, request, kept, by.account(), clock.instant());
        var actor = OptionalLong.of(by.account());
        for (var one : plan.planned()) holds.give(connection, one.session().id());
        for (var one : plan.cancelled()) {
            var after = new SessionCopy(one).state(State.CANCELLED, why.strip(), OptionalLong.empty(), clock.instant());
            var done = writing.end(connection, one, after, SessionEvent.Kind.CANCELLED, actor);
            changes.add(connection, number, one, done.version());
        }
        for (var one : plan.planned()) {
            if (one.choice().filter(Choice.KEEP::equals).isPresent()) {
                holds.takeForSession(
                        connection, one.session().id(), one.outcome().lanes());
            } else {
                var done = move(connection, one, actor);
                changes.add(connection, number, one.session(), done.version());
            }
        }
        var effect = plan.effect().with(loans(connection, site, both.before(), both.after(), by));
        audit(connection, id, by, "timetable_changed", number, effect);
        return new Done(number, effect);
    }

    /** Last of all, as a desk that lends holds its loans before it tells a session. */
    private List<Dues> loans(Connection connection, String site, Timetable before, Timetable after, Caller by)
            throws SQLException {
        var moves = loans.plan(connection, site, bells(before), bells(after));
        loans.move(connection, moves, by);
        return dues(moves);
    }

    private ClassSession move(Connection connection, Planned one, OptionalLong actor) throws SQLException {
        return move(
                connection,
                one.session(),
                one.wish(),
                one.outcome(),
                one.session().state(),
                actor);
    }

    private ClassSession move(
            Connection connection,
            ClassSession before,
            SessionWish wish,
            Outcome outcome,
            State state,
            OptionalLong actor)
            throws SQLException {
        var after = new SessionCopy(before)
                .wish(wish, outcome.span().orElseThrow(), before.teacher(), state, before.parts(), clock.instant());
        return writing.change(connection, before, after, outcome, actor, "");
    }

    /** Teachers, then things, then sessions, each in the order of numbers; things of the site all, as nobody knows where one moves to. */
    private void lock(Connection connection, String site, Collection<ClassSession> affected) throws SQLException {
        if (affected.isEmpty()) return;
        var teachers =
                affected.stream().map(session -> session.teacher().id()).collect(Collectors.toCollection(TreeSet::new));
        var things = Stream.concat(
                        look.resources(connection, site).stream().map(BookingResource::id),
                        affected.stream()
                                .flatMap(session -> session.parts().stream())
                                .map(Part::resource))
                .distinct()
                .sorted()
                .toList();
        look.lock(connection, teachers, things);
        for (var session :
                affected.stream().sorted(Comparator.comparing(ClassSession::id)).toList())
            sessions.lock(connection, session.id());
    }

    private void audit(Connection connection, int site, Caller by, String action, long change, TimetableEffect effect)
            throws SQLException {
        audit.add(
                connection,
                OptionalLong.of(by.account()),
                action,
                Optional.of(new Subject("site", site)),
                Optional.of(Json.createObjectBuilder()
                        .add("change", change)
                        .add("moved", effect.moved().size())
                        .add("others", effect.casualties().size())
                        .add(
                                "loans",
                                effect.dues().stream().mapToInt(Dues::loans).sum())
                        .build()
                        .toString()));
    }

    /** Number of the change that can be taken back: the last one of a site. */
    public OptionalLong last(String site) {
        return database.read(connection -> changes.last(connection, site))
                .map(change -> OptionalLong.of(change.id()))
                .orElse(OptionalLong.empty());
    }

    /**
     * Takes the last change back, with what it did to sessions: those that are as it left them have again what they had, as far as that
     * is free. What was booked since and could not stay is told, and nothing is done.
     */
    public TimetableAnswer undo(long change, Caller by) {
        var seen = database.read(connection -> changes.find(connection, change));
        if (seen.isEmpty() || !mayChange(seen.get().site(), by)) return new No();
        var site = seen.get().site();
        var blocked = new ArrayList<TimetableEffect>();
        try {
            return database.transaction(connection -> {
                blocked.clear();
                var id = store.site(connection, site).orElseThrow();
                store.raiseVersion(connection, id);
                var last = changes.last(connection, site);
                if (last.isEmpty() || last.get().id() != change) return new No();
                return undo(connection, id, last.get(), by, blocked);
            });
        } catch (ChosenNoMore e) {
            return new Asks(blocked.getFirst());
        }
    }

    private TimetableAnswer undo(
            Connection connection, int id, TimetableChangeStore.Change change, Caller by, List<TimetableEffect> blocked)
            throws SQLException {
        var site = change.site();
        var zone = calendars.of(site).zone();
        var before = store.read(connection, site, zone);
        timetable.restore(connection, id, site, change.kept());
        var after = store.read(connection, site, zone);
        var both = new Both(before, after, List.of(), List.of());
        var was = new ArrayList<Was>();
        var touched = new ArrayList<ClassSession>(affected(connection, site, both));
        for (var one : changes.sessions(connection, change.id())) {
            var session = sessions.find(connection, one.session()).orElseThrow();
            if (session.version() != one.version() || !one.span().starts().isAfter(clock.instant())) continue;
            was.add(one);
            if (touched.stream().noneMatch(known -> known.id() == session.id())) touched.add(session);
        }
        lock(connection, site, touched);
        var ours = was.stream().map(Was::session).collect(Collectors.toSet());
        var others = affected(connection, site, both).stream()
                .filter(session -> !ours.contains(session.id()))
                .toList();
        var actor = OptionalLong.of(by.account());
        var days = new ArrayList<>(touched);
        if (touched.isEmpty()) return taken(connection, id, change, by, both, TimetableEffect.NONE);
        var known = known(connection, site, after, days);
        var plan = TimetableEffects.plan(others, known.without(new HashSet<>(ours)), before, Map.of());
        if (!plan.effect().casualties().isEmpty()) {
            blocked.add(plan.effect());
            throw new ChosenNoMore();
        }
        for (var session : touched) if (session.state().isLive()) holds.give(connection, session.id());
        var with = known.without(touched.stream().map(ClassSession::id).collect(Collectors.toSet()));
        for (var one : plan.planned()) {
            if (one.outcome().span().equals(Optional.of(one.session().span())))
                holds.takeForSession(
                        connection, one.session().id(), one.outcome().lanes());
            else move(connection, one, actor);
            with = with.and(SeriesRules.held(
                    one.wish(), one.outcome(), one.session().teacher().id()));
        }
        for (var one : was) with = back(connection, one, with, before, actor);
        return taken(connection, id, change, by, both, plan.effect());
    }

    /** As it was, if that is free; else as the change has left it, if it is live. */
    private Known back(Connection connection, Was one, Known with, Timetable changed, OptionalLong actor)
            throws SQLException {
        var session = sessions.find(connection, one.session()).orElseThrow();
        var wish = session.wish(session.request()).at(one.day(), one.first(), one.last());
        var outcome = BookingRules.of(ask(wish, session), with);
        if (outcome.isFree()) {
            var kind = session.state().isLive() ? SessionEvent.Kind.MOVED : SessionEvent.Kind.RESTORED;
            if (kind == SessionEvent.Kind.MOVED) move(connection, session, wish, outcome, one.state(), actor);
            else restore(connection, session, wish, outcome, one.state(), actor);
            return with.and(SeriesRules.held(wish, outcome, session.teacher().id()));
        }
        if (!session.state().isLive()) return with;
        var stays = session.wish(session.request());
        var kept = BookingRules.of(ask(stays, session), with.by(changed));
        holds.takeForSession(connection, session.id(), kept.lanes());
        return with.and(SeriesRules.held(stays, kept, session.teacher().id()));
    }

    private static Ask ask(SessionWish wish, ClassSession session) {
        return new Ask(
                Booker.LIBRARIAN, wish, OptionalLong.empty(), session.teacher().id(), true);
    }

    private void restore(
            Connection connection,
            ClassSession before,
            SessionWish wish,
            Outcome outcome,
            State state,
            OptionalLong actor)
            throws SQLException {
        var after = new SessionCopy(before)
                .wish(wish, outcome.span().orElseThrow(), before.teacher(), state, before.parts(), clock.instant());
        holds.takeForSession(connection, before.id(), outcome.lanes());
        writing.mark(connection, before, after, SessionEvent.Kind.RESTORED, actor, "");
    }

    private TimetableAnswer taken(
            Connection connection,
            int id,
            TimetableChangeStore.Change change,
            Caller by,
            Both both,
            TimetableEffect sessions)
            throws SQLException {
        changes.undone(connection, change.id(), by.account(), clock.instant());
        var effect = sessions.with(loans(connection, change.site(), both.before(), both.after(), by));
        audit(connection, id, by, "timetable_changed_back", change.id(), effect);
        return new Done(change.id(), effect);
    }

    /** Sessions that are to come on these days, for whoever is about to change them. */
    public int booked(String site, LocalDate first, LocalDate last) {
        return database.read(connection -> sessions.live(connection, site, first, last))
                .size();
    }
}
