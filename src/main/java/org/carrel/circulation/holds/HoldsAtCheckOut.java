package org.carrel.circulation.holds;

import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.circulation.RenewalFacts.Waiting;

/**
 * What a check-out has to do with those who wait.
 *
 * @param other somebody else's claim, which has to be lifted; empty when there is none
 * @param own the borrower's hold that this loan fills
 * @param waiting what the holds of others mean for this copy: they may shorten the loan
 * @param concerned false when nobody waits and nothing is set aside: {@link HoldQueue#checkedOut} has nothing to do then
 */
public record HoldsAtCheckOut(Optional<HoldClaim> other, OptionalLong own, Waiting waiting, boolean concerned) {
    public static final HoldsAtCheckOut NONE =
            new HoldsAtCheckOut(Optional.empty(), OptionalLong.empty(), Waiting.NOBODY, false);
}
