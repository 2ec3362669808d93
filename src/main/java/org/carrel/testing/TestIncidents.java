package org.carrel.testing;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceInventory;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.testing.rules.IncidentRules;
import org.carrel.testing.store.IncidentStore;
import org.carrel.testing.store.RoomStore;

/**
 * The incident log of a room: entries are added and stay as they are, a wrong one is put right by another (TS-5). What somebody is
 * writing is kept for them until they put it into the log, whatever becomes of the browser.
 */
@Door
public class TestIncidents {
    private static final int DUPLICATE = 1062;

    private final Database database;
    private final Clock clock;
    private final SchoolCalendar calendars;
    private final DeviceInventory inventory;
    private final TestReach reach = new TestReach();
    private final RoomStore rooms = new RoomStore();
    private final IncidentStore store = new IncidentStore();

    @Inject
    public TestIncidents(Database database, Clock clock, SchoolCalendar calendars, DeviceInventory inventory) {
        this.database = database;
        this.clock = clock;
        this.calendars = calendars;
        this.inventory = inventory;
    }

    private Optional<TestRoom> room(Connection connection, long id, Caller by) throws SQLException {
        var room = rooms.find(connection, id);
        return room.isPresent() && reach.may(connection, Operation.PROCTOR, room.get(), by) ? room : Optional.empty();
    }

    /** In the order in which they were written down; empty when who asks does not run the test there. */
    public List<Incident> log(long room, Caller by) {
        return database.read(
                connection -> room(connection, room, by).isEmpty() ? List.<Incident>of() : store.log(connection, room));
    }

    /** What who asks was writing. */
    public IncidentDraft draft(long room, Caller by) {
        return database.read(connection -> store.draft(connection, room, by.account()))
                .orElse(IncidentDraft.EMPTY);
    }

    /** Keeps what somebody is writing, as far as it may be kept. Empty when it is kept. */
    public Optional<IncidentProblem> keep(long room, IncidentDraft draft, Caller by) {
        var problem = IncidentRules.ofText(draft);
        if (problem.isPresent()) return problem;
        return database.transaction(connection -> {
            if (room(connection, room, by).isEmpty()) return Optional.of(IncidentProblem.NOT_ALLOWED);
            if (draft.isEmpty()) store.dropDraft(connection, room, by.account());
            else store.draft(connection, room, by.account(), draft, clock.instant());
            return Optional.empty();
        });
    }

    /**
     * Puts it into the log.
     *
     * @param corrects which entry it puts right
     * @param request made by the form: sent twice it is one entry
     * @return empty when it stands there
     */
    public Optional<IncidentProblem> add(
            long room, IncidentDraft draft, OptionalLong corrects, UUID request, Caller by) {
        var problem = IncidentRules.ofText(draft);
        if (problem.isPresent()) return problem;
        if (draft.what().isEmpty()) return Optional.of(IncidentProblem.NOTHING_SAID);
        var found = draft.tag().isEmpty() ? List.<Device>of() : inventory.scanned(draft.tag(), by);
        if (!draft.tag().isEmpty() && found.size() != 1) return Optional.of(IncidentProblem.NO_DEVICE);
        try {
            return database.transaction(connection -> add(connection, room, draft, corrects, request, found, by));
        } catch (DatabaseProblem twice) {
            if (twice.code() != DUPLICATE) throw twice;
            return Optional.empty();
        }
    }

    private Optional<IncidentProblem> add(
            Connection connection,
            long id,
            IncidentDraft draft,
            OptionalLong corrects,
            UUID request,
            List<Device> found,
            Caller by)
            throws SQLException {
        var room = room(connection, id, by);
        if (room.isEmpty()) return Optional.of(IncidentProblem.NOT_ALLOWED);
        if (store.isDone(connection, request)) return Optional.empty();
        var now = clock.instant();
        var at = at(room.get(), draft, now);
        if (at.isEmpty()) return Optional.of(IncidentProblem.NO_TIME);
        if (corrects.isPresent() && !store.has(connection, id, corrects.getAsLong()))
            return Optional.of(IncidentProblem.NO_ENTRY);
        var device = found.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(found.getFirst().id());
        store.add(
                connection,
                new IncidentStore.Entry(
                        id, at.get(), device, draft.what(), draft.action(), corrects, draft.students(), request),
                by.account(),
                now);
        store.dropDraft(connection, id, by.account());
        return Optional.empty();
    }

    private Optional<Instant> at(TestRoom room, IncidentDraft draft, Instant now) {
        if (draft.happened().isEmpty()) return Optional.of(now);
        var zone = calendars.of(room.site()).zone();
        return IncidentRules.time(draft.happened())
                .map(time -> room.day().atTime(time).atZone(zone).toInstant())
                .filter(at -> !at.isAfter(now));
    }
}
