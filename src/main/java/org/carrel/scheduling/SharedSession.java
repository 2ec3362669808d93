package org.carrel.scheduling;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/**
 * What whoever has its link may know of a session: nothing about students, and not what the teacher has written for the library.
 *
 * @param site name of it
 * @param about class, subject and topic; all else is left out
 * @param parts places and things, no people
 * @param live it takes place, or did
 */
public record SharedSession(
        String site,
        ClassSession.Kind kind,
        SessionFacts about,
        TimeSpan span,
        ZoneId zone,
        List<ClassSession.Part> parts,
        boolean live)
        implements Serializable {
    public SharedSession {
        parts = List.copyOf(parts);
    }
}
