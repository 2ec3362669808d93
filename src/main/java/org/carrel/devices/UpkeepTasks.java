package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.catalog.Site;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.UpkeepSaved.Refused;
import org.carrel.devices.UpkeepSaved.Saved;
import org.carrel.devices.UpkeepSaved.Why;
import org.carrel.devices.rules.Serials;
import org.carrel.devices.rules.UpkeepRules;
import org.carrel.devices.store.DeviceEventStore;
import org.carrel.devices.store.DeviceEventStore.Entry;
import org.carrel.devices.store.DeviceModelStore;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.UpkeepStore;
import org.carrel.devices.store.UpkeepStore.Cutoff;
import org.carrel.devices.store.UpkeepStore.Found;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;

/** Cleaning, batteries, lamps, filters: plans by model, category and site, and the worklist that follows from them. */
@Door
public class UpkeepTasks {
    /** Days ahead that count as soon. */
    private static final int SOON = 14;

    private final Database database;
    private final Clock clock;
    private final UnlistedItems items;
    private final SchoolCalendar calendars;
    private final UpkeepStore store = new UpkeepStore();
    private final DeviceStore devices = new DeviceStore();
    private final DeviceModelStore models = new DeviceModelStore();
    private final DeviceEventStore events = new DeviceEventStore();

    @Inject
    public UpkeepTasks(Database database, Clock clock, UnlistedItems items, SchoolCalendar calendars) {
        this.database = database;
        this.clock = clock;
        this.items = items;
        this.calendars = calendars;
    }

    /** By name; those within reach and those of every site. */
    public List<UpkeepPlan> plans(Caller by) {
        return database.read(store::plans).stream()
                .filter(plan -> plan.site().isEmpty() || by.isOf(plan.site()))
                .toList();
    }

    /** Adds a plan, or changes the one of its number. Who works at one site makes plans for that site. */
    public UpkeepSaved save(UpkeepPlan typed, Caller by) {
        var name = Serials.shown(typed.name());
        if (name.isEmpty()) return new Refused(Why.NAME_MISSING);
        if (name.length() > UpkeepPlan.LONGEST_NAME) return new Refused(Why.NAME_TOO_LONG);
        if (!isInterval(typed)) return new Refused(Why.NO_INTERVAL);
        if (by.site().isPresent() && !by.isOf(typed.site())) return new Refused(Why.NO_SUCH_SITE);
        return database.transaction(connection -> save(connection, named(typed, name), by));
    }

    private static boolean isInterval(UpkeepPlan plan) {
        if (plan.everyDays().isPresent() == plan.everyHours().isPresent()) return false;
        var days = plan.everyDays().orElse(1);
        var hours = plan.everyHours().orElse(1);
        return days >= 1 && days <= UpkeepPlan.MOST_DAYS && hours >= 1 && hours <= UpkeepPlan.MOST_HOURS;
    }

    private static UpkeepPlan named(UpkeepPlan plan, String name) {
        return new UpkeepPlan(
                plan.id(),
                plan.kind(),
                name,
                plan.category(),
                plan.model(),
                plan.site(),
                plan.everyDays(),
                plan.everyHours(),
                plan.schoolDays() && plan.everyDays().isPresent(),
                plan.countsFrom(),
                plan.active(),
                plan.version());
    }

    private UpkeepSaved save(Connection connection, UpkeepPlan plan, Caller by) throws SQLException {
        var site = items.sites(connection).stream()
                .filter(one -> one.code().equalsIgnoreCase(plan.site()))
                .findFirst();
        if (!plan.site().isEmpty() && site.isEmpty()) return new Refused(Why.NO_SUCH_SITE);
        if (plan.model().isPresent()
                && models.find(connection, plan.model().getAsInt()).isEmpty()) return new Refused(Why.NO_SUCH_MODEL);
        if (plan.id() != 0) {
            var before = store.lockPlan(connection, plan.id());
            var mine = before.filter(one -> by.site().isEmpty() || by.isOf(one.site()));
            if (mine.filter(one -> one.version() == plan.version()).isEmpty()) return new Refused(Why.STALE);
        }
        if (store.isNameTaken(connection, plan.name(), plan.id())) return new Refused(Why.NAME_TAKEN);
        var number = site.map(Site::id).orElse(null);
        if (plan.id() == 0) return new Saved(store.add(connection, plan, number));
        store.change(connection, plan, number);
        return new Saved(plan.id());
    }

    /** What is to be done, what is due longest first. @param page from 1 */
    public UpkeepPage find(UpkeepSearch wish, int page, int size, Caller by) {
        var within = by.site().map(wish::at).orElse(wish);
        return database.read(connection -> {
            var plans = new HashMap<Integer, UpkeepPlan>();
            store.plans(connection).forEach(plan -> plans.put(plan.id(), plan));
            var cutoffs = cutoffs(connection, within, plans);
            var total = store.count(connection, within, cutoffs);
            var rows = store.find(connection, within, cutoffs, (long) (page - 1) * size, size);
            var tasks = new ArrayList<UpkeepTask>();
            for (var row : rows) task(plans, row).ifPresent(tasks::add);
            return new UpkeepPage(tasks, page, size, total);
        });
    }

    /** How many are due today or before. @param site code; empty for all within reach */
    public long due(String site, Caller by) {
        var wish = new UpkeepSearch(
                UpkeepSearch.When.DUE, OptionalInt.empty(), by.site().orElse(site), OptionalLong.empty());
        return database.read(connection -> {
            var plans = new HashMap<Integer, UpkeepPlan>();
            store.plans(connection).forEach(plan -> plans.put(plan.id(), plan));
            return store.count(connection, wish, cutoffs(connection, wish, plans));
        });
    }

