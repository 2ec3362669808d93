package org.carrel.patrons;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.rules.PersonName;

/**
 * Who borrows.
 *
 * @param source name of the roster that fills the fields; empty for a person who was added by hand
 * @param leftOn since when the person is not active
 * @param missingSince the day of the first roster that did not have the person; empty while present
 * @param expires the last day of borrowing; empty for no end
 * @param local the fields that people here changed
 * @param mergedInto who has everything now
 * @param version rises with each change
 */
public record Patron(
        long id,
        PatronFacts facts,
        Optional<String> source,
        Optional<LocalDate> leftOn,
        Optional<LocalDate> missingSince,
        Optional<LocalDate> expires,
        String note,
        Set<PatronField> local,
        Optional<Long> mergedInto,
        int version,
        Instant added,
        Instant changed)
        implements Serializable {
    /** Longest note, in characters. */
    public static final int MAX_NOTE = 5_000;

    /** {@code Núñez-Ibarra, Zoë}: family name first, then what the person is called. */
    public String sortedName() {
        return PersonName.sorted(facts);
    }

    /** {@code Zoë Núñez-Ibarra}. */
    public String spokenName() {
        return PersonName.spoken(facts);
    }
}
