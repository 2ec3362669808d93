package org.carrel.shelfwork;

/** Why a copy cannot be withdrawn now. */
public enum WithdrawRefusal {
    /** Somebody has it. */
    ON_LOAN,
    /** On the hold shelf or on its way. */
    SET_ASIDE,
    /** On the cart of a class, or planned for one, and no other copy would do. */
    FOR_CLASS,
    /** Somebody waits for the title, and it would be the last copy. */
    WANTED,
    /** It is withdrawn already, or not of this school. */
    NOT_OURS
}
