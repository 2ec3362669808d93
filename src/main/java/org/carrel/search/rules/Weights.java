package org.carrel.search.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much more or less than usual the parts of a record count. */
public final class Weights {
    public static final List<String> PARTS = List.of("title", "author", "series", "subject");
    public static final Weights USUAL = new Weights(Map.of());
    private static final int HUNDRED = 100;
    private static final int LEAST = 50;
    private static final int MOST = 200;

    private final Map<String, Integer> percents = new TreeMap<>();

    /** @param percents by part; others count 100; kept between 50 and 200 */
    public Weights(Map<String, Integer> percents) {
        for (var part : PARTS) this.percents.put(part, Math.clamp(percents.getOrDefault(part, HUNDRED), LEAST, MOST));
    }

    public Map<String, Integer> percents() {
        return Map.copyOf(percents);
    }

    public float title() {
        return factor("title");
    }

    public float author() {
        return factor("author");
    }

    public float series() {
        return factor("series");
    }

    public float subject() {
        return factor("subject");
    }

    private float factor(String part) {
        return percents.getOrDefault(part, HUNDRED) / (float) HUNDRED;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Weights weights && weights.percents.equals(percents);
    }

    @Override
    public int hashCode() {
        return percents.hashCode();
    }
}
