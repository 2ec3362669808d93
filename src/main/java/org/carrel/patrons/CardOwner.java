package org.carrel.patrons;

import java.io.Serializable;
import java.util.List;

/** Whose card was scanned. */
public sealed interface CardOwner extends Serializable {
    record Known(Patron patron) implements CardOwner {}

    /** Cards of several people differ by zeros in front only: somebody has to choose. */
    record Several(List<Patron> people) implements CardOwner {
        public Several {
            people = List.copyOf(people);
        }
    }

    record Nobody() implements CardOwner {}
}
