package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.BulkPlan.Line;
import org.carrel.devices.BulkPlan.Problem;
import org.carrel.devices.DeviceWriting.Author;
import org.carrel.devices.rules.BulkRules;
import org.carrel.devices.store.DeviceModelStore;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.RetireStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** Changes many devices at once, by the same rules as each alone (V1): first what would happen, then what happened. */
@Door
public class DeviceBulk {
    private final Database database;
    private final DeviceWriting writing;
    private final DeviceStore store = new DeviceStore();
    private final RetireStore retiring = new RetireStore();
    private final DeviceModelStore models = new DeviceModelStore();

    @Inject
    public DeviceBulk(Database database, Clock clock, UnlistedItems items) {
        this.database = database;
        this.writing = new DeviceWriting(items, clock);
    }

    /** What the change would do. Changes nothing. */
    public BulkPlan plan(BulkWish wish, Caller by) {
        return database.read(connection -> plan(connection, wish, by));
    }

    /** Does what can be done, and tells of each what was done and what was not. All in one transaction. */
    public BulkPlan apply(BulkWish wish, Caller by) {
        return database.transaction(connection -> {
            var lines = new ArrayList<Line>();
            for (var line : plan(connection, wish, by).lines()) {
                var device = line.isGood() ? line.device() : Optional.<Device>empty();
                lines.add(device.isEmpty() ? line : done(connection, line, device.get(), wish, by));
            }
            return new BulkPlan(lines);
        });
    }

    private BulkPlan plan(Connection connection, BulkWish wish, Caller by) throws SQLException {
        var lines = new ArrayList<Line>();
        var seen = new HashSet<Long>();
        for (var scan : wish.scans().stream().limit(BulkWish.MOST).toList()) {
            var found = found(connection, scan, by);
            if (found.size() != 1) {
                var problem = found.isEmpty() ? Problem.UNKNOWN : Problem.SEVERAL;
                lines.add(new Line(scan, Optional.empty(), "", Optional.of(problem)));
                continue;
            }
            var device = found.getFirst();
            var problem = seen.add(device.id()) ? problem(connection, device, wish) : Optional.of(Problem.TWICE);
            lines.add(new Line(scan, Optional.of(device), BulkRules.was(device, wish.field()), problem));
        }
        return new BulkPlan(lines);
    }

    private List<Device> found(Connection connection, String scan, Caller by) throws SQLException {
        var tag = store.byTag(connection, scan);
        var all = tag.isPresent()
                ? tag.stream()
                : Stream.concat(store.byOldTag(connection, scan).stream(), store.bySerial(connection, scan).stream())
                        .distinct();
        return all.filter(device -> by.isOf(device.siteCode())).toList();
    }

    private Optional<Problem> problem(Connection connection, Device device, BulkWish wish) throws SQLException {
        var problem = BulkRules.problem(device, wish);
        if (problem.isPresent()) return problem;
        if (wish.field() == BulkWish.Field.CONDITION
                && BulkRules.condition(wish.value())
                        .filter(DeviceCondition.RETIRED::equals)
                        .isPresent()) return BulkRules.tied(retiring.ties(connection, device));
        if (wish.field() != BulkWish.Field.MODEL) return problem;
        var model = model(connection, wish);
        if (model.isEmpty()) return Optional.of(Problem.BAD_VALUE);
        var taken = store.bySerial(connection, device.serial()).stream()
                .anyMatch(other -> other.id() != device.id()
                        && other.manufacturer().equalsIgnoreCase(model.get().manufacturer()));
        return taken ? Optional.of(Problem.SERIAL_TAKEN) : Optional.empty();
    }

    private Optional<DeviceModel> model(Connection connection, BulkWish wish) throws SQLException {
        return wish.value().matches("[0-9]{1,9}")
                ? models.find(connection, Integer.parseInt(wish.value()))
                : Optional.empty();
    }

    private Line done(Connection connection, Line line, Device planned, BulkWish wish, Caller by) throws SQLException {
        var device = store.lock(connection, planned.id());
        if (device.isEmpty()) return left(line, Problem.STALE);
        var problem = problem(connection, device.get(), wish);
        if (problem.isPresent()) return left(line, problem.get());
        var author = Author.person(by.account());
        if (wish.field() == BulkWish.Field.CONDITION) {
            var condition = BulkRules.condition(wish.value()).orElseThrow();
            writing.setCondition(
                    connection, device.get(), condition, wish.reason().strip(), OptionalInt.empty(), author);
            return line;
        }
        var saved = writing.change(connection, changed(device.get(), wish), author);
        return saved instanceof DeviceSaved.Saved ? line : left(line, Problem.BAD_VALUE);
    }

    private static Line left(Line line, Problem problem) {
        return new Line(line.scanned(), line.device(), line.was(), Optional.of(problem));
    }

    private static DeviceChange changed(Device device, BulkWish wish) {
        var is = DeviceChange.of(device);
        return switch (wish.field()) {
            case ROOM -> is.inRoom(wish.value());
            case FUND -> is.paidBy(wish.value());
            case MODEL -> is.ofModel(Integer.parseInt(wish.value()));
            case CONDITION -> is;
        };
    }
}
