package org.carrel.patrons.rosters;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.rosters.Roster.SchoolClass;

/** Titles of homeroom classes by student, from enrolments that are not over; of several the one whose id is the first. */
final class Homerooms {
    private static final String STUDENT = "student";

    /** By the ids of classes. */
    private final Map<String, String> titles;

    private final LocalDate today;
    private final SpooledTexts texts;
    /** Where the id of the enrolment and the title are, by student. */
    private final TextMap places = new TextMap();

    /** @param known titles of the homerooms here, by the ids of classes */
    Homerooms(Map<String, String> known, LocalDate today, SpooledTexts texts) {
        this.titles = new HashMap<>(known);
        this.today = today;
        this.texts = texts;
    }

    void take(SchoolClass schoolClass) {
        if (schoolClass.deleted() || !schoolClass.homeroom()) titles.remove(schoolClass.sourcedId());
        else titles.put(schoolClass.sourcedId(), schoolClass.title());
    }

    /** To be called after all classes, in any order. */
    void take(String enrolment, List<String> row) {
        var title = titles.get(Rows.classOf(row));
        if (title == null || !Rows.roleOf(row).equalsIgnoreCase(STUDENT) || Rows.isOver(row, today)) return;
        var before = places.get(Rows.userOf(row));
        if (before != LongMap.NONE && texts.get(before).getFirst().compareTo(enrolment) <= 0) return;
        places.put(Rows.userOf(row), texts.add(enrolment, cut(title)));
    }

    /** Empty for none. */
    String of(String student) {
        var place = places.get(student);
        return place == LongMap.NONE ? "" : texts.get(place).getLast();
    }

    private static String cut(String title) {
        var longest = PatronField.HOMEROOM.longest();
        return title.length() > longest ? title.substring(0, longest) : title;
    }
}
