package org.carrel.devices.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.devices.DeviceCondition;

/**
 * What is known of a device that somebody is to get, by loan or for the year.
 *
 * @param condition as it is now
 * @param ticket with who mends it; empty when it is not there
 * @param assignment who has it for the year: the number; empty for nobody
 * @param theirs whether that is who is to get it
 * @param kept whether nobody is to have it (TS-3)
 * @param unsigned numbers of agreements that they have not signed
 */
public record DeviceForLoan(
        DeviceCondition condition,
        Optional<OptionalLong> ticket,
        OptionalLong assignment,
        boolean theirs,
        boolean kept,
        List<Integer> unsigned) {
    public DeviceForLoan {
        unsigned = List.copyOf(unsigned);
    }
}
