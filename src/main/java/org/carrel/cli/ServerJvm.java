package org.carrel.cli;

import java.util.List;

/** How the server's JVM is tuned; whoever measures the server measures with these. */
public final class ServerJvm {
    /**
     * Four times the JVM's own thresholds for its second compiler: on two cores it used to take as much time from a start
     * as all other threads together, for code that runs once. What is searched with gets there a few pages later. Regions
     * of 4 MB: a packet for the database is no giant then, each of which would begin a cycle of the collector. The heap
     * grows before the collector takes more than a thirtieth of the time.
     */
    private static final List<String> OPTIONS = List.of(
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=2400",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=160000",
            "-XX:G1HeapRegionSize=4m",
            "-XX:GCTimeRatio=30");

    private ServerJvm() {}

    public static List<String> options() {
        return OPTIONS;
    }
}
