package org.carrel.security;

/** Every answer to setting a PIN. */
public sealed interface PinResult {
    /** @param pin to be shown once, to who is to have it */
    record Done(CardHolder holder, String pin) implements PinResult {}

    record Refused(PinProblem problem) implements PinResult {}

    /** No such person, or not one who may borrow. */
    record Missing() implements PinResult {}
}
