package org.carrel.security;

import java.time.Duration;

/** Every answer to somebody who wants in. */
public sealed interface SignInResult {
    /**
     * @param session token of the new session: the browser's secret
     * @param browser token by which the browser is known from now on
     */
    record SignedIn(Caller caller, String session, String browser) implements SignInResult {}

    /** Name, password or code is wrong, or the account is disabled: nobody is told which. */
    record Refused() implements SignInResult {}

    /** Too many tries; nothing was looked at. */
    record Wait(Duration longest) implements SignInResult {}

    record BadPassword(PasswordProblem problem) implements SignInResult {}

    record BadAccount(AccountResult.Problem problem) implements SignInResult {}

    /** The school's own sign-in did not let the person in. */
    record Elsewhere(Problem problem) implements SignInResult {
        /** Why. */
        public enum Problem {
            /** It knows the person, and nobody has made an account here. */
            NO_ACCOUNT,
            /** The person went back, or was refused there. */
            CANCELLED,
            /** Something does not fit together; the log says what. */
            FAILED
        }
    }
}
