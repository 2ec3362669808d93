package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterRemark;
import org.carrel.patrons.RosterRemark.Kind;
import org.carrel.patrons.rules.FactsCheck;
import org.carrel.patrons.rules.Grades;
import org.carrel.patrons.rules.RosterCells;

/** The fields of one person of a list, checked: what cannot be kept is a remark. */
final class UserRow {
    private final Map<PatronField, String> fields = new EnumMap<>(PatronField.class);
    private final List<RosterRemark> remarks = new ArrayList<>();

    void put(PatronField field, String text) {
        fields.put(field, text);
    }

    void remark(Kind kind, String detail) {
        remarks.add(new RosterRemark(kind, detail));
    }

    /** One or several grades with commas between. */
    void grades(String cell) {
        var grades = RosterCells.list(cell);
        var grade = Grades.lowest(grades);
        if (grades.size() > 1) remark(Kind.SEVERAL_GRADES, cell);
        if (!grade.isEmpty() && !Grades.isKnown(grade)) remark(Kind.GRADE_UNKNOWN, grade);
        put(PatronField.GRADE, cut(PatronField.GRADE, grade));
    }

    PatronFacts facts() {
        return new PatronFacts(fields);
    }

    List<RosterRemark> remarks() {
        return remarks;
    }

    /** To be called when all fields are there. */
    void check(String sourcedId, TextSet before) {
        if (sourcedId.isEmpty()) remark(Kind.NO_SOURCED_ID, "");
        else if (!before.add(sourcedId)) remark(Kind.TWICE, sourcedId);
        var facts = facts();
        var identifier = facts.get(PatronField.IDENTIFIER);
        if (RosterCells.isDamaged(identifier)) remark(Kind.IDENTIFIER_DAMAGED, identifier);
        if (facts.get(PatronField.FAMILY_NAME).isEmpty()) remark(Kind.NO_NAME, "");
        for (var field : PatronField.values()) check(field, facts.get(field));
    }

    private void check(PatronField field, String text) {
        if (RosterCells.hasBrokenLetters(text)) remark(Kind.BROKEN_LETTERS, text);
        if (text.length() > field.longest()) remark(Kind.TOO_LONG, cut(field, text));
        if (field == PatronField.EMAIL && !text.isEmpty() && !FactsCheck.isEmail(text)) {
            remark(Kind.EMAIL_DROPPED, text);
            fields.remove(field);
        }
    }

    private static String cut(PatronField field, String text) {
        return text.length() > field.longest() ? text.substring(0, field.longest()) : text;
    }
}
