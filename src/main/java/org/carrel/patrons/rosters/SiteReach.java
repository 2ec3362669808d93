package org.carrel.patrons.rosters;

import java.util.List;
import java.util.Optional;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterOutcome;

/**
 * Whether a roster stays within one site: whoever administers that one only must not move, add or lose people of another. Source:
 * the school's table of roles, own school only. Counts on the way of a plan.
 */
final class SiteReach implements PlanSink {
    private static final int SITE_OF_CLASS = 3;

    private final PlanSink next;
    private final String site;
    private int strangers;

    /** @param site code */
    SiteReach(PlanSink next, String site) {
        this.next = next;
        this.site = site;
    }

    @Override
    public void person(PlannedPerson person) {
        if (isStranger(person)) strangers++;
        next.person(person);
    }

    @Override
    public void row(RowChange change) {
        var isClass = change.kind() == RowChange.Kind.CLASS;
        if (isClass && (isElsewhere(change.was()) || isElsewhere(change.becomes()))) strangers++;
        next.row(change);
    }

    /** People and classes in the plan that are of another site or none, before or afterwards. */
    int strangers() {
        return strangers;
    }

    /** A row that is refused has no school that could be looked at; whom it would touch has one. */
    private boolean isStranger(PlannedPerson person) {
        var touched = person.known().filter(known -> !isOf(known.site())).isPresent();
        return touched
                || person.outcome() != RosterOutcome.REFUSED
                        && !isOf(person.facts().get(PatronField.SITE));
    }

    private boolean isElsewhere(Optional<List<String>> schoolClass) {
        return schoolClass
                .map(row -> row.get(SITE_OF_CLASS))
                .filter(code -> !code.isEmpty() && !isOf(code))
                .isPresent();
    }

    private boolean isOf(String code) {
        return code.equalsIgnoreCase(site);
    }
}
