package org.carrel.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.patrons.OwnClasses;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.BookingAnswer.Booked;
import org.carrel.scheduling.BookingAnswer.Refused;
import org.carrel.scheduling.ClassSession.Kind;
import org.carrel.scheduling.SessionChange.Why;
import org.carrel.scheduling.WaitAnswer.Free;
import org.carrel.scheduling.WaitAnswer.InVain;
import org.carrel.scheduling.WaitAnswer.Stopped;
import org.carrel.scheduling.WaitAnswer.Waits;
import org.carrel.scheduling.rules.BookingRules;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.WaitRules;
import org.carrel.scheduling.store.HoldStore;
import org.carrel.scheduling.store.TeacherStore;
import org.carrel.scheduling.store.WaitStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/**
 * Who was refused waits for the whole session. When it can be had, it is kept for the first who wants it, for a while; who does not take
 * it in time lets the next one have it.
 */
@Door
public class WaitingList {
    private final Database database;
    private final Clock clock;
    private final OwnClasses people;
    private final Iterable<OfferWatch> offers;
    private final KnownTimetables timetables;
    private final BookingLook look;
    private final BookingWriting writing;
    private final WaitStore store = new WaitStore();
    private final HoldStore holds = new HoldStore();
    private final TeacherStore teachers = new TeacherStore();

    @Inject
    public WaitingList(
            Database database,
            Clock clock,
            SchoolCalendar calendars,
            OwnClasses people,
            @Any Instance<OfferWatch> offers,
            @Any Instance<SessionWatch> watches) {
        this(database, clock, calendars, people, offers, (Iterable<SessionWatch>) watches);
    }

    WaitingList(
            Database database,
            Clock clock,
            SchoolCalendar calendars,
            OwnClasses people,
            Iterable<OfferWatch> offers,
            Iterable<SessionWatch> watches) {
        this.database = database;
        this.clock = clock;
        this.people = people;
        this.offers = offers;
        this.timetables = new KnownTimetables(calendars);
        this.look = new BookingLook(clock, calendars);
        this.writing = new BookingWriting(clock, watches);
    }

    private OptionalLong self(Caller by) {
        return people.self(by).map(patron -> OptionalLong.of(patron.id())).orElse(OptionalLong.empty());
    }

    /** Those of these that there are. @param waiting numbers */
    public List<WaitingWish> find(Collection<Long> waiting) {
        return database.read(connection -> store.find(connection, waiting));
    }

    /** Whether waiting can help against all of these. */
    public static boolean helps(List<PartReason> reasons) {
        return WaitRules.inVain(reasons).isEmpty();
    }

    /** Waits for it, at the end of the line. The same request again waits once. */
    public WaitAnswer join(SessionWish wish, Caller by) {
        var self = self(by);
        return database.transaction(connection -> {
            var teacher = look.teacher(connection, wish, by, self);
            if (teacher.isEmpty()) return new Stopped(Why.NOT_ALLOWED);
            var id = teacher.get().id();
            var known = look.of(connection, wish, timetables.now(connection, wish.site()), id);
            var outcome =
                    BookingRules.of(new Ask(BookingLook.booker(by), wish, OptionalLong.empty(), id, false), known);
            if (outcome.isFree()) return new Free();
            var inVain = WaitRules.inVain(outcome.reasons());
            if (!inVain.isEmpty()) return new InVain(inVain);
            return new Waits(store.insert(connection, wish, id, BookingLook.booker(by), by.account(), clock.instant()));
        });
    }

    /** What who asks waits for on this day and later, for themselves or for another teacher, in order. */
    public List<WaitingWish> own(LocalDate from, Caller by) {
        return database.read(connection -> {
            var teacher = teachers.ofAccount(connection, by.account());
            var id = teacher.map(known -> OptionalLong.of(known.id())).orElse(OptionalLong.empty());
            return store.of(connection, id, by.account(), from).stream()
                    .filter(one -> isWithin(one, by))
                    .toList();
        });
    }

    private static boolean isWithin(WaitingWish one, Caller by) {
        return by.may(
                Operation.BOOK_SESSION,
                new Owner(Optional.of(one.wish().site()), one.teacher().account()));
    }

