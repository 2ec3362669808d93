package org.carrel.devices.rules;

import java.util.Optional;
import org.carrel.devices.Custody;
import org.carrel.devices.DeviceCondition;

/**
 * All that can be known about where a device is. Whoever learns to lend, assign, mend or carry devices adds a fact here and a line
 * to {@link CustodyRules}.
 *
 * @param condition as it is now
 * @param home where it belongs
 * @param loan the open loan of its item
 * @param transfer the way between sites that it is on
 * @param repair who has it to mend it, by an open ticket
 * @param away the cart or kit that it went with
 * @param assignment who has it for the year
 * @param container the cart or kit that it has a slot in
 */
public record CustodyFacts(
        DeviceCondition condition,
        Custody.InStock home,
        Optional<Custody.OnLoan> loan,
        Optional<Custody.InTransit> transfer,
        Optional<Custody.AtRepair> repair,
        Optional<Custody.WithContainer> away,
        Optional<Custody.Assigned> assignment,
        Optional<Custody.InContainer> container) {
    public static CustodyFacts at(DeviceCondition condition, Custody.InStock home) {
        return new CustodyFacts(
                condition,
                home,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public CustodyFacts with(Custody.OnLoan open) {
        return new CustodyFacts(condition, home, Optional.of(open), transfer, repair, away, assignment, container);
    }

    public CustodyFacts with(Custody.InTransit way) {
        return new CustodyFacts(condition, home, loan, Optional.of(way), repair, away, assignment, container);
    }

    public CustodyFacts with(Custody.AtRepair ticket) {
        return new CustodyFacts(condition, home, loan, transfer, Optional.of(ticket), away, assignment, container);
    }

    public CustodyFacts with(Custody.WithContainer cart) {
        return new CustodyFacts(condition, home, loan, transfer, repair, Optional.of(cart), assignment, container);
    }

    public CustodyFacts with(Custody.Assigned year) {
        return new CustodyFacts(condition, home, loan, transfer, repair, away, Optional.of(year), container);
    }

    public CustodyFacts with(Custody.InContainer slot) {
        return new CustodyFacts(condition, home, loan, transfer, repair, away, assignment, Optional.of(slot));
    }
}
