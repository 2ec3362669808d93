package org.carrel.circulation.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is to be fetched from the shelves, and for whom (H3, B28, B29): each copy once, each hold as often as it wants. */
public final class PullList {
    private PullList() {}

    /** A copy that stands on its shelf and is nobody's. */
    public record FreeCopy(long item, int site) {}

    /** This copy for that hold. */
    public record Pull(QueuedHold hold, FreeCopy copy) {}

    /**
     * Gives each in line a copy while there are any; one of the pick-up site before one that has to travel.
     *
     * @param queue of one title
     * @param copies of the same title, in the order in which they are taken
     */
    public static List<Pull> of(Collection<QueuedHold> queue, List<FreeCopy> copies, LocalDate today) {
        var left = new ArrayList<>(copies);
        var pulls = new ArrayList<Pull>();
        for (var hold : HoldOrder.sorted(queue)) {
            if (!hold.waits(today)) continue;
            for (var i = 0; i < hold.wanted(); i++) {
                var copy = best(left, hold);
                if (copy.isEmpty()) break;
                left.remove(copy.get());
                pulls.add(new Pull(hold, copy.get()));
            }
        }
        return pulls;
    }

    private static Optional<FreeCopy> best(List<FreeCopy> copies, QueuedHold hold) {
        var good = copies.stream().filter(copy -> hold.takes(copy.item())).toList();
        return good.stream()
                .filter(copy -> copy.site() == hold.site())
                .findFirst()
                .or(() -> good.stream().findFirst());
    }
}
