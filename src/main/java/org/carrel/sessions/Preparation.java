package org.carrel.sessions;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ShortCart;
import org.carrel.scheduling.Timetables;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.sessions.store.SessionBookStore;

/** What is to be made ready for classes, today and on the next day of school. */
@Door
public class Preparation {
    /** So many days ahead it is told which carts will have too few devices. */
    public static final int DAYS_AHEAD = 28;

    private final Database database;
    private final Clock clock;
    private final Bookings bookings;
    private final Timetables timetables;
    private final SessionBookStore books = new SessionBookStore();

    @Inject
    public Preparation(Database database, Clock clock, Bookings bookings, Timetables timetables) {
        this.database = database;
        this.clock = clock;
        this.bookings = bookings;
        this.timetables = timetables;
    }

    /**
     * A session that is to be prepared.
     *
     * @param prepared everything stands ready
     * @param over it is over: nothing is to be done
     * @param tooFew its carts that have too few devices as things are now
     * @param books so many copies are to be pulled
     * @param pulled so many of them are
     */
    public record Line(
            ClassSession session, boolean prepared, boolean over, List<ShortCart> tooFew, int books, int pulled) {}

    /** A day of school with its sessions in the order of the day. */
    public record Day(LocalDate day, List<Line> lines) {}

    /**
     * The list.
     *
     * @param days today, also without school, and the next day of school where there is one
     * @param later carts that will have too few devices after those days
     */
    public record Sheet(List<Day> days, List<ShortCart> later) {}

    /** Nothing for who may not lend devices at the site. */
    public Sheet of(String site, Caller by) {
        if (!by.may(Operation.LEND_DEVICES, Owner.site(site))) return new Sheet(List.of(), List.of());
        var timetable = timetables.of(site);
        var today = clock.instant().atZone(timetable.zone()).toLocalDate();
        var end = today.plusDays(DAYS_AHEAD);
        var next = timetable.schoolDays(today.plusDays(1), end).stream().findFirst();
        var last = next.orElse(today);
        var sessions = bookings.days(site, today, last).stream()
                .filter(session -> session.kind() != ClassSession.Kind.MAINTENANCE)
                .toList();
        var few = bookings.tooFew(site, today, end);
        var ids = sessions.stream().map(ClassSession::id).toList();
        var ready = bookings.prepared(ids);
        var counts = database.read(connection -> books.counts(connection, ids));
        var now = clock.instant();
        var lines = sessions.stream()
                .map(session -> {
                    var count = counts.getOrDefault(session.id(), new SessionBookStore.Count(0, 0));
                    return new Line(
                            session,
                            ready.contains(session.id()),
                            session.isOver(now),
                            few.stream()
                                    .filter(one -> one.session().id() == session.id())
                                    .toList(),
                            count.wanted(),
                            count.pulled());
                })
                .toList();
        var days = Stream.concat(Stream.of(today), next.stream())
                .map(day -> new Day(
                        day,
                        lines.stream()
                                .filter(line -> line.session().day().equals(day))
                                .toList()))
                .toList();
        var later =
                few.stream().filter(one -> one.session().day().isAfter(last)).toList();
        return new Sheet(days, later);
    }
}
