package org.carrel.scheduling;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.ics.IcsEvent;

/** Sessions as calendars show them. */
final class SessionIcs {
    /** Behind the number of a session in its UID: the same for all its life, whatever the server is called (B-39). */
    private static final String OURS = "@carrel";

    private SessionIcs() {}

    /** @param to whom it is sent; empty in feeds */
    static IcsEvent event(ClassSession session, SessionShown shown, Optional<IcsEvent.Person> to) {
        var words = new SessionWords(shown.language());
        return new IcsEvent(
                session.uid() + OURS,
                session.sequence(),
                session.changedAt(),
                shown.zone(),
                session.span().starts(),
                session.span().ends(),
                words.title(session),
                words.about(session),
                words.where(session),
                shown.page(),
                state(session.state()),
                to);
    }

    private static IcsEvent.State state(State state) {
        if (state == State.REQUESTED) return IcsEvent.State.TENTATIVE;
        return state.isLive() ? IcsEvent.State.CONFIRMED : IcsEvent.State.CANCELLED;
    }

    /** That something is taken, and nothing else: its UID leads from one thing to no other, and to no session. */
    static IcsEvent busy(ClassSession session, ClassSession.Part part, ZoneId zone, String summary) {
        var name = session.uid() + "/" + part.resource();
        return new IcsEvent(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + OURS,
                session.sequence(),
                session.changedAt(),
                zone,
                session.span().starts(),
                session.span().ends(),
                summary,
                "",
                "",
                "",
                IcsEvent.State.CONFIRMED,
                Optional.empty());
    }
}
