package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.carrel.catalog.Site;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.ConditionSet.Done;
import org.carrel.devices.ConditionSet.Refused;
import org.carrel.devices.ConditionSet.Why;
import org.carrel.devices.DeviceWriting.Author;
import org.carrel.devices.rules.ConditionChange;
import org.carrel.devices.rules.TagNumbers;
import org.carrel.devices.store.DeviceEventStore;
import org.carrel.devices.store.DeviceEventStore.Entry;
import org.carrel.devices.store.DeviceModelStore;
import org.carrel.devices.store.DeviceSearchStore;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.MdmStore;
import org.carrel.devices.store.RetireStore;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** The devices that the library has. Each public method is one use case and one transaction. */
@Door
public class DeviceInventory {
    private static final int DUPLICATE = 1062;
    private static final int TAGS_TRIED = 1_000;

    private final Database database;
    private final Clock clock;
    private final UnlistedItems items;
    private final DeviceWriting writing;
    private final DeviceStore store = new DeviceStore();
    private final DeviceSearchStore search = new DeviceSearchStore();
    private final DeviceModelStore models = new DeviceModelStore();
    private final DeviceEventStore events = new DeviceEventStore();
    private final MdmStore mdm = new MdmStore();
    private final RetireStore retiring = new RetireStore();

    @Inject
    public DeviceInventory(Database database, Clock clock, UnlistedItems items) {
        this.database = database;
        this.clock = clock;
        this.items = items;
        this.writing = new DeviceWriting(items, clock);
    }

    /** In the order of tags. @param page from 1 */
    public DevicePage find(DeviceSearch wish, int page, int size, Caller by) {
        return database.read(connection -> {
            var now = search.moment(connection, clock.instant(), clock.getZone());
            return search.find(connection, within(wish, by), now, page, size);
        });
    }

    /** Who is of one site sees that site, whatever is asked for. */
    private static DeviceSearch within(DeviceSearch wish, Caller by) {
        return by.site().map(wish::at).orElse(wish);
    }

    public Optional<Device> find(long id) {
        return database.read(connection -> store.find(connection, id));
    }

    /** In the order of their tags, those within reach alone. */
    public List<Device> find(Collection<Long> ids, Caller by) {
        return database.read(connection -> store.find(connection, ids)).stream()
                .filter(device -> by.isOf(device.siteCode()))
                .toList();
    }

    /** By tag, old tag or serial; several where makers gave one serial twice. Only what is within reach. */
    public List<Device> scanned(String text, Caller by) {
        return database.read(connection -> scanned(connection, text)).stream()
                .filter(device -> by.isOf(device.siteCode()))
                .toList();
    }

    private List<Device> scanned(Connection connection, String text) throws SQLException {
        var tag = store.byTag(connection, text);
        if (tag.isPresent()) return List.of(tag.get());
        var old = store.byOldTag(connection, text);
        return Stream.concat(old.stream(), store.bySerial(connection, text).stream())
                .distinct()
                .toList();
    }

    /** The tag that comes after this one and that nothing has or had (B76); empty when tags are not counted on. */
    public Optional<String> nextTag(String tag) {
        return database.read(connection -> {
            var next = TagNumbers.next(tag);
            for (var tries = 0; tries < TAGS_TRIED && next.isPresent() && isTaken(connection, next.get()); tries++)
                next = TagNumbers.next(next.get());
            return next;
        });
    }

    private boolean isTaken(Connection connection, String tag) throws SQLException {
        return store.byTag(connection, tag).isPresent()
                || store.byOldTag(connection, tag).isPresent()
                || items.byBarcode(connection, tag).isPresent();
    }

