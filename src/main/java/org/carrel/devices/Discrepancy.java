package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * Something about a device that somebody has to look at.
 *
 * @param device number of the device
 * @param label how people call the device
 * @param model its name
 * @param site code of the site to which the device belongs
 * @param source which console says so
 * @param about a tag or a status, where that is the point; else empty
 * @param holder number of the patron who has the device now
 * @param patron number of who used it last, where that is the point
 * @param stranger how the console calls somebody whom we do not know, where that is the point
 * @param lastSeen when that console saw the device last
 * @param closed when and by whom it was settled; of an import that agrees again the name is empty
 */
public record Discrepancy(
        long id,
        DiscrepancyKind kind,
        State state,
        long device,
        String label,
        String model,
        String site,
        Optional<MdmSource> source,
        String about,
        Optional<Long> holder,
        Optional<Long> patron,
        String stranger,
        Optional<Instant> lastSeen,
        Instant raised,
        Optional<MdmRun.Done> closed,
        String note)
        implements Serializable {
    /** In characters; a longer note is refused. */
    public static final int MAX_NOTE = 500;

    /** How far it is. */
    public enum State {
        OPEN,
        /** Somebody looked and said what it was. */
        SETTLED,
        /** A later export agrees with us again. */
        OVER
    }
}
