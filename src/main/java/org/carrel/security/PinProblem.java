package org.carrel.security;

/** Why a PIN is not taken. */
public enum PinProblem {
    /** Not four to eight figures. */
    NO_PIN,
    /** Many would choose it. */
    EASY,
    /** It is part of the number on the card. */
    ON_CARD
}
