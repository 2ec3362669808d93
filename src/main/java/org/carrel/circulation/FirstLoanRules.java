package org.carrel.circulation;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.circulation.rules.LoanRuleFile;
import org.carrel.circulation.store.LoanRuleStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;

/** Loan rules of a first start, from a file: later ones leave everything as people have it. */
@Door
public class FirstLoanRules {
    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final LoanRuleStore store = new LoanRuleStore();

    @Inject
    public FirstLoanRules(Database database, Clock clock, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /** Whether there are rules. */
    public boolean isOver() {
        return database.read(store::newest).isPresent();
    }

    /**
     * Takes the whole file or nothing; nothing either when it is over.
     *
     * @param text of {@code config/loan-rules.csv}
     * @return what is wrong, each with its line
     */
    public List<RuleProblem> fill(String text) {
        var read = LoanRuleFile.read(text);
        if (!read.isGood()) return read.problems();
        return database.transaction(connection -> {
            if (store.lockNewest(connection) > 0) return List.of();
            var first = new RuleVersion(1, clock.instant(), OptionalLong.empty(), RuleAct.FIRST.word(), "");
            if (store.add(connection, first, read.table()))
                audit.add(
                        connection,
                        OptionalLong.empty(),
                        "loan_rules_saved",
                        Optional.of(new Subject("loan_rules", 1)),
                        Optional.empty());
            return List.of();
        });
    }
}
