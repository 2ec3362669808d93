package org.carrel.circulation.holds;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a check-out has to do with those who wait.
 *
 * @param other somebody else's claim, which has to be lifted; empty when there is none
 * @param own the borrower's hold that this loan fills
 */
public record HoldsAtCheckOut(Optional<HoldClaim> other, OptionalLong own) {
    static final HoldsAtCheckOut NONE = new HoldsAtCheckOut(Optional.empty(), OptionalLong.empty());
}
