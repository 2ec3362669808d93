package org.carrel.devices;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.circulation.Lifted;

/**
 * A device that somebody is to have for the year.
 *
 * @param request the same again does nothing a second time
 * @param patron empty for a room
 * @param room empty for a person
 * @param until the last day; empty: until somebody ends it
 * @param exchange what they have of its kind goes back for it
 * @param lifted what it is assigned in spite of
 */
public record AssignmentWish(
        UUID request,
        OptionalLong patron,
        String room,
        long device,
        Optional<LocalDate> until,
        String note,
        boolean exchange,
        Lifted lifted) {
    public static AssignmentWish toPerson(UUID request, long patron, long device) {
        return new AssignmentWish(
                request, OptionalLong.of(patron), "", device, Optional.empty(), "", false, Lifted.NOTHING);
    }

    public static AssignmentWish toRoom(UUID request, String room, long device) {
        return new AssignmentWish(
                request, OptionalLong.empty(), room, device, Optional.empty(), "", false, Lifted.NOTHING);
    }

    public AssignmentWish exchanging() {
        return new AssignmentWish(request, patron, room, device, until, note, true, lifted);
    }

    public AssignmentWish lifting(Lifted what) {
        return new AssignmentWish(request, patron, room, device, until, note, exchange, what);
    }

    public AssignmentWish until(Optional<LocalDate> day) {
        return new AssignmentWish(request, patron, room, device, day, note, exchange, lifted);
    }
}
