package org.carrel.devices;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.DeskAnswer;

/** What becomes of an act with a cart. */
public sealed interface CartAnswer extends Serializable {
    /** @param missing names and slots of what is owed now, or does not go with it */
    record Done(DeskAnswer answer, List<String> missing) implements CartAnswer {
        public Done {
            missing = List.copyOf(missing);
        }
    }

    /** Blocks of who wants it or of the cart: nothing was done. */
    record Blocked(DeskAnswer answer) implements CartAnswer {}

    /** So many were expected, so many counted, so many named: names are needed. */
    record Unclear(int expected, int counted, int named) implements CartAnswer {}

    /** There is no such cart within reach, or it is not what somebody has seen: open the page again. */
    record Stale() implements CartAnswer {}

    /**
     * A scan of a round.
     *
     * @param name of the device, or what was scanned
     * @param place the cart and the slot that it belongs in; empty for none
     * @param device its number; empty when nobody knows it
     * @param answer of the desk; empty when nothing came in
     * @param round as it is now
     * @param left so many are not scanned yet
     */
    record Scanned(
            CartRound.Outcome outcome,
            String name,
            String place,
            Optional<Long> device,
            Optional<DeskAnswer> answer,
            CartRound round,
            int left)
            implements CartAnswer {}
}
