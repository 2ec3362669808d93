package org.carrel.shelfwork.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.carrel.shelfwork.SeriesGap;

/** Which volumes of a series a site lacks. */
public final class SeriesRules {
    /** A wider gap is none: years and numbers of publishers stand in series too. */
    private static final int WIDEST_GAP = 20;

    private SeriesRules() {}

    /**
     * A volume that the site has.
     *
     * @param number its place in the series
     * @param copies that are ours and not lost
     */
    public record Volume(long bib, String series, String author, double number, int copies, int uses) {}

    /** Series that have at least two numbers and lack one before the last, those that are used most for each copy first. */
    public static List<SeriesGap> gaps(List<Volume> volumes) {
        var series = new LinkedHashMap<String, List<Volume>>();
        for (var volume : volumes)
            series.computeIfAbsent(key(volume.series()), name -> new ArrayList<>())
                    .add(volume);
        return series.values().stream()
                .map(SeriesRules::gap)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(SeriesGap::demand)
                        .thenComparingInt(SeriesGap::uses)
                        .reversed()
                        .thenComparing(SeriesGap::name))
                .toList();
    }

    /** "The Magic Tree House!" is "magic tree house": records differ in signs and capitals. */
    static String key(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.replaceFirst("^(?:the|a|an|el|la|los|las|un|una) (?=.)", "");
    }

    private static Optional<SeriesGap> gap(List<Volume> volumes) {
        var have = new TreeSet<Double>();
        for (var volume : volumes) if (volume.copies() > 0) have.add(volume.number());
        var missing = missing(have);
        if (have.size() < 2 || missing.isEmpty()) return Optional.empty();
        var copies = 0;
        var uses = 0;
        // The same record may say its series twice, as printed and as traced.
        var counted = new HashSet<Long>();
        for (var volume : volumes) {
            if (!counted.add(volume.bib())) continue;
            copies += volume.copies();
            uses += volume.uses();
        }
        var first = volumes.stream()
                .min(Comparator.comparingDouble(Volume::number).thenComparingLong(Volume::bib))
                .orElseThrow();
        return Optional.of(new SeriesGap(name(volumes), first.author(), List.copyOf(have), missing, copies, uses));
    }

    private static List<Integer> missing(TreeSet<Double> have) {
        var missing = new ArrayList<Integer>();
        var next = 1;
        for (var number : have) {
            var whole = (int) Math.floor(number);
            var end = number == whole ? whole : whole + 1;
            if (end - next <= WIDEST_GAP) for (; next < end; next++) missing.add(next);
            next = Math.max(next, whole + 1);
        }
        return missing;
    }

    /** As most write it, the shortest of those. */
    private static String name(List<Volume> volumes) {
        var times = new HashMap<String, Integer>();
        volumes.forEach(volume -> times.merge(volume.series(), 1, Integer::sum));
        return times.entrySet().stream()
                .min(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().length())
                        .thenComparing(entry -> entry.getKey()))
                .orElseThrow()
                .getKey();
    }
}
