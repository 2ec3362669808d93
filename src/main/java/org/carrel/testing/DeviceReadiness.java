package org.carrel.testing;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.KeptDevices;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Roles;
import org.carrel.testing.rules.ReadinessRules;
import org.carrel.testing.store.ReadinessStore;

/** Which devices are ready for which program, and what has to be looked at (TS-2). */
@Door
public class DeviceReadiness {
    private final Database database;
    private final Clock clock;
    private final DeviceInventory inventory;
    private final KeptDevices devices;
    private final TestReach reach = new TestReach();
    private final ReadinessStore store = new ReadinessStore();

    @Inject
    public DeviceReadiness(Database database, Clock clock, DeviceInventory inventory, KeptDevices devices) {
        this.database = database;
        this.clock = clock;
        this.inventory = inventory;
        this.devices = devices;
    }

    /** All of them, by name; those out of use too. */
    public List<TestProgram> programs() {
        return database.read(store::programs);
    }

    /** Those in use. */
    public List<TestProgram> programsInUse() {
        return programs().stream().filter(program -> !program.retired()).toList();
    }

    /** Why a program or a check was not kept. */
    public enum Problem {
        NOT_ALLOWED,
        NO_NAME,
        NAME_TOO_LONG,
        NAME_TAKEN,
        NO_PROGRAM,
        /** Not from 1 to 400. */
        NO_DAYS
    }

    /** A new program without checks, or one that is in use again. Empty when it is kept. */
    public Optional<Problem> addProgram(String typed, Caller by) {
        var name = typed.strip();
        if (!Roles.may(by, Operation.DESK_SETTINGS)) return Optional.of(Problem.NOT_ALLOWED);
        if (name.isEmpty()) return Optional.of(Problem.NO_NAME);
        if (name.length() > TestProgram.LONGEST_NAME) return Optional.of(Problem.NAME_TOO_LONG);
        var known = programsInUse().stream().anyMatch(one -> one.name().equalsIgnoreCase(name));
        if (known) return Optional.of(Problem.NAME_TAKEN);
        database.transaction(connection -> store.addProgram(connection, name));
        return Optional.empty();
    }

    /** A new check, or other days or another Spanish name for the one of this name. Empty when it is kept. */
    public Optional<Problem> saveCheck(int program, TestProgram.Check check, Caller by) {
        if (!Roles.may(by, Operation.DESK_SETTINGS)) return Optional.of(Problem.NOT_ALLOWED);
        var nameEn = check.nameEn().strip();
        var nameEs = check.nameEs().strip();
        if (nameEn.isEmpty()) return Optional.of(Problem.NO_NAME);
        if (nameEn.length() > TestProgram.LONGEST_CHECK || nameEs.length() > TestProgram.LONGEST_CHECK)
            return Optional.of(Problem.NAME_TOO_LONG);
        if (check.days() < 1 || check.days() > TestProgram.MOST_DAYS) return Optional.of(Problem.NO_DAYS);
        if (programsInUse().stream().noneMatch(one -> one.id() == program)) return Optional.of(Problem.NO_PROGRAM);
        return database.transaction(connection -> {
            store.saveCheck(connection, program, nameEn, nameEs, check.days());
            return Optional.empty();
        });
    }

    /** It is not looked at any more. */
    public void retireCheck(int check, Caller by) {
        if (!Roles.may(by, Operation.DESK_SETTINGS)) return;
        database.transaction(connection -> {
            store.retireCheck(connection, check, clock.instant());
            return true;
        });
    }

    /** No test is taken with it any more; what was, stays. */
    public void retireProgram(int program, Caller by) {
        if (!Roles.may(by, Operation.DESK_SETTINGS)) return;
        database.transaction(connection -> {
            store.retireProgram(connection, program, clock.instant());
            return true;
        });
    }

    /** Each device of a site on which tests can be taken, by tag; empty for who may not prepare tests there. @param site code */
    public List<DeviceReady> board(String site, int program, Caller by) {
        return database.read(connection -> {
            if (!reach.may(connection, Operation.PREPARE_TESTING, site, by)) return List.<DeviceReady>of();
            return of(connection, program, devices.find(connection, store.devices(connection, site)));
        });
    }

    /** These, in their order. */
    List<DeviceReady> of(Connection connection, int program, List<Device> these) throws SQLException {
        var checks = store.programs(connection).stream()
                .filter(one -> one.id() == program)
                .findFirst()
                .map(TestProgram::checks);
        if (checks.isEmpty()) return List.of();
        var seen = store.seen(connection, these.stream().map(Device::id).toList());
        var now = clock.instant();
        var all = new ArrayList<DeviceReady>();
        for (var device : these) {
            var looks = ReadinessRules.looks(checks.get(), seen.getOrDefault(device.id(), Map.of()), now);
            all.add(new DeviceReady(device, ReadinessRules.state(looks), looks));
        }
        return all;
    }

    /** Devices that this scan may mean, as they stand for the program: of this site alone. */
    public List<DeviceReady> scanned(String site, int program, String typed, Caller by) {
        var found = inventory.scanned(typed.strip(), by).stream()
                .filter(device -> device.siteCode().equalsIgnoreCase(site))
                .toList();
        return database.read(connection -> reach.may(connection, Operation.PREPARE_TESTING, site, by)
                ? of(connection, program, found)
                : List.<DeviceReady>of());
    }

    /**
     * Somebody has looked at all that the program asks for.
     *
     * @param failed numbers of the checks that were not passed; the others were
     * @return how it stands now; empty when there is no such device or program within reach
     */
    public Optional<DeviceReady> look(long device, int program, Set<Integer> failed, Caller by) {
        return database.transaction(connection -> {
            var known = devices.lock(connection, List.of(device)).stream().findFirst();
            if (known.isEmpty()
                    || !reach.may(
                            connection, Operation.PREPARE_TESTING, known.get().siteCode(), by)) return Optional.empty();
            var checks = store.programs(connection).stream()
                    .filter(one -> one.id() == program)
                    .findFirst()
                    .map(TestProgram::checks)
                    .orElse(List.of());
            var passed = new HashMap<Integer, Boolean>();
            checks.forEach(check -> passed.put(check.id(), !failed.contains(check.id())));
            store.look(connection, device, passed, by.account(), clock.instant());
            return of(connection, program, List.of(known.get())).stream().findFirst();
        });
    }
}
