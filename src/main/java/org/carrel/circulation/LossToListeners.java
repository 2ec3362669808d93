package org.carrel.circulation;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carrel.circulation.store.LoanStore;
import org.carrel.platform.Door;

/** What the job takes for lost is heard of like what the desk marks as lost, and before that there is a warning. */
@Door
public class LossToListeners implements LossNotices {
    private final List<LoanListener> listeners;
    private final LoanStore loans = new LoanStore();

    @Inject
    public LossToListeners(@Any Instance<LoanListener> listeners) {
        this(listeners.stream().toList());
    }

    LossToListeners(List<LoanListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void tell(Connection connection, AgedLoan aged) throws SQLException {
        var loan = loans.find(connection, aged.loan());
        if (loan.isEmpty()) return;
        for (var listener : listeners) {
            if (aged.lost()) listener.lost(connection, loan.get());
            else listener.lostSoon(connection, loan.get());
        }
    }
}
