package org.carrel.scheduling;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A series as it stands.
 *
 * @param site code
 * @param wish each of its sessions as it is planned
 * @param last day, included
 * @param sessions all of them in the order of the days they were planned for, whatever has become of them
 * @param skipped days that could not be had, or were left out, in order
 */
public record SeriesPlan(
        long id,
        String site,
        SessionTeacher teacher,
        SessionWish wish,
        Recurrence recurrence,
        LocalDate first,
        LocalDate last,
        List<ClassSession> sessions,
        List<LocalDate> skipped)
        implements Serializable {
    public SeriesPlan {
        sessions = List.copyOf(sessions);
        skipped = List.copyOf(skipped);
    }

    /** Whether somebody has given this one another time or other things: changes of all leave these as they are. */
    public boolean isException(ClassSession session) {
        var planned = session.wish(wish.request());
        return !session.seriesDay().equals(Optional.of(session.day()))
                || session.first() != wish.first()
                || session.last() != wish.last()
                || !planned.parts().equals(wish.parts());
    }
}
