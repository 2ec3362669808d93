package org.carrel.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.DeviceImports;
import org.carrel.devices.DeviceModels;
import org.carrel.devices.MdmCommit.Committed;
import org.carrel.devices.MdmRun.Origin;
import org.carrel.devices.MdmUndone;
import org.carrel.devices.MdmUpload;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Migrations;
import org.carrel.platform.Sql;

/** One export of devices in a JVM of its own: looked through and taken in, or the last one taken back. */
public final class DeviceStage {
    private DeviceStage() {}

    /** Arguments: job, file, then address, user and password of a database. */
    public static void main(String[] arguments) {
        var access = new DatabaseSettings(arguments[2], arguments[3], arguments.length > 4 ? arguments[4] : "");
        try (var connections = DataSources.open(access, Duration.ZERO)) {
            new Migrations().migrate(connections);
            var database = new Database(connections);
            database.transaction(connection -> Sql.update(
                    connection, "insert ignore into site (code, name) values ('LMC', 'Library Media Center')"));
            var items = new UnlistedItems();
            var imports = new DeviceImports(database, Clock.systemUTC(), items, new DeviceModels(database, items));
            var collected = CollectedHeap.watch();
            var began = System.nanoTime();
            var devices = arguments[0].equals("take") ? take(imports, Path.of(arguments[1])) : undo(imports);
            var wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            var cpu = TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime());
            System.out.println(new Measured(devices, wall, cpu, collected.megabytes()).line());
        }
    }

    private static long take(DeviceImports imports, Path file) {
        var run = imports.stage(new MdmUpload(file, "gam.csv", "LMC", Origin.COMMAND), "bench")
                .orElseThrow();
        if (!(imports.commit(run, "bench") instanceof Committed done))
            throw new IllegalStateException("Not taken in: " + imports.find(run));
        return done.summary().rows();
    }

    private static long undo(DeviceImports imports) {
        var last = imports.runs(Optional.empty(), 1).getFirst();
        if (!(imports.undo(last.id(), "bench") instanceof MdmUndone.Undone))
            throw new IllegalStateException("Not taken back: " + last);
        return last.summary().rows();
    }
}
