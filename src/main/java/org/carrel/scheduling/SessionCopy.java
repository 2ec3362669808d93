package org.carrel.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.scheduling.ClassSession.Part;
import org.carrel.scheduling.ClassSession.State;

/** A session as it becomes: one thing of it changed at a time. */
public record SessionCopy(ClassSession of) {
    public ClassSession parts(List<Part> parts) {
        return copy(
                of.state(),
                of.sequence(),
                of.teacher(),
                of.about(),
                parts,
                of.displacedBy(),
                of.why(),
                of.claimed(),
                of.changedAt());
    }

    /** @param why empty for none */
    public ClassSession state(State state, String why, OptionalLong displacedBy, Instant now) {
        return copy(
                state, of.sequence() + 1, of.teacher(), of.about(), of.parts(), displacedBy, why, of.claimed(), now);
    }

    public ClassSession claimed(Instant now) {
        return copy(
                of.state(),
                of.sequence(),
                of.teacher(),
                of.about(),
                of.parts(),
                of.displacedBy(),
                of.why(),
                Optional.of(now),
                now);
    }

    /** Another time, other parts, or about something else. */
    public ClassSession wish(
            SessionWish wish, TimeSpan span, SessionTeacher teacher, State state, List<Part> parts, Instant now) {
        return new ClassSession(
                of.id(),
                of.site(),
                of.kind(),
                state,
                of.uid(),
                of.sequence() + 1,
                teacher,
                wish.about(),
                wish.day(),
                wish.first(),
                wish.last(),
                span,
                parts,
                of.series(),
                of.seriesDay(),
                OptionalLong.empty(),
                "",
                of.claimed(),
                of.version(),
                of.request(),
                of.bookedBy(),
                of.bookedAt(),
                now);
    }

    private ClassSession copy(
            State state,
            int sequence,
            SessionTeacher teacher,
            SessionFacts about,
            List<Part> parts,
            OptionalLong displacedBy,
            String why,
            Optional<Instant> claimed,
            Instant changedAt) {
        return new ClassSession(
                of.id(),
                of.site(),
                of.kind(),
                state,
                of.uid(),
                sequence,
                teacher,
                about,
                of.day(),
                of.first(),
                of.last(),
                of.span(),
                parts,
                of.series(),
                of.seriesDay(),
                displacedBy,
                why,
                claimed,
                of.version(),
                of.request(),
                of.bookedBy(),
                of.bookedAt(),
                changedAt);
    }
}
