package org.carrel.devices;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.carrel.platform.Door;
import org.carrel.privacy.KeptData;
import org.carrel.privacy.Retained;

/** What devices know of people goes when the school has promised it. */
@Door
public class DevicesWiring {
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
}
