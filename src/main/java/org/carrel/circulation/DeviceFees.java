package org.carrel.circulation;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.circulation.fees.FeeLedger.Debtor;
import org.carrel.platform.Door;

/**
 * Charges for what belongs to devices, for the features that know what is owed. Every method joins the transaction of who calls,
 * which has locked the patron and decides who may do it.
 */
@Door
public class DeviceFees {
    private final FeeLedger ledger;

    @Inject
    public DeviceFees(FeeLedger ledger) {
        this.ledger = ledger;
    }

    /** False when it is nothing. @param reason as it stands on the bill */
    public boolean charge(Connection connection, long patron, Money amount, ChargeWhy why, String reason, DeskAct act)
            throws SQLException {
        var debtor = new Debtor(patron, OptionalLong.empty(), ChargeClass.DEVICE);
        return ledger.charge(connection, debtor, ChargeType.MANUAL, amount, List.of(ChargeReason.of(why)), reason, act);
    }

    /** What was charged with a request is not owed any more; what was paid for it is to be given back. */
    public void takeBack(Connection connection, long patron, UUID charged, DeskAct act) throws SQLException {
        ledger.undo(connection, patron, charged.toString(), act);
    }
}
