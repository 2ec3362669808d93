package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A cart or kit that somebody has taken.
 *
 * @param patron who has it; empty when that is forgotten
 * @param way how it was made sure what was in it
 * @param onLoan whether its loan is open: else it is back, and is being counted
 * @param due empty for no due date
 * @param accepted how many who has it has counted; empty while nobody did
 */
public record CartOut(
        long id,
        long container,
        String name,
        OptionalLong patron,
        Way way,
        Instant since,
        boolean onLoan,
        Optional<Instant> due,
        OptionalInt accepted,
        List<Item> items)
        implements Serializable {
    public CartOut {
        items = List.copyOf(items);
    }

    /** How it was made sure what was in the cart when it went. */
    public enum Way {
        TRUSTED,
        COUNTED,
        SCANNED
    }

    /** What became of a device that was to go with the cart. */
    public enum State {
        OUT,
        /** It was not there when the cart was handed over. */
        ABSENT,
        BACK,
        /** Out of the cart on a loan of its own. */
        LENT,
        /** It did not come back with the cart. */
        OWED,
        /** It came later. */
        FOUND,
        UNDONE
    }

    /** @param name of the device */
    public record Item(long device, String name, String slot, State state) implements Serializable {}

    public List<Item> in(State state) {
        return items.stream().filter(item -> item.state() == state).toList();
    }

    /** How many went with it. */
    public int handed() {
        return items.size() - in(State.ABSENT).size();
    }

    /** Whether who has it has counted another number than went. */
    public boolean isDisputed() {
        return accepted.isPresent() && accepted.getAsInt() != handed();
    }
}
