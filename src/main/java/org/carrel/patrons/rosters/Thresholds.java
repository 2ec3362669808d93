package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.List;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.RosterLimits;
import org.carrel.patrons.RosterThreshold;
import org.carrel.patrons.RosterThreshold.Kind;

/** Stops a roster that would change too many people at once: then the file is broken more often than the school. */
final class Thresholds {
    private int studentsLeaving;
    private int othersLeaving;
    private int changed;

    void count(PlannedPerson person) {
        switch (person.outcome()) {
            case MISSING, LEAVING -> person.known().ifPresent(this::leaves);
            case CHANGED, RENAMED, REKEYED -> changed++;
            case NEW, RETURNED, CONFLICT, REFUSED, SAME -> {}
        }
    }

    private void leaves(PlannedPerson.Before person) {
        if (person.category() == PatronCategory.STUDENT) studentsLeaving++;
        else othersLeaving++;
    }

    /** @param active the people of the source who are active now */
    List<RosterThreshold> beyond(Known.Active active, RosterLimits limits) {
        var beyond = new ArrayList<RosterThreshold>();
        var all = active.students() + active.others();
        look(Kind.STUDENTS_LEAVING, studentsLeaving, active.students(), limits.leavingPercent(), limits, beyond);
        look(Kind.STAFF_LEAVING, othersLeaving, active.others(), limits.leavingPercent(), limits, beyond);
        look(Kind.PEOPLE_CHANGED, changed, all, limits.changedPercent(), limits, beyond);
        return beyond;
    }

    private static void look(
            Kind kind, int part, int of, int percent, RosterLimits limits, List<RosterThreshold> beyond) {
        if (part > limits.few() && part * 100L > (long) of * percent)
            beyond.add(new RosterThreshold(kind, part, of, percent));
    }
}
