package org.carrel.school;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;
import org.carrel.school.CalendarChanges.Act;
import org.carrel.school.CalendarChanges.Work;
import org.carrel.school.SchoolProblem.Field;
import org.carrel.school.SchoolProblem.Kind;
import org.carrel.school.rules.CalendarRules;
import org.carrel.school.rules.HoursText;
import org.carrel.school.store.CalendarStore;
import org.carrel.school.store.SiteStore;
import org.carrel.security.AuditTrail;
import org.jspecify.annotations.Nullable;

/**
 * When the sites are open. A change counts at once on this node and within some seconds on the others; while the database is
 * away, what was known before still holds. Every change is in the audit trail.
 */
@Door
public class SchoolCalendar {
    private static final Logger LOG = System.getLogger(SchoolCalendar.class.getName());
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(5);

    private final Database database;
    private final Clock clock;
    private final CalendarChanges changes;
    private final SiteStore sites = new SiteStore();
    private final CalendarStore store = new CalendarStore();
    private final ReentrantLock first = new ReentrantLock();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Map<String, SiteCalendar> known;
    private volatile long looked = System.nanoTime() - LOOKED_EVERY.toNanos();

    @Inject
    public SchoolCalendar(Database database, Clock clock, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.changes = new CalendarChanges(database, audit);
    }

    /** Of the site with this code; where there is no such site of the first one that is ever open. */
    public SiteCalendar of(String siteCode) {
        var all = now();
        var own = all.get(key(siteCode));
        if (own != null) return own;
        return all.values().stream()
                .filter(calendar -> !calendar.week().isEmpty())
                .findFirst()
                .orElseGet(() -> SiteCalendar.unknown(clock.getZone()));
    }

    /** What the door sign of this site says now. */
    public OpenState stateNow(String siteCode) {
        return of(siteCode).stateAt(clock.instant());
    }

    /** The first calls wait for the database, later ones never do. */
    private Map<String, SiteCalendar> now() {
        if (known == null) lookFirst();
        else if (isOld() && looking.compareAndSet(false, true))
            Thread.ofVirtual().name("calendar").start(this::look);
        var calendars = known;
        return calendars == null ? Map.of() : calendars;
    }

    private boolean isOld() {
        return System.nanoTime() - looked >= LOOKED_EVERY.toNanos();
    }

    /** Whoever asks while the first one reads gets what that one read, not an empty calendar. */
    private void lookFirst() {
        first.lock();
        try {
            if (known == null && isOld()) look();
        } finally {
            first.unlock();
        }
    }

    private void look() {
        try {
            known = database.read(this::all);
        } catch (DatabaseProblem e) {
            LOG.log(Level.DEBUG, "The calendar that is known goes on", e);
        } finally {
            looked = System.nanoTime();
            looking.set(false);
        }
    }

    private Map<String, SiteCalendar> all(Connection connection) throws SQLException {
        var all = new LinkedHashMap<String, SiteCalendar>();
        for (var site : sites.all(connection, clock.getZone())) {
            var calendar = new SiteCalendar(
                    site.zone(),
                    store.week(connection, site.id()),
                    store.closures(connection, site.id()),
                    store.terms(connection, site.id()));
            all.put(key(site.code()), calendar);
        }
        return all;
    }

    /** As it is stored now, for whoever changes it. */
    public SiteCalendar read(String siteCode) {
        look();
        return of(siteCode);
    }

    /**
     * The hours of a usual week.
     *
     * @param typed a day that is not there or empty is closed
     * @return what is wrong; nothing when it is saved
     */
    public List<SchoolProblem> saveHours(String site, Map<DayOfWeek, String> typed, long actor) {
        var week = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        var problems = new ArrayList<SchoolProblem>();
        typed.forEach((day, text) -> {
            var read = HoursText.read(text);
            read.problem().ifPresent(kind -> problems.add(SchoolProblem.of(Field.valueOf(day.name()), kind, text)));
            week.put(day, read.hours());
        });
        if (!problems.isEmpty()) return problems;
        return run(new Act(site, actor, "hours_changed", typed.toString()), (connection, id) -> {
            store.replaceWeek(connection, id, week);
            return List.of();
        });
    }

    /** @return what is wrong; nothing when it is added */
    public List<SchoolProblem> addClosure(String site, ClosureDraft draft, long actor) {
        var what = draft.first() + ".." + draft.last() + " " + draft.reasonEn();
        return run(new Act(site, actor, "closure_added", what), (connection, id) -> {
            var read = CalendarRules.closure(draft, store.closures(connection, id));
            if (read.found().isPresent())
                store.addClosure(connection, id, read.found().get());
            return read.problems();
        });
    }

    /** All of the pasted lines or none. @return what is wrong, each with its line; nothing when they are added */
    public List<SchoolProblem> addClosures(String site, String pasted, long actor) {
        return run(new Act(site, actor, "closures_added", pasted), (connection, id) -> {
            var read = CalendarRules.closures(pasted, store.closures(connection, id));
            for (var closure : read.found().orElse(List.of())) store.addClosure(connection, id, closure);
            return read.problems();
        });
    }

    /** @return what is wrong; nothing when it is gone */
    public List<SchoolProblem> removeClosure(String site, long closure, long actor) {
        return run(
                new Act(site, actor, "closure_removed", String.valueOf(closure)),
                (connection, id) -> gone(store.removeClosure(connection, id, closure)));
    }

    /** @return what is wrong; nothing when it is added */
    public List<SchoolProblem> addTerm(String site, TermDraft draft, long actor) {
        var what = draft.first() + ".." + draft.last() + " " + draft.name();
        return run(new Act(site, actor, "term_added", what), (connection, id) -> {
            var read = CalendarRules.term(draft, store.terms(connection, id));
            if (read.found().isPresent())
                store.addTerm(connection, id, read.found().get());
            return read.problems();
        });
    }

    /** @return what is wrong; nothing when it is gone */
    public List<SchoolProblem> removeTerm(String site, long term, long actor) {
        return run(
                new Act(site, actor, "term_removed", String.valueOf(term)),
                (connection, id) -> gone(store.removeTerm(connection, id, term)));
    }

    private static List<SchoolProblem> gone(boolean done) {
        return done ? List.of() : List.of(SchoolProblem.of(Field.LINE, Kind.STALE, ""));
    }

    private List<SchoolProblem> run(Act act, Work work) {
        var problems = changes.run(act, work);
        look();
        return problems;
    }

    private static String key(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
