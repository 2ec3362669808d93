package org.carrel.devices;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.patrons.Patron;

/**
 * What two scans make of a swap so far.
 *
 * @param back the loaner comes back for the mended device
 * @param broken the device that is broken, or was
 * @param patron who has it, or has the loaner
 * @param ticket that is open already, or was
 * @param about what the problem's sentence needs: what was scanned, or another device
 */
public record SwapLook(
        boolean back,
        Optional<Device> broken,
        Optional<Device> loaner,
        Optional<Patron> patron,
        OptionalLong ticket,
        Optional<SwapProblem> problem,
        String about)
        implements Serializable {
    static final SwapLook NOTHING = new SwapLook(
            false, Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty(), "");

    SwapLook of(Device device) {
        return new SwapLook(back, Optional.of(device), loaner, patron, ticket, problem, about);
    }

    SwapLook with(Device other) {
        return new SwapLook(back, broken, Optional.of(other), patron, ticket, problem, about);
    }

    SwapLook whose(Patron person) {
        return new SwapLook(back, broken, loaner, Optional.of(person), ticket, problem, about);
    }

    SwapLook on(long number) {
        return new SwapLook(back, broken, loaner, patron, OptionalLong.of(number), problem, about);
    }

    SwapLook isBack() {
        return new SwapLook(true, broken, loaner, patron, ticket, problem, about);
    }

    SwapLook but(SwapProblem why, String what) {
        return new SwapLook(back, broken, loaner, patron, ticket, Optional.of(why), what);
    }

    /** Whether everything is scanned and nothing is in the way. */
    public boolean isReady() {
        return broken.isPresent() && loaner.isPresent() && problem.isEmpty();
    }
}
