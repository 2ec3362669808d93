package org.carrel.devices;

import java.io.Serializable;
import java.util.Optional;
import org.carrel.circulation.DeskAnswer;
import org.carrel.patrons.Patron;

/** What becomes of a scan of a collection. */
public sealed interface CollectionAnswer extends Serializable {
    /**
     * It is in.
     *
     * @param scan its number: a missing charger is said of it
     * @param had who had it; empty when nobody did, or it is forgotten
     * @param still so many devices the same person has still
     * @param collected so many are in by now
     * @param left so many are still out
     */
    record In(
            long scan,
            Device device,
            boolean wasOut,
            boolean chargerMissing,
            Optional<Patron> had,
            int still,
            DeskAnswer answer,
            int collected,
            int left)
            implements CollectionAnswer {}

    /** Nobody knows it, or several things go by it. */
    record Unknown(String text) implements CollectionAnswer {}

    /** There is no such collection within reach, or it is closed. */
    record Stale() implements CollectionAnswer {}
}
