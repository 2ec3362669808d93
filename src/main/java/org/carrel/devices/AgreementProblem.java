package org.carrel.devices;

/** Why words are not published, or an answer is not taken. */
public enum AgreementProblem {
    NAME_MISSING,
    NAME_TOO_LONG,
    ENGLISH_MISSING,
    SPANISH_MISSING,
    TEXT_TOO_LONG,
    NO_SUCH_SITE,
    NO_SUCH_YEAR,
    NOT_THERE,
    /** Other words were published meanwhile: they have to be read first. */
    OTHER_WORDS,
    SIGNER_MISSING,
    SIGNER_TOO_LONG,
    /** Neither a line was drawn nor the tick set. */
    NOT_SIGNED,
    /** What was drawn cannot be kept. */
    BAD_DRAWING,
    /** Somebody else is signed in (B68). */
    NOT_YOURS
}
