package org.carrel.shelfwork.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * What stands out of order among copies that were scanned one after the other. As many as possible are taken to stand right, so that
 * one that is misplaced does not make all the next ones wrong. Who scans one shelf and goes on at another begins a new stretch: a
 * stretch costs as much as a few misplaced copies do.
 */
public final class ShelfSequence {
    /** So many copies out of order are misplaced; where more follow each other, somebody has gone on elsewhere. */
    static final int NEW_STRETCH = 3;

    private ShelfSequence() {}

    /**
     * From one copy that stands right to the last one before somebody went on elsewhere, by places in the list.
     *
     * @param first its key is the lowest of the stretch
     * @param last its key is the highest
     */
    public record Stretch(int first, int last) {}

    /** @param right places of those that stand in order */
    public record Found(BitSet right, List<Stretch> stretches) {
        public Found {
            stretches = List.copyOf(stretches);
        }

        public boolean isRight(int place) {
            return right.get(place);
        }
    }

    /** @param keys of the shelf, in the order of scanning */
    public static Found of(List<String> keys) {
        var before = new int[keys.size()];
        var breaks = new BitSet(keys.size());
        var last = lastOfBest(keys, before, breaks);
        var right = new BitSet(keys.size());
        var stretches = new ArrayList<Stretch>();
        var end = last;
        for (var place = last; place >= 0; place = before[place]) {
            right.set(place);
            if (!breaks.get(place) && before[place] >= 0) continue;
            stretches.addFirst(new Stretch(place, end));
            end = before[place];
        }
        return new Found(right, stretches);
    }

    /**
     * How many stand right, less the price of stretches, is made as large as can be; where two ways are alike, the later scan counts.
     *
     * @param before is filled with the place that stands right before each; -1 for none
     * @param breaks is filled with the places that begin a new stretch after another
     * @return the place that is right last; -1 for an empty list
     */
    private static int lastOfBest(List<String> keys, int[] before, BitSet breaks) {
        var order = new ArrayList<>(new TreeSet<>(keys));
        var best = new Best(order.size());
        var worth = new int[keys.size()];
        var all = -1;
        for (var place = 0; place < keys.size(); place++) {
            var rank = Collections.binarySearch(order, keys.get(place));
            var lower = best.upTo(rank, worth);
            worth[place] = 1;
            before[place] = -1;
            if (lower >= 0 && worth[lower] > 0) {
                worth[place] = worth[lower] + 1;
                before[place] = lower;
            }
            if (all >= 0 && worth[all] + 1 - NEW_STRETCH > worth[place]) {
                worth[place] = worth[all] + 1 - NEW_STRETCH;
                before[place] = all;
                breaks.set(place);
            }
            best.add(rank, place, worth);
            if (all < 0 || worth[place] >= worth[all]) all = place;
        }
        return all;
    }

    /** The best place among those with no higher key, in the time of a logarithm (a Fenwick tree). */
    private static final class Best {
        private final int[] places;

        Best(int ranks) {
            places = new int[ranks + 1];
            Arrays.fill(places, -1);
        }

        int upTo(int rank, int[] worth) {
            var found = -1;
            for (var at = rank + 1; at > 0; at -= at & -at)
                if (places[at] >= 0 && isBetter(places[at], found, worth)) found = places[at];
            return found;
        }

        void add(int rank, int place, int[] worth) {
            for (var at = rank + 1; at < places.length; at += at & -at)
                if (isBetter(place, places[at], worth)) places[at] = place;
        }

        private static boolean isBetter(int one, int other, int[] worth) {
            if (other < 0) return true;
            return worth[one] > worth[other] || worth[one] == worth[other] && one > other;
        }
    }
}
