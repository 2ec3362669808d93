package org.carrel.scheduling;

import java.io.Serializable;

/** What has become of a change of a session. */
public sealed interface SessionChange extends Serializable {
    record Done(ClassSession session) implements SessionChange {}

    record No(Why why) implements SessionChange {}

    /** Why nothing was changed. */
    enum Why {
        /** There is no such session within reach. */
        NO_SUCH_SESSION,
        /** Who asks may not book for this teacher or at this site. */
        NOT_ALLOWED,
        /** What was offered has run out, or was taken. */
        OFFER_OVER,
        /** Somebody else has changed it since it was looked at. */
        CHANGED_SINCE,
        /** It is over: what was is read only. */
        OVER,
        /** It is not in a state in which that can be done. */
        NOT_NOW,
        /** A reason is needed, of at most 500 characters. */
        NO_REASON
    }
}
