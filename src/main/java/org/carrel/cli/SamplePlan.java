package org.carrel.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.carrel.catalog.CallRange;
import org.carrel.catalog.GridBox;
import org.carrel.catalog.MapChange;
import org.carrel.catalog.PlanPart;
import org.carrel.catalog.ShelfMaps;
import org.carrel.platform.StartProblem;

/** The floor plan of the sample school, as {@code import-samples/shelf-map.tsv} has it. */
final class SamplePlan {
    private static final String FILE = "/import-samples/shelf-map.tsv";

    private SamplePlan() {}

    static void draw(ShelfMaps maps, String site) {
        lines().stream().map(line -> line.split("\t", -1)).forEach(line -> check(draw(maps, site, line), line));
    }

    private static MapChange draw(ShelfMaps maps, String site, String[] line) {
        return line[0].equals("room")
                ? maps.saveRoom(site, Integer.parseInt(line[1]), Integer.parseInt(line[2]))
                : maps.save(site, part(line));
    }

    private static PlanPart part(String[] line) {
        var box = new GridBox(
                Integer.parseInt(line[2]),
                Integer.parseInt(line[3]),
                Integer.parseInt(line[4]),
                Integer.parseInt(line[5]));
        var ranges = line.length < 7
                ? List.<CallRange>of()
                : Arrays.stream(line[6].split(";")).map(SamplePlan::range).toList();
        return new PlanPart(0, PlanPart.Kind.valueOf(line[0].toUpperCase(Locale.ROOT)), line[1], box, ranges, 0);
    }

    private static CallRange range(String text) {
        var ends = text.split("–", -1);
        return new CallRange(0, ends[0].strip(), ends[ends.length - 1].strip());
    }

    private static void check(MapChange change, String[] line) {
        if (!(change instanceof MapChange.Done))
            throw new StartProblem("The plan of the sample school cannot be drawn at " + line[1] + ": " + change);
    }

    private static List<String> lines() {
        try (var in = SamplePlan.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("The program was built without " + FILE);
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
