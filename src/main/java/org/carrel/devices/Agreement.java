package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.carrel.patrons.PatronCategory;

/**
 * What people sign before they get a device, in its latest words.
 *
 * @param site code; empty: of all sites
 * @param whom empty: everybody
 * @param what empty: every device
 * @param schoolYear the year in which the school year begins
 * @param version of the words: whoever signed other words has not signed these
 */
public record Agreement(
        int id,
        String name,
        Optional<String> site,
        Optional<PatronCategory> whom,
        Optional<DeviceCategory> what,
        int schoolYear,
        int version,
        String english,
        String spanish,
        Instant published)
        implements Serializable {
    /** In characters. */
    public static final int LONGEST_NAME = 100;

    public static final int LONGEST_TEXT = 50_000;

    /** @param language a tag, such as {@code es} */
    public String text(String language) {
        return language.equals("es") ? spanish : english;
    }
}
