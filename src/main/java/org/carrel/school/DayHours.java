package org.carrel.school;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carrel.school.rules.HoursText;

/** When a site is open on one day: in order, apart from each other, none for a closed day. What abuts is one. */
public record DayHours(List<OpenHours> intervals) implements Serializable {
    public static final DayHours CLOSED = new DayHours(List.of());

    public DayHours {
        intervals = merged(intervals);
    }

    /** Empty when two of them overlap. */
    public static Optional<DayHours> of(List<OpenHours> intervals) {
        var sorted = sorted(intervals);
        for (var i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).overlaps(sorted.get(i))) return Optional.empty();
        }
        return Optional.of(new DayHours(sorted));
    }

    public boolean isClosed() {
        return intervals.isEmpty();
    }

    /** As people may type it: {@code 07:30-12:00, 12:30-16:00}; nothing for a closed day. */
    public String typed() {
        return HoursText.write(this);
    }

    private static List<OpenHours> merged(List<OpenHours> intervals) {
        var all = new ArrayList<OpenHours>();
        for (var next : sorted(intervals)) {
            if (all.isEmpty() || !all.getLast().meets(next)) {
                if (!all.isEmpty() && all.getLast().overlaps(next))
                    throw new IllegalArgumentException(all.getLast() + " overlaps " + next);
                all.add(next);
            } else {
                all.add(new OpenHours(all.removeLast().opens(), next.closes()));
            }
        }
        return List.copyOf(all);
    }

    private static List<OpenHours> sorted(List<OpenHours> intervals) {
        return intervals.stream().sorted(Comparator.comparing(OpenHours::opens)).toList();
    }
}
