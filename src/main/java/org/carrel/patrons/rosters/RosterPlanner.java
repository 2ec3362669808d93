package org.carrel.patrons.rosters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterLimits;
import org.carrel.patrons.rosters.Roster.Enrolment;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.rosters.RowChange.Kind;

/** Compares a roster with what is here. Pure: the same roster on the same day gives the same plan. */
final class RosterPlanner {
    private final Roster roster;
    private final Known known;
    private final LocalDate today;
    private final Optional<String> onlySite;
    private final List<RosterFinding> findings;
    private int strayRows;

    /** @param onlySite code of the site of people of whom the roster says no school; empty: of none */
    RosterPlanner(Roster roster, Known known, LocalDate today, Optional<String> onlySite) {
        this.roster = roster;
        this.known = known;
        this.today = today;
        this.onlySite = onlySite;
        this.findings = new ArrayList<>(roster.findings());
    }

    RosterPlan plan(RosterLimits limits) {
        var terms = terms();
        var classes = classes();
        var enrolments = enrolments(classes);
        var facts = new UserFacts(roster, known, RowDiff.after(known.enrolments(), enrolments), today, onlySite);
        var people = new PeopleDiff(known, roster, facts);
        roster.users().forEach(people::take);
        if (roster.ofUsers() == Part.COMPLETE) people.findMissing();
        if (strayRows > 0) {
            findings.add(new RosterFinding(RosterFinding.Kind.ROWS_REFUSED, "enrollments.csv", strayRows + ""));
        }
        if (people.accepted() == 0 && roster.ofUsers() == Part.COMPLETE) {
            findings.add(new RosterFinding(RosterFinding.Kind.NO_ACCEPTED_ROWS, "", ""));
        }
        return new RosterPlan(
                roster.ofUsers() == Part.COMPLETE,
                roster.users().size(),
                people.planned(),
                people.same(),
                people.contacts(),
                people.stillMissing(),
                people.keptLocal(),
                terms,
                classes,
                enrolments,
                findings,
                Thresholds.beyond(people.planned(), active(), limits));
    }

    /** Who could leave: the active people of this source. */
    private List<Known.Person> active() {
        return known.people().values().stream()
                .filter(Known.Person::ours)
                .filter(person -> person.facts().status() == PatronStatus.ACTIVE)
                .toList();
    }

    private List<RowChange> terms() {
        if (roster.ofTerms() == Part.ABSENT) return List.of();
        var diff = new RowDiff(Kind.TERM, known.terms());
        for (var term : roster.terms()) {
            if (term.deleted()) diff.deleted(term.sourcedId());
            else diff.present(term.sourcedId(), Rows.of(term));
        }
        return diff.changes(roster.ofTerms());
    }

    private List<RowChange> classes() {
        if (roster.ofClasses() == Part.ABSENT) return List.of();
        var diff = new RowDiff(Kind.CLASS, known.classes());
        for (var schoolClass : roster.classes()) {
            if (schoolClass.deleted()) diff.deleted(schoolClass.sourcedId());
            else diff.present(schoolClass.sourcedId(), Rows.of(schoolClass, known.sites()));
        }
        return diff.changes(roster.ofClasses());
    }

    private List<RowChange> enrolments(List<RowChange> classChanges) {
        if (roster.ofEnrolments() == Part.ABSENT) return List.of();
        var classes = RowDiff.after(known.classes(), classChanges).keySet();
        var users = users();
        var diff = new RowDiff(Kind.ENROLMENT, known.enrolments());
        for (var enrolment : roster.enrolments()) {
            if (enrolment.deleted()) diff.deleted(enrolment.sourcedId());
            else if (isSound(enrolment, classes, users)) diff.present(enrolment.sourcedId(), Rows.of(enrolment));
            else strayRows++;
        }
        return diff.changes(roster.ofEnrolments());
    }

    private static boolean isSound(Enrolment enrolment, Set<String> classes, Set<String> users) {
        return classes.contains(enrolment.classId())
                && users.contains(enrolment.userId())
                && !enrolment.role().isEmpty();
    }

    /** Ids of who is here or comes with this roster; guardians are in no class. */
    private Set<String> users() {
        var users = new HashSet<>(known.keys().keySet());
        var lookup = new PersonLookup(known, roster.users());
        for (var user : roster.users()) {
            if (user.contact() || user.isRefused() || user.deleted()) continue;
            if (!(lookup.find(user, user.facts()) instanceof PersonLookup.Answer.Doubt)) users.add(user.sourcedId());
        }
        return users;
    }
}
