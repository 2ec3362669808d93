package org.carrel.circulation;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.circulation.fees.LostAndFound;
import org.carrel.circulation.holds.HoldQueue;
import org.carrel.platform.Door;
import org.carrel.platform.Settings;

/** What the desk goes by beside the loans themselves: terms, who waits, what is owed, what is lost. */
@Door
public class DeskRules {
    private final LendingTerms terms;
    private final HoldQueue holds;
    private final FeeLedger ledger;
    private final LostAndFound losses;
    private final LossRules lossRules;
    private final List<HoldListener> listeners;
    private final List<LoanListener> ofLoans;
    private final List<LoanGuard> guards;

    @Inject
    public DeskRules(
            LendingTerms terms,
            LoanRules rules,
            Settings settings,
            FeeLedger ledger,
            LostAndFound losses,
            LossRules lossRules,
            @Any Instance<HoldListener> listeners,
            @Any Instance<LoanListener> ofLoans,
            @Any Instance<LoanGuard> guards) {
        this(
                terms,
                HoldQueue.keeping(settings.retention(), rules::table),
                ledger,
                losses,
                lossRules,
                listeners.stream().toList(),
                ofLoans.stream().toList(),
                guards.stream().toList());
    }

    DeskRules(
            LendingTerms terms,
            HoldQueue holds,
            FeeLedger ledger,
            LostAndFound losses,
            LossRules lossRules,
            List<HoldListener> listeners,
            List<LoanListener> ofLoans,
            List<LoanGuard> guards) {
        this.terms = terms;
        this.holds = holds;
        this.ledger = ledger;
        this.losses = losses;
        this.lossRules = lossRules;
        this.listeners = List.copyOf(listeners);
        this.ofLoans = List.copyOf(ofLoans);
        this.guards = List.copyOf(guards);
    }

    LendingTerms terms() {
        return terms;
    }

    HoldQueue holds() {
        return holds;
    }

    FeeLedger ledger() {
        return ledger;
    }

    LostAndFound losses() {
        return losses;
    }

    LossRules lossRules() {
        return lossRules;
    }

    List<HoldListener> listeners() {
        return listeners;
    }

    List<LoanListener> ofLoans() {
        return ofLoans;
    }

    List<LoanGuard> guards() {
        return guards;
    }
}
