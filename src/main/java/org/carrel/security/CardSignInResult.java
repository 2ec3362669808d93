package org.carrel.security;

import java.time.Duration;

/** Every answer to somebody with a card and a PIN. */
public sealed interface CardSignInResult {
    record Known(CardHolder holder) implements CardSignInResult {}

    /** Card or PIN is wrong, or the person has no PIN: nobody is told which. */
    record Refused() implements CardSignInResult {}

    /** Too many tries; nothing was looked at. */
    record Wait(Duration longest) implements CardSignInResult {}
}
