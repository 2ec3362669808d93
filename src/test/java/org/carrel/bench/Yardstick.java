package org.carrel.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.platform.DatabaseSettings;

/**
 * A bare import pipeline from elsewhere, if the caller has one: classes {@code ImportBench} and {@code DbBench} that print
 * "… -> N records/s".
 *
 * @param classpath of those classes and all they need
 */
record Yardstick(String classpath) {
    private static final Pattern SECONDS = Pattern.compile("(\\d+) records .* in ([0-9.]+) s");
    private static final Pattern CPU = Pattern.compile("client cpu ([0-9.]+) s");

    static Optional<Yardstick> ofThisRun() {
        var classes = System.getProperty("bench.yardstick", "");
        var libraries = System.getProperty("bench.yardstick.classpath", "");
        return classes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Yardstick(classes + File.pathSeparator + libraries));
    }

    List<String> schema(DatabaseSettings access) {
        return List.of("-cp", classpath, "DbBench", "schema", url(access));
    }

    List<String> job(DatabaseSettings access, Path file, Path index) {
        return List.of("-cp", classpath, "ImportBench", url(access), file.toString(), index.toString(), "500");
    }

    List<String> load(DatabaseSettings access, Path file) {
        return List.of("-cp", classpath, "DbBench", "load", url(access), file.toString(), "bulk", "500");
    }

    List<String> people(DatabaseSettings access, int count) {
        return List.of("-cp", classpath, "DbBench", "seed", url(access), String.valueOf(count));
    }

    /** Ten seconds of check-outs. */
    List<String> desks(DatabaseSettings access, int connections) {
        return List.of("-cp", classpath, "DbBench", "circ", url(access), String.valueOf(connections), "10");
    }

    private static String url(DatabaseSettings access) {
        return access.url() + "?user=" + access.user() + "&password=" + access.password();
    }

    static Optional<Measured> measured(List<String> output) {
        var text = String.join("\n", output);
        var seconds = SECONDS.matcher(text);
        var cpu = CPU.matcher(text);
        if (!seconds.find() || !cpu.find()) return Optional.empty();
        return Optional.of(
                new Measured(Long.parseLong(seconds.group(1)), millis(seconds.group(2)), millis(cpu.group(1)), 0));
    }

    private static long millis(String seconds) {
        return Math.round(Double.parseDouble(seconds) * 1000);
    }
}
