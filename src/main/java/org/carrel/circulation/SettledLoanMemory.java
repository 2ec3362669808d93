package org.carrel.circulation;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.carrel.circulation.store.LoanStore;
import org.carrel.circulation.store.LossStore;
import org.carrel.platform.Door;

/** Forgets who had a thing once all is settled, and the time is over that its rule gives to any returned loan. */
@Door
public class SettledLoanMemory implements SettledLoans {
    private final LendingTerms terms;
    private final LoanStore loans = new LoanStore();
    private final LossStore losses = new LossStore();

    @Inject
    public SettledLoanMemory(LendingTerms terms) {
        this.terms = terms;
    }

    @Override
    public void settled(Connection connection, List<Settled> settled) throws SQLException {
        for (var each : settled) {
            var loan = loans.find(connection, each.loan()).orElseThrow();
            var usual = loan.returned().orElse(each.notBefore()).plus(terms.keptFor(loan));
            losses.forgetAt(
                    connection, each.loan(), later(usual, each.notBefore().plus(CheckingIn.UNDO)));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