    /** Does not wait any longer; what was kept is free for the next. False when it is not theirs, or over. */
    public boolean giveUp(long waiting, Caller by) {
        return database.transaction(
                connection -> isOwn(connection, waiting, by).isPresent() && store.giveUp(connection, waiting));
    }

    /** Waits again behind all the others, when an offer was missed. False when it is not theirs, or not missed. */
    public boolean again(long waiting, Caller by) {
        return database.transaction(connection ->
                isOwn(connection, waiting, by).isPresent() && store.again(connection, waiting, clock.instant()));
    }

    private Optional<WaitingWish> isOwn(Connection connection, long waiting, Caller by) throws SQLException {
        var found = store.find(connection, waiting).filter(one -> isWithin(one, by));
        if (found.isEmpty()) return found;
        var own = found.get().teacher().account().equals(OptionalLong.of(by.account()));
        return own || store.isAskedBy(connection, waiting, by.account()) ? found : Optional.empty();
    }

    /** Books what was offered, if the offer stands. */
    public BookingAnswer take(long waiting, Caller by) {
        return database.transaction(connection -> {
            var seen = isOwn(connection, waiting, by);
            if (seen.isEmpty()) return new BookingAnswer.Stopped(Why.OFFER_OVER);
            var wish = seen.get().wish();
            var teacher = seen.get().teacher();
            var timetable = timetables.shared(connection, wish.site());
            look.lock(connection, teacher.id(), BookingLook.wanted(List.of(wish)));
            var booker = store.booker(connection, waiting).orElseThrow();
            if (!store.take(connection, waiting, clock.instant())) return new BookingAnswer.Stopped(Why.OFFER_OVER);
            var known = look.of(connection, wish, timetable, teacher.id());
            var outcome = BookingRules.of(new Ask(booker, wish, OptionalLong.empty(), teacher.id(), false), known);
            if (!outcome.isFree()) {
                // As a quota that was used up since: the next one gets it.
                store.miss(connection, waiting);
                return new Refused(outcome.reasons(), List.of());
            }
            var made = new BookingWriting.New(
                    Kind.RESEARCH,
                    wish,
                    outcome,
                    teacher,
                    OptionalLong.empty(),
                    Optional.empty(),
                    OptionalLong.of(by.account()),
                    "");
            return new Booked(writing.insert(connection, made, known.resources()));
        });
    }

    /** Offers that have run out go, and what was waited for in the past is forgotten. How many have run out. */
    int lapse() {
        var yesterday = clock.instant().atZone(clock.getZone()).toLocalDate().minusDays(1);
        return database.transaction(connection -> {
            store.forget(connection, yesterday);
            return store.lapse(connection, clock.instant());
        });
    }

    /** Offers what can be had, each to the first who waits for it. How many offers. */
    int offer() {
        var count = 0;
        for (var site : database.read(store::sites))
            for (var one : database.read(connection -> store.waiting(connection, site)))
                if (database.transaction(connection -> offer(connection, one))) count++;
        return count;
    }

    /** Behind the locks, so that what somebody gives back at this moment is seen as free. */
    private boolean offer(Connection connection, WaitingWish one) throws SQLException {
        var wish = one.wish();
        var teacher = one.teacher().id();
        var timetable = timetables.shared(connection, wish.site());
        look.lock(connection, teacher, BookingLook.wanted(List.of(wish)));
        var known = look.of(connection, wish, timetable, teacher);
        var booker = store.booker(connection, one.id());
        if (booker.isEmpty()) return false;
        var ask = new Ask(booker.get(), wish, OptionalLong.empty(), teacher, false);
        var outcome = BookingRules.of(ask, known);
        if (!outcome.isFree()) return false;
        var until = WaitRules.until(ask, outcome.span().orElseThrow(), known);
        var offer = UUID.randomUUID();
        if (!until.isAfter(known.now()) || !store.offer(connection, one.id(), offer, until)) return false;
        holds.clear(connection, teacher, known.now());
        store.keep(connection, one.id(), offer, teacher, wish, until);
        holds.takeForOffer(connection, offer, outcome.lanes());
        for (var watch : offers) watch.offered(connection, one);
        return true;
    }
}
