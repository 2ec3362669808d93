package org.carrel.notices;

/** Why a notice is not out yet, or what else is to know about it. */
public enum NoticeProblem {
    /** The mail server does not answer. */
    UNREACHABLE,
    /** It does not encrypt, and nothing goes out in the clear; or its certificate is not good. */
    NOT_ENCRYPTED,
    /** It does not take our user name and password. */
    NOT_SIGNED_IN,
    /** It does not take mail from our address. */
    SENDER_REFUSED,
    /** It asks us to come again. */
    TRY_LATER,
    /** It does not take mail for this address. */
    REFUSED,
    /** Tried for days. */
    GAVE_UP,
    /** The line broke, or the program ended, in the middle. */
    BROKEN_OFF,
    NO_ADDRESS,
    BAD_ADDRESS,
    /** Three within the hour: it waits for the next one. */
    TOO_MANY;

    /** The server itself is the matter, not this notice: the others wait too. */
    public boolean isOfTheServer() {
        return this == UNREACHABLE || this == NOT_ENCRYPTED || this == NOT_SIGNED_IN || this == SENDER_REFUSED;
    }
}
