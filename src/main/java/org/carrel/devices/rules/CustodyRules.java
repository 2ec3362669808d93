package org.carrel.devices.rules;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.carrel.devices.Custody;
import org.carrel.devices.DeviceCondition;

/** Where a device is, from what is known of it. What is surer goes before what is planned: a loan before a slot in a cart. */
public final class CustodyRules {
    private CustodyRules() {}

    public static Custody of(CustodyFacts facts) {
        return Stream.<Optional<? extends Custody>>of(
                        facts.loan(),
                        gone(facts),
                        repair(facts),
                        facts.transfer(),
                        facts.away(),
                        facts.assignment(),
                        facts.container())
                .flatMap(Optional::stream)
                .map(Custody.class::cast)
                .findFirst()
                .orElse(facts.home());
    }

    private static Optional<Custody.Gone> gone(CustodyFacts facts) {
        var gone = facts.condition().isGone() || facts.condition() == DeviceCondition.MISSING;
        return gone ? Optional.of(new Custody.Gone(facts.condition())) : Optional.empty();
    }

    /** A device can be at the vendor though nobody has opened a ticket. */
    private static Optional<Custody.AtRepair> repair(CustodyFacts facts) {
        if (facts.repair().isPresent() || facts.condition() != DeviceCondition.AT_VENDOR) return facts.repair();
        return Optional.of(new Custody.AtRepair(OptionalLong.empty()));
    }
}
