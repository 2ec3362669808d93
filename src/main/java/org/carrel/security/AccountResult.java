package org.carrel.security;

/** Every answer to a change of an account. */
public sealed interface AccountResult {
    /** @param code with which the person chooses a password, once; empty when none was made */
    record Done(long number, String code) implements AccountResult {}

    /** Nothing was written. */
    record Refused(Problem problem) implements AccountResult {}

    /** There is no such account, or it is not in reach. */
    record Missing() implements AccountResult {}

    /** Why nothing was written. */
    enum Problem {
        BAD_USERNAME,
        USERNAME_TAKEN,
        BAD_NAME,
        /** No such site, or not one that the administrator may give. */
        BAD_SITE,
        /** Administrators cannot take the ground from under their own feet. */
        OWN_ACCOUNT
    }
}
