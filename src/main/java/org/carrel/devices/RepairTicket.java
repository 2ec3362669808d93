package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.devices.rules.RepairSteps;

/**
 * Something is broken: a device, or a thing of a room that nobody has tagged.
 *
 * @param device empty: something of the room
 * @param deviceName tag or serial, by which people know it; empty without a device
 * @param modelName empty without a device
 * @param thing what kind of thing it is; empty where nobody said
 * @param description in the words of who reported it
 * @param deviceIn whether who mends it has it
 * @param openedBy account; empty: an import
 * @param openedByName display name, or empty
 * @param patron who had it when it broke; empty: nobody, or forgotten
 * @param loan that it was on then; empty likewise
 * @param reference number in the system of the district or the vendor; empty for none
 * @param laborMinutes of our own people
 * @param billCents what others have charged the school
 * @param partsCents what the parts cost that were used
 * @param before condition of the device before the ticket changed it
 * @param cover what was decided about the family's part; empty: nothing yet
 * @param charge in cents; empty: not decided yet
 * @param price of the device, in cents
 * @param loaner item of the loaner that is out for it
 */
public record RepairTicket(
        long id,
        int siteId,
        String siteCode,
        String siteName,
        OptionalLong device,
        OptionalLong item,
        String deviceName,
        String modelName,
        Optional<DeviceCategory> thing,
        String room,
        Fault fault,
        String description,
        RepairState state,
        RepairPriority priority,
        boolean deviceIn,
        Instant opened,
        OptionalLong openedBy,
        String openedByName,
        Optional<Instant> closed,
        OptionalLong patron,
        OptionalLong loan,
        String reference,
        int laborMinutes,
        int billCents,
        int partsCents,
        Optional<DeviceCondition> before,
        Optional<RepairCover> cover,
        OptionalInt charge,
        OptionalInt price,
        Optional<LocalDate> warrantyEnds,
        Optional<LocalDate> supportEnds,
        OptionalLong loaner,
        int version)
        implements Serializable {
    /** In characters. */
    public static final int LONGEST_ROOM = 100;

    public static final int LONGEST_REFERENCE = 60;
    public static final int LONGEST_DESCRIPTION = 2_000;

    public boolean isOpen() {
        return state.isOpen();
    }

    /** Whether the time to mend it stands still until others have done something. */
    public boolean isWaiting() {
        return state.isWaiting();
    }

    /** What it may become, in the order of offering. */
    public Set<RepairState> steps() {
        return RepairSteps.from(state);
    }

    /** In cents: parts, labor at this rate, and what others have charged. @param laborRate cents an hour */
    public int cost(int laborRate) {
        return (int) Math.min(Integer.MAX_VALUE, partsCents + billCents + (long) laborMinutes * laborRate / 60);
    }

    /** Whether the maker still has to mend it on that day. */
    public boolean isUnderWarranty(LocalDate day) {
        return warrantyEnds.filter(last -> !last.isBefore(day)).isPresent();
    }
}
