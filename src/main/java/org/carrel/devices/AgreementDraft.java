package org.carrel.devices;

import java.util.Optional;
import org.carrel.patrons.PatronCategory;

/**
 * Words that are to be signed.
 *
 * @param id of the agreement that gets other words; 0: a new one
 * @param site code; empty: of all sites
 * @param whom empty: everybody
 * @param what empty: every device
 * @param schoolYear the year in which the school year begins
 */
public record AgreementDraft(
        int id,
        String name,
        Optional<String> site,
        Optional<PatronCategory> whom,
        Optional<DeviceCategory> what,
        int schoolYear,
        String english,
        String spanish) {}
