package org.carrel.patrons;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A card of a person.
 *
 * @param fromRoster it came with a roster
 * @param ended when it was replaced or lost; empty while it is good
 */
public record PatronCard(
        long id,
        long patronId,
        String number,
        Status status,
        boolean fromRoster,
        Instant added,
        Optional<Instant> ended)
        implements Serializable {
    /** What a Code 128 bar code of a card's width can hold, and a scanner types. */
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z](?:[0-9A-Z ./-]{0,38}[0-9A-Z])?");

    /** What became of a card. */
    public enum Status {
        ACTIVE,
        REPLACED,
        LOST
    }

    /**
     * The number as it is kept: without blanks around it (B78), those inside stay (B79), capital letters.
     *
     * @return empty when the text can be no card number
     */
    public static Optional<String> number(String typed) {
        var number = typed.strip().toUpperCase(Locale.ROOT);
        return NUMBER.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }
}
