package org.carrel.patrons.rosters;

import java.util.List;
import java.util.Optional;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterOutcome;

/**
 * Whether a roster stays within one site: whoever administers that one only must not move, add or lose people of another. Source:
 * the school's table of roles, own school only.
 */
final class SiteReach {
    private static final int SITE_OF_CLASS = 3;

    private SiteReach() {}

    /** People whom the source fills already and who are of another site or none. */
    static int strangers(Known known, String site) {
        return (int) known.people().values().stream()
                .filter(Known.Person::ours)
                .filter(person -> !isOf(person.facts(), site))
                .count();
    }

    /** People and classes in the plan that are of another site or none, before or afterwards. */
    static int strangers(RosterPlan plan, String site) {
        var people = plan.people().stream()
                .filter(person -> isStranger(person, site))
                .count();
        var classes = plan.classes().stream()
                .filter(change -> isElsewhere(change.was(), site) || isElsewhere(change.becomes(), site))
                .count();
        return (int) (people + classes);
    }

    /** A row that is refused has no school that could be looked at; whom it would touch has one. */
    private static boolean isStranger(PlannedPerson person, String site) {
        var touched = person.known().filter(known -> !isOf(known.facts(), site)).isPresent();
        return touched || person.outcome() != RosterOutcome.REFUSED && !isOf(person.facts(), site);
    }

    private static boolean isElsewhere(Optional<List<String>> schoolClass, String site) {
        return schoolClass
                .map(row -> row.get(SITE_OF_CLASS))
                .filter(code -> !code.isEmpty() && !code.equalsIgnoreCase(site))
                .isPresent();
    }

    private static boolean isOf(PatronFacts facts, String site) {
        return facts.get(PatronField.SITE).equalsIgnoreCase(site);
    }
}
