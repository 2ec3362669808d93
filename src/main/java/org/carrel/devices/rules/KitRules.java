package org.carrel.devices.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carrel.devices.KitPart;

/** Parts of a kit: which it cannot be lent without, and what did not come back (rule Q4). */
public final class KitRules {
    private KitRules() {}

    /** {@code Battery}, {@code 2 × Battery}. */
    public static String named(String part, int number) {
        return number == 1 ? part : number + " × " + part;
    }

    /** What stands against lending it, as it is said; empty: nothing. */
    public static List<String> lacking(List<KitPart> parts) {
        return parts.stream()
                .filter(KitPart::isNeeded)
                .map(part -> named(part.name(), part.missing()))
                .toList();
    }

    /** @param there how many are there now, from 0 to its quantity @param newlyMissing more than before */
    public record Seen(KitPart part, int there, int newlyMissing) {}

    /**
     * @param there by number of the part; what is not said is there as it was
     * @param before how many were there when the kit went, by number of the part; what is not said was all there
     */
    public static List<Seen> seen(List<KitPart> parts, Map<Long, Integer> there, Map<Long, Integer> before) {
        var seen = new ArrayList<Seen>();
        for (var part : parts) {
            var went = Math.clamp(before.getOrDefault(part.id(), part.quantity()), 0, part.quantity());
            var now = Math.clamp(there.getOrDefault(part.id(), went), 0, part.quantity());
            seen.add(new Seen(part, now, Math.max(0, went - now)));
        }
        return seen;
    }
}
