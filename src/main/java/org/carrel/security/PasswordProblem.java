package org.carrel.security;

/** Why a password cannot be chosen. */
public enum PasswordProblem {
    TOO_SHORT,
    TOO_LONG,
    /** Among those that are tried first everywhere, or made by a simple rule. */
    TOO_COMMON,
    /** Holds the name of the account or of the school. */
    HAS_NAME,
    /** The two that were typed are not the same. */
    NOT_THE_SAME
}
