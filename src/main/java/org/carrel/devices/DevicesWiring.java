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
}
