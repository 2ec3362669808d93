package org.carrel.shelfwork;

/** What an inventory finds of a copy. */
public enum ShelfOutcome {
    /** It belongs here, is here, and stands where it should. */
    FINE,
    /** It belongs here and stands at another place of the shelf. */
    OUT_OF_ORDER,
    /** It belongs here, and has no call number by which one could say where it stands. */
    NO_CALL_NUMBER,
    /** It belongs to another shelf location of the school. */
    WRONG_LOCATION,
    /** It belongs to another school. */
    WRONG_SITE,
    /** It is here, and our records say that somebody has it. */
    ON_LOAN,
    /** It was lost or missing, and here it is. */
    FOUND,
    /** It is here, and our records have it on the hold shelf, on its way, on the cart of a class, or at repair. */
    SET_ASIDE,
    /** It is no longer ours, and stands here still. */
    WITHDRAWN,
    /** It belongs here, should be here, and nobody scanned it. */
    MISSING,
    /** It belongs here, and our records say why it is not. Nobody calls it missing. */
    ELSEWHERE;

    /** Whether somebody had it in hand. */
    public boolean isScanned() {
        return this != MISSING && this != ELSEWHERE;
    }

    /** Whether the desk can set it right: by checking it in. */
    public boolean canBeSettled() {
        return this == ON_LOAN || this == FOUND || this == SET_ASIDE || this == WRONG_SITE;
    }
}
