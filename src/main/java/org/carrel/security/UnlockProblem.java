package org.carrel.security;

/** Why a PIN or a badge for the desk is not taken. */
public enum UnlockProblem {
    /** Not six to eight figures. */
    NO_PIN,
    /** Many would choose it. */
    EASY_PIN,
    /** The second time something else was typed. */
    NOT_THE_SAME,
    /** Not a number as badges have it. */
    NO_BADGE
}
