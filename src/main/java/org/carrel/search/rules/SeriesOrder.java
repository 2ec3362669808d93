package org.carrel.search.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The volumes of a series in their order, with what is missing between them. */
public final class SeriesOrder {
    /** A wider gap is none: years and world numbers stand in series too. */
    private static final int WIDEST_GAP = 20;

    private SeriesOrder() {}

    /** @param number null when the record has none */
    public record Volume(long id, @Nullable Double number) {}

    /**
     * A place in the row.
     *
     * @param number null for volumes without one, which stand at the end
     * @param ids empty for a number that the library does not have
     */
    public record Place(@Nullable Double number, List<Long> ids) {
        public boolean isMissing() {
            return ids.isEmpty();
        }
    }

    /** Several records of one number (another language, another edition) stand in one place. */
    public static List<Place> of(List<Volume> volumes) {
        var numbered = new TreeMap<Double, List<Long>>();
        var others = new ArrayList<Place>();
        volumes.stream().sorted(Comparator.comparingLong(Volume::id)).forEach(volume -> {
            var number = volume.number();
            if (number == null) others.add(new Place(null, List.of(volume.id())));
            else numbered.computeIfAbsent(number, key -> new ArrayList<>()).add(volume.id());
        });
        var places = new ArrayList<Place>();
        var next = 1.0;
        for (var entry : numbered.entrySet()) {
            if (entry.getKey() - next <= WIDEST_GAP)
                for (; next < entry.getKey(); next++) places.add(new Place(next, List.of()));
            places.add(new Place(entry.getKey(), List.copyOf(entry.getValue())));
            next = Math.floor(entry.getKey()) + 1;
        }
        places.addAll(others);
        return List.copyOf(places);
    }
}
