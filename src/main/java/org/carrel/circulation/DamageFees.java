package org.carrel.circulation;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.circulation.store.ChargeStore;
import org.carrel.circulation.store.LoanStore;
import org.carrel.platform.Door;

/** What people owe for things that broke, as the rules of another feature have worked it out. */
@Door
public class DamageFees {
    private final FeeLedger ledger;
    private final ChargeStore charges = new ChargeStore();
    private final LoanStore loans = new LoanStore();

    @Inject
    public DamageFees(FeeLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Charges it to the person, who must be locked, and keeps in mind who had it until that is settled.
     *
     * @param loan that it broke in; left out of account once that is forgotten
     * @param insured whether it is the family's part of what an insurance pays
     */
    public void charge(
            Connection connection,
            long patron,
            OptionalLong loan,
            boolean insured,
            Money amount,
            List<ChargeReason> why,
            DeskAct act)
            throws SQLException {
        Optional<Loan> known = loan.isPresent() ? loans.lock(connection, loan.getAsLong()) : Optional.empty();
        var its = known.filter(one -> one.isOf(patron));
        var about = its.isPresent() ? loan : OptionalLong.empty();
        var debtor = new FeeLedger.Debtor(patron, about, ChargeClass.DEVICE);
        ledger.charge(connection, debtor, insured ? ChargeType.COPAY : ChargeType.DAMAGE, amount, why, "", act);
        if (its.isPresent() && !its.get().isOpen())
            ledger.hold(connection, its.get().id());
    }

    /** Whether nothing more is owed for what was charged by a request. */
    public boolean isSettled(Connection connection, UUID request) throws SQLException {
        return charges.ofRequest(connection, request.toString()).stream().allMatch(ChargeLine::isSettled);
    }
}
