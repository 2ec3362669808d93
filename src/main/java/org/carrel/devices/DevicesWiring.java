package org.carrel.devices;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.carrel.platform.Door;
import org.carrel.privacy.KeptData;
import org.carrel.privacy.Retained;

/** What is known of devices for a time only. */
@Door
public class DevicesWiring {
    /** What exports of consoles said of people goes with the rosters. */
    @Produces
    @Singleton
    Retained discrepancies(Discrepancies discrepancies) {
        return Retained.of(KeptData.ROSTERS, discrepancies::forget);
    }

    @Produces
    @Singleton
    Retained assignments(AssignmentHoldings assignments) {
        return Retained.of(KeptData.RETURNED_LOANS, assignments::forget);
    }

    /** As long as damages may be argued about. */
    @Produces
    @Singleton
    Retained agreements(AgreementHoldings agreements) {
        return Retained.of(KeptData.SETTLED_CHARGES, agreements::forget);
    }
}
