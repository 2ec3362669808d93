package org.carrel.patrons.rosters;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterRemark;

/**
 * A roster, whose many rows are read anew whenever somebody asks for them: none of them is held in memory. The parts say how
 * they came; absent ones say nothing.
 */
interface Roster {
    Part ofUsers();

    Part ofClasses();

    Part ofTerms();

    Part ofEnrolments();

    /** The fields that it knows of at all: the others are nobody's but ours. */
    Set<PatronField> delivered();

    List<School> schools();

    List<Term> terms();

    void classes(Consumer<SchoolClass> each);

    /** In the order of the file, refused rows too. */
    void users(Consumer<User> each);

    void enrolments(Consumer<Enrolment> each);

    /** How many rows cannot be taken; 0 before it is looked through. */
    int refusedRows();

    List<RosterFinding> findings();

    /** How a part of a roster comes. */
    enum Part {
        /** Everything there is: what is missing is gone. */
        COMPLETE,
        /** Only what changed. */
        CHANGES,
        ABSENT
    }

    /** A school or district. */
    record School(String sourcedId, String name, String kind, String identifier) {
        /** A district is no site. */
        boolean isSchool() {
            return kind.equalsIgnoreCase("school");
        }
    }

    record Term(
            String sourcedId,
            String title,
            String kind,
            Optional<LocalDate> starts,
            Optional<LocalDate> ends,
            String parent,
            boolean deleted) {}

    /** A class. */
    record SchoolClass(
            String sourcedId,
            String title,
            String code,
            boolean homeroom,
            String school,
            String grades,
            String location,
            String periods,
            String terms,
            boolean deleted) {}

    /**
     * A person.
     *
     * @param row of the file, as a spreadsheet counts
     * @param schools sourced ids, the first is the main one
     * @param contacts sourced ids of guardians, or for a guardian of the children
     * @param card empty for none
     * @param contact a guardian: never a borrower
     * @param deleted the file says that the person is gone
     */
    record User(
            int row,
            String sourcedId,
            PatronFacts facts,
            List<String> schools,
            List<String> contacts,
            String phone,
            String card,
            boolean contact,
            boolean deleted,
            List<RosterRemark> remarks) {
        boolean isRefused() {
            return remarks.stream().anyMatch(remark -> remark.kind().refuses());
        }
    }

    record Enrolment(
            String sourcedId,
            String classId,
            String userId,
            String role,
            boolean primary,
            Optional<LocalDate> begins,
            Optional<LocalDate> ends,
            boolean deleted) {}
}
