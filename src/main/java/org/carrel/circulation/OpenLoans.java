package org.carrel.circulation;

import jakarta.inject.Inject;
import java.util.List;
import org.carrel.circulation.store.LoanStore;
import org.carrel.circulation.store.RuleJson;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** The loans that are open, for those who ask what other rules or another calendar would do to them. */
@Door
public class OpenLoans implements LoansOnRecord {
    private final Database database;
    private final LoanStore loans = new LoanStore();

    @Inject
    public OpenLoans(Database database) {
        this.database = database;
    }

    @Override
    public List<LoanFact> open(int most) {
        return database.read(connection -> loans.findDated(connection, most)).stream()
                .map(OpenLoans::fact)
                .toList();
    }

    static LoanFact fact(LoanStore.Dated dated) {
        var loan = dated.loan();
        return new LoanFact(loan.id(), RuleJson.read(loan.rule()), dated.since(), loan.renewals() > 0, loan.due());
    }
}
