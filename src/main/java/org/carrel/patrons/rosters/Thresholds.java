package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.RosterLimits;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterThreshold;
import org.carrel.patrons.RosterThreshold.Kind;

/** Stops a roster that would change too many people at once: then the file is broken more often than the school. */
final class Thresholds {
    private Thresholds() {}

    /** @param active the people of the source who are active now */
    static List<RosterThreshold> beyond(List<PlannedPerson> planned, List<Known.Person> active, RosterLimits limits) {
        var beyond = new ArrayList<RosterThreshold>();
        var students = count(active, Thresholds::isStudent);
        leaving(Kind.STUDENTS_LEAVING, planned, Thresholds::isStudent, students, limits, beyond);
        leaving(Kind.STAFF_LEAVING, planned, person -> !isStudent(person), active.size() - students, limits, beyond);
        var changed = (int) planned.stream().filter(Thresholds::changes).count();
        look(new RosterThreshold(Kind.PEOPLE_CHANGED, changed, active.size(), limits.changedPercent()), limits, beyond);
        return beyond;
    }

    private static void leaving(
            Kind kind,
            List<PlannedPerson> planned,
            Predicate<Known.Person> who,
            int of,
            RosterLimits limits,
            List<RosterThreshold> beyond) {
        var part = (int) planned.stream()
                .filter(person ->
                        person.outcome() == RosterOutcome.MISSING || person.outcome() == RosterOutcome.LEAVING)
                .filter(person -> person.known().filter(who).isPresent())
                .count();
        look(new RosterThreshold(kind, part, of, limits.leavingPercent()), limits, beyond);
    }

    private static void look(RosterThreshold found, RosterLimits limits, List<RosterThreshold> beyond) {
        if (found.part() > limits.few() && found.part() * 100L > (long) found.of() * found.limit()) beyond.add(found);
    }

    private static boolean changes(PlannedPerson person) {
        return switch (person.outcome()) {
            case CHANGED, RENAMED, REKEYED -> true;
            case NEW, RETURNED, LEAVING, MISSING, CONFLICT, REFUSED, SAME -> false;
        };
    }

    private static boolean isStudent(Known.Person person) {
        return person.facts().category() == PatronCategory.STUDENT;
    }

    private static int count(List<Known.Person> people, Predicate<Known.Person> which) {
        return (int) people.stream().filter(which).count();
    }
}
