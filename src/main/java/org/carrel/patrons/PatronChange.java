package org.carrel.patrons;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person is to be.
 *
 * @param version as it was when the form was opened
 */
public record PatronChange(long id, int version, PatronFacts facts, String note, Optional<LocalDate> expires)
        implements Serializable {
    PatronChange with(PatronFacts others) {
        return new PatronChange(id, version, others, note, expires);
    }
}
