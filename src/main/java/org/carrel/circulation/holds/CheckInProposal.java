package org.carrel.circulation.holds;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** What is to be done with a copy that was scanned at check-in. Only {@link Trap} is a question; the rest simply is so. */
public sealed interface CheckInProposal {
    /** It belongs here, and nobody waits. */
    record Shelve() implements CheckInProposal {}

    /**
     * Somebody waits for it.
     *
     * @param site where it is picked up
     * @param here that is this site
     * @param shelfUntil the last day on the hold shelf from today; empty for another site, and where holds do not expire
     * @param position of the hold in the queue, as people see it; empty for a hold that had the copy before
     */
    record Trap(long hold, long patron, int site, boolean here, Optional<LocalDate> shelfUntil, OptionalInt position)
            implements CheckInProposal {}

    /** It stands on this site's hold shelf already. */
    record OnHoldShelf(long hold, long patron, Optional<LocalDate> shelfUntil) implements CheckInProposal {}

    /** It has come to the site where somebody picks it up. @param shelfUntil the last day on the hold shelf from today */
    record Arrived(long hold, long patron, Optional<LocalDate> shelfUntil) implements CheckInProposal {}

    /** It is on its way elsewhere. @param to number of the site @param hold somebody waits for it there */
    record OnItsWay(int to, boolean hold) implements CheckInProposal {}

    /** It belongs elsewhere. @param to number of the site */
    record SendHome(int to) implements CheckInProposal {}
}
