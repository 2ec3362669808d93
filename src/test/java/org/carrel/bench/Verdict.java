package org.carrel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures that have a goal, from the median of each job. */
record Verdict(Map<String, List<Measured>> results) {
    static final String WHOLE = "import and index";
    static final String AGAIN = "the same file again";
    static final String EDITED = "again, a tenth edited";
    static final String LARGE = "import and index, large";
    static final String YARDSTICK = "yardstick";
    static final String YARDSTICK_AGAIN = "yardstick again";

    List<String> lines() {
        var lines = new ArrayList<String>();
        ratio(lines, "rate of the import beside the yardstick", WHOLE, YARDSTICK, Measured::rate, "at least 0.75");
        ratio(lines, "rate of the same file again beside its first time", AGAIN, WHOLE, Measured::rate, "at least 0.7");
        ratio(lines, "rate with a tenth edited beside the first time", EDITED, WHOLE, Measured::rate, "at least 0.7");
        ratio(lines, "rate of the large file beside the small one", LARGE, WHOLE, Measured::rate, "at least 0.8");
        ratio(
                lines,
                "live heap of the large file beside the small one",
                LARGE,
                WHOLE,
                Measured::liveMegabytes,
                "at most 1.1");
        return lines;
    }

    private void ratio(
            List<String> lines, String what, String of, String to, ToDoubleFunction<Measured> figure, String goal) {
        if (!results.containsKey(of) || !results.containsKey(to)) return;
        var ratio = median(of, figure) / median(to, figure);
        lines.add(String.format(Locale.ROOT, "%s: %.2f (goal: %s)", what, ratio, goal));
    }

    private double median(String name, ToDoubleFunction<Measured> figure) {
        var sorted = results.get(name).stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
