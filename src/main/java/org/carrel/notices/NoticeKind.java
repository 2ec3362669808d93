package org.carrel.notices;

/** What a notice is about. */
public enum NoticeKind {
    DUE_SOON,
    OVERDUE,
    HOLD_READY,
    /** A warning before it counts as lost. */
    LOST_SOON,
    LOST,
    /** To the teacher of a homeroom: who has something overdue, and how many things. */
    HOMEROOM_DIGEST,
    /** To administrators, about the program. */
    SYSTEM_NOTE,
    /** Something is being mended, and a loaner was lent for it. */
    LOANER,
    /** To whoever mends things for the district: what is to be mended. Names nobody. */
    WORK_ORDER,
    /** To whom a session of a class concerns: that it was booked or has changed. */
    SESSION,
    /** The same: that it does not take place, or not for them. */
    SESSION_OFF,
    /** To a teacher who waits for a session: it can be had, until a moment. */
    SESSION_OFFER;

    /** Written once a day for everybody whom it concerns; the others are written when something happens. */
    public boolean isDaily() {
        return this == DUE_SOON || this == OVERDUE || this == HOMEROOM_DIGEST;
    }

    /** Whether it goes to somebody who is no person of the school's lists. */
    public boolean isToOutside() {
        return this == SYSTEM_NOTE || this == WORK_ORDER;
    }

    /** Something is late or lost. */
    public boolean isLate() {
        return this == OVERDUE || this == LOST_SOON || this == LOST;
    }
}
