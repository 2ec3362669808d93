package org.carrel.patrons.rosters;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carrel.patrons.rosters.Roster.Enrolment;
import org.carrel.patrons.rosters.Roster.SchoolClass;
import org.carrel.patrons.rosters.Roster.Term;

/** Terms, classes and enrolments as plain lists of texts, the same in the file, the table and the record of changes. */
final class Rows {
    private static final String HOMEROOM = "homeroom";

    private Rows() {}

    static List<String> of(Term term) {
        return List.of(term.title(), term.kind(), day(term.starts()), day(term.ends()), term.parent());
    }

    /** @param sites codes of sites by the ids of schools */
    static List<String> of(SchoolClass schoolClass, Map<String, String> sites) {
        return List.of(
                schoolClass.title(),
                schoolClass.code(),
                schoolClass.homeroom() ? HOMEROOM : "scheduled",
                Objects.requireNonNullElse(sites.get(schoolClass.school()), ""),
                schoolClass.grades(),
                schoolClass.location(),
                schoolClass.periods(),
                schoolClass.terms());
    }

    static List<String> of(Enrolment enrolment) {
        return List.of(
                enrolment.classId(),
                enrolment.userId(),
                enrolment.role(),
                enrolment.primary() ? "1" : "0",
                day(enrolment.begins()),
                day(enrolment.ends()));
    }

    static String title(List<String> schoolClass) {
        return schoolClass.getFirst();
    }

    static boolean isHomeroom(List<String> schoolClass) {
        return schoolClass.get(2).equals(HOMEROOM);
    }

    static String classOf(List<String> enrolment) {
        return enrolment.getFirst();
    }

    static String userOf(List<String> enrolment) {
        return enrolment.get(1);
    }

    static String roleOf(List<String> enrolment) {
        return enrolment.get(2);
    }

    /** True when its last day is before this one. */
    static boolean isOver(List<String> enrolment, LocalDate today) {
        var last = enrolment.get(5);
        return !last.isEmpty() && LocalDate.parse(last).isBefore(today);
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
