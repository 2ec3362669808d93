package org.carrel.desk.rest;

import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.platform.rest.About;

/** Who borrows. */
public record PersonJson(
        long id,

        @About("the school's number of the person, or empty")
        String number,

        String name,
        String category,
        String grade,
        String homeroom) {
    static PersonJson of(Patron patron) {
        var facts = patron.facts();
        return new PersonJson(
                patron.id(),
                facts.get(PatronField.IDENTIFIER),
                patron.spokenName(),
                facts.category().name(),
                facts.get(PatronField.GRADE),
                facts.get(PatronField.HOMEROOM));
    }
}
