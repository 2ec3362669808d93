package org.carrel.patrons.rosters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterLimits;
import org.carrel.patrons.RosterSummary.Changes;
import org.carrel.patrons.rosters.Roster.Enrolment;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.rosters.RowChange.Kind;

/**
 * Compares a roster with what is here, row after row: what it holds of a person are a few numbers. Pure: the same roster on the
 * same day gives the same plan.
 */
final class RosterPlanner {
    private final Roster roster;
    private final Known known;
    private final LocalDate today;
    private final Optional<String> onlySite;
    private final PlanSink sink;
    private final List<RosterFinding> findings;
    private int users;
    private int strayRows;

    /** What was compared before people are. */
    private record RowsDone(Changes classes, Changes enrolments, LongSet inFile) {}

    /**
     * @param onlySite code of the site of people of whom the roster says no school; empty: of none
     * @param sink hears of everybody and everything that changes
     */
    RosterPlanner(Roster roster, Known known, LocalDate today, Optional<String> onlySite, PlanSink sink) {
        this.roster = roster;
        this.known = known;
        this.today = today;
        this.onlySite = onlySite;
        this.sink = sink;
        this.findings = new ArrayList<>(roster.findings());
    }

    RosterPlan plan(RosterLimits limits) {
        try (var texts = new SpooledTexts()) {
            return plan(limits, texts);
        }
    }

    private RosterPlan plan(RosterLimits limits, SpooledTexts texts) {
        var complete = roster.ofUsers() == Part.COMPLETE;
        var terms = terms();
        var homerooms = new Homerooms(known.homerooms(), today, texts);
        var guardians = new Guardians(texts);
        var rows = rows(homerooms, guardians);
        var facts = new UserFacts(roster, known.sites(), homerooms, guardians, onlySite);
        var people = new PeopleDiff(known, roster.delivered(), facts, rows.inFile(), texts, sink::person);
        roster.users(people::take);
        people.finish(complete);
        if (strayRows > 0) {
            findings.add(new RosterFinding(RosterFinding.Kind.ROWS_REFUSED, "enrollments.csv", strayRows + ""));
        }
        if (people.accepted() == 0 && complete) {
            findings.add(new RosterFinding(RosterFinding.Kind.NO_ACCEPTED_ROWS, "", ""));
        }
        return new RosterPlan(
                complete,
                users,
                people.counts(),
                people.contacts(),
                people.stillMissing(),
                people.keptLocal(),
                terms,
                rows.classes(),
                rows.enrolments(),
                findings,
                people.thresholds().beyond(known.active(), limits));
    }

    private RowsDone rows(Homerooms homerooms, Guardians guardians) {
        var classIds = new TextSet();
        var classes = classes(classIds, homerooms);
        var userIds = new UserIds(known);
        roster.users(user -> {
            users++;
            userIds.take(user);
            guardians.take(user);
        });
        return new RowsDone(classes, enrolments(classIds, userIds, homerooms), userIds.inFile());
    }

    private Changes terms() {
        if (roster.ofTerms() == Part.ABSENT) return Changes.NONE;
        var diff = new RowDiff(Kind.TERM, known.terms(), sink::row);
        for (var term : roster.terms()) {
            if (term.deleted()) diff.deleted(term.sourcedId());
            else diff.present(term.sourcedId(), Rows.of(term));
        }
        return diff.finish(roster.ofTerms());
    }

    /** @param after ids of the classes that are there with this roster */
    private Changes classes(TextSet after, Homerooms homerooms) {
        if (roster.ofClasses() == Part.ABSENT) {
            known.classes().eachId(after::add);
            return Changes.NONE;
        }
        var sites = known.sites();
        var diff = new RowDiff(Kind.CLASS, known.classes(), sink::row);
        roster.classes(schoolClass -> {
            homerooms.take(schoolClass);
            var id = schoolClass.sourcedId();
            if (schoolClass.deleted()) diff.deleted(id);
            else diff.present(id, Rows.of(schoolClass, sites));
            if (!schoolClass.deleted()) after.add(id);
        });
        var changes = diff.finish(roster.ofClasses());
        if (roster.ofClasses() == Part.CHANGES) {
            known.classes().eachId(id -> {
                if (!diff.hasSeen(id)) after.add(id);
            });
        }
        return changes;
    }

    private Changes enrolments(TextSet classes, UserIds userIds, Homerooms homerooms) {
        if (roster.ofEnrolments() == Part.ABSENT) return Changes.NONE;
        userIds.findWhoComes(roster);
        var diff = new RowDiff(Kind.ENROLMENT, known.enrolments(), sink::row);
        roster.enrolments(enrolment -> {
            if (enrolment.deleted()) {
                diff.deleted(enrolment.sourcedId());
            } else if (isSound(enrolment, classes, userIds)) {
                var row = Rows.of(enrolment);
                diff.present(enrolment.sourcedId(), row);
                homerooms.take(enrolment.sourcedId(), row);
            } else {
                strayRows++;
            }
        });
        var changes = diff.finish(roster.ofEnrolments());
        if (roster.ofEnrolments() == Part.CHANGES) diff.eachUnseen(homerooms::take);
        return changes;
    }

    private static boolean isSound(Enrolment enrolment, TextSet classes, UserIds users) {
        return classes.contains(enrolment.classId())
                && users.contains(enrolment.userId())
                && !enrolment.role().isEmpty();
    }
}
