package org.carrel.security;

import java.time.Duration;

/** Who sends a request to the interface for programs. */
public sealed interface ProgramCall {
    /** Whose token holds. */
    record Known(Caller caller) implements ProgramCall {}

    /** No token, or one that does not hold: wrong, over and revoked are one answer. */
    record Unknown() implements ProgramCall {}

    /** Nothing is done. */
    record TooMany(Duration pause) implements ProgramCall {}
}
