package org.carrel.patrons.rosters;

import java.util.List;
import java.util.Optional;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterLine.Change;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterRemark;

/**
 * What is to become of one person.
 *
 * @param row of the file; 0 for who is not in it
 * @param known empty for who is new
 * @param facts all fields as they are to be
 * @param card a number to be added; empty for none
 */
record PlannedPerson(
        int row,
        String sourcedId,
        RosterOutcome outcome,
        Optional<Before> known,
        PatronFacts facts,
        String card,
        List<RosterRemark> remarks,
        List<Change> changes) {
    /**
     * Who it is here, as the comparison has found the person.
     *
     * @param site code; empty for none
     */
    record Before(long id, int version, PatronCategory category, String site) {
        static Before of(Known.Person person) {
            var facts = person.facts();
            return new Before(person.id(), person.version(), facts.category(), facts.get(PatronField.SITE));
        }
    }

    /** True when something is to be written. */
    boolean writes() {
        return switch (outcome) {
            case CONFLICT, REFUSED, SAME -> false;
            case NEW, CHANGED, RENAMED, REKEYED, RETURNED, LEAVING, MISSING -> true;
        };
    }
}
