package org.carrel.circulation;

import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Roles;

/**
 * Who changes a hold: staff, or the one whose hold it is.
 *
 * @param staff empty for the patron
 * @param patron number of the patron; empty for staff
 */
public record HoldActor(Optional<Caller> staff, OptionalLong patron) {
    public static HoldActor staff(Caller caller) {
        return new HoldActor(Optional.of(caller), OptionalLong.empty());
    }

    /** Somebody who has shown card and PIN, or is signed in. */
    public static HoldActor patron(long patron) {
        return new HoldActor(Optional.empty(), OptionalLong.of(patron));
    }

    boolean isStaff() {
        return staff.isPresent();
    }

    /** Whether they may go against the rules and the order, with a reason. */
    boolean mayOverride() {
        return staff.filter(caller -> Roles.may(caller, Operation.OVERRIDE_LOAN))
                .isPresent();
    }

    OptionalLong account() {
        return staff.map(caller -> OptionalLong.of(caller.account())).orElse(OptionalLong.empty());
    }

    /** Whether it is theirs to change. @param site code of the pick-up site */
    boolean reaches(OptionalLong owner, String site) {
        return staff.map(caller -> caller.isOf(site)).orElseGet(() -> patron.equals(owner));
    }

    HoldEnd cancels() {
        return isStaff() ? HoldEnd.BY_STAFF : HoldEnd.BY_PATRON;
    }
}
