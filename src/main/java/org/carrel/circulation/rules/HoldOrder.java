package org.carrel.circulation.rules;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.circulation.RenewalFacts.Waiting;

/** Who comes when (rules H2 and H3): first come, first served, but for what staff have moved; who is suspended keeps the place. */
public final class HoldOrder {
    private static final Comparator<QueuedHold> ORDER = Comparator.comparingInt(QueuedHold::place)
            .thenComparing(QueuedHold::placed)
            .thenComparingLong(QueuedHold::id);

    private HoldOrder() {}

    public static List<QueuedHold> sorted(Collection<QueuedHold> queue) {
        return queue.stream().sorted(ORDER).toList();
    }

    /** The position that is shown: those ahead who still want a copy and are not suspended, and one. Empty when it wants none. */
    public static OptionalInt position(Collection<QueuedHold> queue, long hold, LocalDate today) {
        var ahead = 0;
        for (var one : sorted(queue)) {
            if (one.id() == hold) return one.wanted() == 0 ? OptionalInt.empty() : OptionalInt.of(ahead + 1);
            if (one.waits(today)) ahead++;
        }
        return OptionalInt.empty();
    }

    /** Who gets this copy: the first in line who waits and for whom it will do. */
    public static Optional<QueuedHold> next(Collection<QueuedHold> queue, long item, LocalDate today) {
        return sorted(queue).stream()
                .filter(hold -> hold.waits(today) && hold.takes(item))
                .findFirst();
    }

    /**
     * The queue after one was moved.
     *
     * @param row from 1 among all, whoever waits or not; beyond an end is that end
     * @return ids in their new order; as before when the hold is not in the queue
     */
    public static List<Long> moved(Collection<QueuedHold> queue, long hold, int row) {
        var ids = new ArrayList<>(sorted(queue).stream().map(QueuedHold::id).toList());
        if (!ids.remove(hold)) return ids;
        ids.add(Math.clamp(row - 1L, 0, ids.size()), hold);
        return ids;
    }

    /**
     * Two queues become one: who came first goes first, and nobody is passed by anybody who stood behind them.
     *
     * @return ids in their order
     */
    public static List<Long> merged(Collection<QueuedHold> one, Collection<QueuedHold> other) {
        var ours = new ArrayDeque<>(sorted(one));
        var theirs = new ArrayDeque<>(sorted(other));
        var ids = new ArrayList<Long>();
        while (!ours.isEmpty() && !theirs.isEmpty())
            ids.add((theirs.getFirst().placed().isBefore(ours.getFirst().placed()) ? theirs : ours)
                    .removeFirst()
                    .id());
        ours.forEach(hold -> ids.add(hold.id()));
        theirs.forEach(hold -> ids.add(hold.id()));
        return ids;
    }

    /** The row of the hold among all, from 1; 0 when it is not there. */
    public static int row(Collection<QueuedHold> queue, long hold) {
        return sorted(queue).stream().map(QueuedHold::id).toList().indexOf(hold) + 1;
    }

    /** What others want that this copy would do for. */
    public static Demand byOthers(Collection<QueuedHold> queue, long patron, long item, LocalDate today) {
        var waiting = queue.stream()
                .filter(hold -> hold.patron() != patron && hold.waits(today) && hold.takes(item))
                .toList();
        var only = waiting.stream().filter(hold -> hold.onlyItem().isPresent()).count();
        var all = waiting.stream().mapToInt(QueuedHold::wanted).sum();
        return new Demand(all - (int) only, (int) only);
    }

    /**
     * Copies that are wanted.
     *
     * @param any for which another copy of the title would do too
     * @param onlyThis for which none would
     */
    public record Demand(int any, int onlyThis) {
        public int all() {
            return any + onlyThis;
        }

        /** Whether the others on the shelf are too few without this one. @param spare so many are there */
        public boolean needsThis(int spare) {
            return onlyThis > 0 || any > spare;
        }

        /** The same as a fact for renewals and due dates (rule H6). */
        public Waiting waiting(int spare) {
            if (all() == 0) return Waiting.NOBODY;
            return needsThis(spare) ? Waiting.THIS_COPY : Waiting.OTHER_COPIES;
        }
    }
}
