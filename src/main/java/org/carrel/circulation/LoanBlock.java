package org.carrel.circulation;

/** Why a desk does not lend, in the order in which reasons are told. */
public enum LoanBlock {
    WITHDRAWN(Lifting.NEVER),
    /** Somebody else has it: the loan has to be ended first, by saying so. */
    ON_LOAN_TO_OTHER(Lifting.NEVER),
    /** A device that somebody has for the year: number of the assignment. */
    DEVICE_ASSIGNED(Lifting.NEVER),
    /** Who stands there has it for the year: nothing is to be lent. */
    DEVICE_IS_THEIRS(Lifting.NEVER),
    /** Who stands behind the desk takes devices back and lends none. */
    DEVICE_NOT_FOR_ROLE(Lifting.NEVER),
    /** Something that is needed may be on it alone: it is kept until somebody lets it go (TS-3). */
    DEVICE_KEPT(Lifting.NEVER),
    HELD_FOR_OTHER(Lifting.WITH_REASON),
    /** A class has booked it before it would be back: number of the session. */
    BOOKED_FOR_CLASS(Lifting.WITH_REASON),
    /** It stands on the book cart of a class: number of the session. */
    PULLED_FOR_CLASS(Lifting.WITH_REASON),
    IN_TRANSIT(Lifting.WITH_REASON),
    /** No longer at the school, or made one with another entry. */
    PATRON_LEFT(Lifting.NEVER),
    PATRON_OF_OTHER_SITE(Lifting.NEVER),
    PATRON_BLOCKED(Lifting.WITH_REASON),
    CARD_EXPIRED(Lifting.WITH_REASON),
    TOO_MANY_LOANS(Lifting.WITH_REASON),
    TOO_MANY_OF_KIND(Lifting.WITH_REASON),
    TOO_YOUNG(Lifting.WITH_REASON),
    OWES_TOO_MUCH(Lifting.WITH_REASON),
    NOT_LENDABLE(Lifting.WITH_REASON),
    COPY_DAMAGED(Lifting.WITH_REASON),
    COPY_IN_REPAIR(Lifting.WITH_REASON),
    /** Who mends it has it: the number of the ticket, which is to be closed first. */
    HAS_OPEN_TICKET(Lifting.NEVER),
    /** Something of theirs is being mended: until then they get a loaner (B71). */
    ONLY_LOANER(Lifting.WITH_REASON),
    COPY_LOST(Lifting.CONFIRMED),
    /** It was looked for in vain, and here it is. */
    COPY_MISSING(Lifting.CONFIRMED),
    /** A part that the kit needs is missing (rule Q4). */
    KIT_INCOMPLETE(Lifting.WITH_REASON),
    /** It is back, and nobody has said yet what is in it. */
    CART_NOT_COUNTED(Lifting.NEVER),
    /** So many should go with it, so many were counted: which are missing has to be said first. */
    CART_MISCOUNTED(Lifting.NEVER),
    /** Who mends it has it. */
    DEVICE_AT_REPAIR(Lifting.WITH_REASON),
    /** Its condition, by name. */
    DEVICE_NOT_READY(Lifting.WITH_REASON),
    /** Number of the agreement that is not signed. */
    AGREEMENT_MISSING(Lifting.WITH_REASON),
    /** The calendar or the rules give no day: somebody has to choose one. */
    NO_DUE_DATE(Lifting.NEVER),
    /** Nothing can come back on a day that is still to come. */
    RETURN_DAY_TO_COME(Lifting.NEVER),
    // of renewals
    NO_MORE_RENEWALS(Lifting.WITH_REASON),
    DUE_DATE_STAYS(Lifting.NEVER),
    WANTED_BY_OTHER(Lifting.WITH_REASON),
    LOAN_IS_LOST(Lifting.NEVER);

    private final Lifting lifting;

    LoanBlock(Lifting lifting) {
        this.lifting = lifting;
    }

    /** What it takes to lend all the same. */
    public enum Lifting {
        NEVER,
        /** Somebody says yes. */
        CONFIRMED,
        /** Somebody whose role has it gives a reason, which is kept with the loan. */
        WITH_REASON
    }

    public Lifting lifting() {
        return lifting;
    }
}