    /**
     * Writes something down in the history of a device.
     *
     * @param cost in cents, of what was done; empty for nothing
     * @param request the same again writes nothing a second time
     * @return false when there is no such device within reach, or there are no words or too many
     */
    public boolean note(long id, String typed, OptionalInt cost, UUID request, Caller by) {
        var words = typed.strip();
        if (words.isEmpty() || words.length() > DeviceEvent.LONGEST_REASON) return false;
        return database.transaction(connection -> {
            var device = store.lock(connection, id).filter(one -> by.isOf(one.siteCode()));
            if (device.isEmpty()) return false;
            var entry = Entry.of(id, clock.instant(), OptionalLong.of(by.account()), DeviceEvent.Kind.NOTE)
                    .because(words)
                    .costing(cost);
            events.addOnce(connection, entry, request);
            return true;
        });
    }

    /** Empty when there is no such device. */
    public Optional<DeviceFile> open(long id) {
        return database.read(connection -> {
            var device = store.find(connection, id);
            if (device.isEmpty()) return Optional.empty();
            return Optional.of(new DeviceFile(
                    device.get(),
                    models.find(connection, device.get().model()).orElseThrow(),
                    store.oldTags(connection, id),
                    mdm.facts(connection, id),
                    mdm.lastUsers(connection, id),
                    mdm.macs(connection, id),
                    events.of(connection, id)));
        });
    }

    /** When consoles saw devices last, by the number of their item: evidence where something is claimed or lost (V5). */
    public Map<Long, Instant> lastSeen(Collection<Long> items) {
        return database.read(connection -> mdm.lastSeen(connection, items));
    }

    /** Sites within reach. */
    public List<Site> sites(Caller by) {
        return database.read(items::sites).stream()
                .filter(site -> by.isOf(site.code()))
                .toList();
    }

    /** @param condition usually ready */
    public DeviceSaved add(NewDevice wish, DeviceCondition condition, Caller by) {
        if (!by.isOf(wish.site().strip())) return outOfReach();
        return onceMore(connection -> writing.add(connection, wish, condition, Author.person(by.account())));
    }

    public DeviceSaved change(DeviceChange wish, Caller by) {
        if (!by.isOf(wish.site().strip())) return outOfReach();
        return onceMore(connection -> writing.change(connection, wish, Author.person(by.account())));
    }

    private static DeviceSaved outOfReach() {
        return new DeviceSaved.Wrong(List.of(new DeviceProblem(DeviceField.SITE, DeviceProblem.Kind.NO_SUCH_SITE)));
    }

    /** Two people who scan the same tag at once: the database refuses the second, who then finds who was first. */
    private DeviceSaved onceMore(Database.Work<DeviceSaved> work) {
        try {
            return database.transaction(work);
        } catch (DatabaseProblem problem) {
            if (problem.code() != DUPLICATE) throw problem;
            return database.transaction(work);
        }
    }

    /**
     * Sets the condition of a device; the desk goes by it at once.
     *
     * @param version of the device as it was shown
     * @param cost in cents, of what was done; empty for nothing
     */
    public ConditionSet setCondition(
            long id, int version, DeviceCondition condition, String reason, OptionalInt cost, Caller by) {
        return setCondition(id, version, condition, reason, cost, false, by);
    }

    /**
     * As above.
     *
     * @param anyway whether a device is retired although a ticket or a fee is open or a console still has it (V3)
     */
    public ConditionSet setCondition(
            long id,
            int version,
            DeviceCondition condition,
            String reason,
            OptionalInt cost,
            boolean anyway,
            Caller by) {
        return database.transaction(connection -> {
            var device = store.lock(connection, id).orElse(null);
            if (device == null || device.version() != version) return new Refused(Why.STALE);
            var refused = ConditionChange.refused(device, condition, reason.strip());
            if (refused.isPresent()) return new Refused(refused.get());
            if (condition == DeviceCondition.RETIRED) {
                var tied = ConditionChange.tied(retiring.ties(connection, device), anyway);
                if (tied.isPresent()) return new Refused(tied.get());
            }
            writing.setCondition(connection, device, condition, reason.strip(), cost, Author.person(by.account()));
            return new Done();
        });
    }
}
