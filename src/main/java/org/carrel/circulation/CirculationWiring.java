package org.carrel.circulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.privacy.KeptData;
import org.carrel.privacy.Retained;

/** Starts what loans need in the background, and tells other features what is out. */
@Door
public class CirculationWiring {
    void start(@Observes @Initialized(ApplicationScoped.class) Object application, LoanMemory memory) {
        memory.start();
    }

    @Produces
    @Singleton
    Retained returnedLoans(LoanMemory memory) {
        return Retained.of(KeptData.RETURNED_LOANS, memory::forgetReturned);
    }

    @Produces
    @Singleton
    Retained settledCharges(Database database, FeeLedger ledger) {
        return Retained.of(
                KeptData.SETTLED_CHARGES,
                before -> database.transaction(connection -> ledger.forgetSettled(connection, before)));
    }
}
