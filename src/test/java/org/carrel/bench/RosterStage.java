package org.carrel.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.carrel.patrons.RosterCommit;
import org.carrel.patrons.RosterRun.Origin;
import org.carrel.patrons.RosterUndone;
import org.carrel.patrons.Rosters;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Migrations;

/** One roster in a JVM of its own: looked through and taken in, or the last one taken back. */
public final class RosterStage {
    private RosterStage() {}

    /** Arguments: job, file, then address, user and password of a database. */
    public static void main(String[] arguments) {
        var access = new DatabaseSettings(arguments[2], arguments[3], arguments.length > 4 ? arguments[4] : "");
        try (var connections = DataSources.open(access, Duration.ZERO)) {
            new Migrations().migrate(connections);
            var rosters = new Rosters(new Database(connections), Clock.systemUTC());
            var collected = CollectedHeap.watch();
            var began = System.nanoTime();
            var people = arguments[0].equals("take") ? take(rosters, Path.of(arguments[1])) : undo(rosters);
            var wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            var cpu = TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime());
            System.out.println(new Measured(people, wall, cpu, collected.megabytes()).line());
        }
    }

    private static long take(Rosters rosters, Path file) {
        var run = rosters.stage(file, "roster.zip", "SIS", Origin.COMMAND, "bench");
        if (!(rosters.commit(run, true, "bench") instanceof RosterCommit.Committed done))
            throw new IllegalStateException("Not taken in: " + rosters.find(run));
        return done.summary().users();
    }

    private static long undo(Rosters rosters) {
        var last = rosters.runs(1).getFirst();
        if (!(rosters.undo(last.id(), "bench") instanceof RosterUndone.Undone))
            throw new IllegalStateException("Not taken back: " + last);
        return last.summary().users();
    }
}