    private List<Cutoff> cutoffs(Connection connection, UpkeepSearch wish, Map<Integer, UpkeepPlan> plans)
            throws SQLException {
        var cutoffs = new ArrayList<Cutoff>();
        for (var site : items.sites(connection)) {
            if (!wish.site().isEmpty() && !wish.site().equalsIgnoreCase(site.code())) continue;
            for (var plan : plans.values()) {
                if (!plan.active()
                        || wish.plan().isPresent() && wish.plan().getAsInt() != plan.id()
                        || !plan.site().isEmpty() && !plan.site().equalsIgnoreCase(site.code())) continue;
                cutoffs.add(cutoff(plan, site, wish.when()));
            }
        }
        return cutoffs;
    }

    private Cutoff cutoff(UpkeepPlan plan, Site site, UpkeepSearch.When when) {
        var calendar = calendars.of(site.code());
        var today = calendar.today(clock.instant());
        var by =
                switch (when) {
                    case DUE, ALL -> today;
                    case OVERDUE -> today.minusDays(1);
                    case SOON -> today.plusDays(SOON);
                };
        var day = plan.everyDays().isPresent()
                ? UpkeepRules.lastDayThatIsDue(by, plan.everyDays().getAsInt(), plan.schoolDays(), calendar)
                : by;
        return new Cutoff(plan.id(), site.id(), day);
    }

    private Optional<UpkeepTask> task(Map<Integer, UpkeepPlan> plans, Found found) {
        var plan = plans.get(found.plan());
        if (plan == null) return Optional.empty();
        var calendar = calendars.of(found.site());
        var today = calendar.today(clock.instant());
        var due = plan.everyDays().isPresent()
                ? Optional.of(UpkeepRules.due(found.since(), plan.everyDays().getAsInt(), plan.schoolDays(), calendar))
                : Optional.<LocalDate>empty();
        var over = plan.everyHours().isPresent()
                ? OptionalInt.of(UpkeepRules.hoursOver(
                        found.meter(), found.meterThen(), plan.everyHours().getAsInt()))
                : OptionalInt.empty();
        return Optional.of(new UpkeepTask(
                plan.id(),
                plan.name(),
                plan.kind(),
                found.device(),
                found.name(),
                DeviceModel.fullName(found.manufacturer(), found.model()),
                found.site(),
                found.siteName(),
                found.room(),
                found.done() ? Optional.of(found.since()) : Optional.empty(),
                due,
                due.map(day -> (int) Math.max(0, ChronoUnit.DAYS.between(day, today)))
                        .orElse(0),
                over,
                found.meter(),
                due.map(day -> !day.isAfter(today)).orElse(over.orElse(-1) >= 0)));
    }

    /** It was done: the next time counts from today. */
    public UpkeepDone.Answer done(UpkeepDone typed, Caller by) {
        if (typed.note().length() > UpkeepDone.LONGEST_NOTE) return UpkeepDone.Answer.NOTE_TOO_LONG;
        var hours = typed.meter().orElse(0);
        if (hours < 0 || hours > UpkeepDone.MOST_HOURS) return UpkeepDone.Answer.METER_WRONG;
        return database.transaction(connection -> done(connection, typed, by));
    }

    private UpkeepDone.Answer done(Connection connection, UpkeepDone typed, Caller by) throws SQLException {
        var device = devices.lock(connection, typed.device())
                .filter(one -> by.isOf(one.siteCode()))
                .orElse(null);
        if (device == null) return UpkeepDone.Answer.NO_SUCH_DEVICE;
        if (store.isDone(connection, typed)) return UpkeepDone.Answer.DONE;
        var plan = store.plans(connection).stream()
                .filter(one -> one.id() == typed.plan() && isFor(one, device))
                .findFirst();
        if (plan.isEmpty()) return UpkeepDone.Answer.NO_SUCH_TASK;
        if (plan.get().everyHours().isPresent() && typed.meter().isEmpty()) return UpkeepDone.Answer.METER_MISSING;
        var now = clock.instant();
        var day = calendars.of(device.siteCode()).today(now);
        store.write(connection, typed, day, now, by.account());
        if (typed.meter().isPresent())
            store.read(connection, device.id(), typed.meter().getAsInt(), now, by.account());
        var entry = Entry.of(device.id(), now, OptionalLong.of(by.account()), DeviceEvent.Kind.UPKEEP)
                .about("upkeep", "", plan.get().name())
                .because(typed.note().strip())
                .costing(typed.cost());
        events.add(connection, List.of(entry));
        return UpkeepDone.Answer.DONE;
    }

    private static boolean isFor(UpkeepPlan plan, Device device) {
        return plan.active()
                && plan.category().filter(one -> one != device.category()).isEmpty()
                && (plan.model().isEmpty() || plan.model().getAsInt() == device.model())
                && (plan.site().isEmpty() || plan.site().equalsIgnoreCase(device.siteCode()));
    }

    /** Somebody has read the meter of a device. False when there is no such device within reach or it is no number of hours. */
    public boolean read(long id, int hours, Caller by) {
        if (hours < 0 || hours > UpkeepDone.MOST_HOURS) return false;
        return database.transaction(connection -> {
            var device = devices.lock(connection, id).filter(one -> by.isOf(one.siteCode()));
            if (device.isEmpty()) return false;
            if (!store.meter(connection, id).equals(OptionalInt.of(hours)))
                store.read(connection, id, hours, clock.instant(), by.account());
            return true;
        });
    }
}
