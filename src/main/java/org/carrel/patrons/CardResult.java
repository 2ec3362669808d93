package org.carrel.patrons;

import java.io.Serializable;

/** What came of giving somebody a card. */
public sealed interface CardResult extends Serializable {
    /** The card is good from now on. */
    record Given() implements CardResult {}

    /** The text can be no card number: at most 40 letters of A to Z, digits, blanks, points, hyphens or slashes. */
    record NotANumber() implements CardResult {}

    /** Another good card has this number. */
    record Taken(long patronId, String name) implements CardResult {}

    /** There is no such person or card, or the card is not good any more. */
    record Gone() implements CardResult {}
}
