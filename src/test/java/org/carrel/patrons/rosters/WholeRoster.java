package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.rosters.Roster.Enrolment;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.rosters.Roster.School;
import org.carrel.patrons.rosters.Roster.SchoolClass;
import org.carrel.patrons.rosters.Roster.Term;
import org.carrel.patrons.rosters.Roster.User;

/** A small roster with all its rows at once. */
record WholeRoster(Roster roster, List<SchoolClass> classes, List<User> users, List<Enrolment> enrolments) {
    static WholeRoster of(Roster roster) {
        var whole = new WholeRoster(roster, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        roster.classes(whole.classes::add);
        roster.users(whole.users::add);
        roster.enrolments(whole.enrolments::add);
        return whole;
    }

    Part ofUsers() {
        return roster.ofUsers();
    }

    Part ofClasses() {
        return roster.ofClasses();
    }

    Set<PatronField> delivered() {
        return roster.delivered();
    }

    List<School> schools() {
        return roster.schools();
    }

    List<Term> terms() {
        return roster.terms();
    }

    int refusedRows() {
        return roster.refusedRows();
    }

    List<RosterFinding> findings() {
        return roster.findings();
    }
}
