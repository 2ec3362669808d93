package org.carrel.testing;

import java.io.Serializable;
import java.util.List;

/**
 * What somebody is writing about an incident.
 *
 * @param happened time of the day at the site, as typed; empty: now
 * @param tag of the device, as scanned; empty for none
 * @param students numbers of those whom it is about
 */
public record IncidentDraft(String what, String action, String happened, String tag, List<Long> students)
        implements Serializable {
    public static final IncidentDraft EMPTY = new IncidentDraft("", "", "", "", List.of());

    public IncidentDraft {
        what = what.strip();
        action = action.strip();
        happened = happened.strip();
        tag = tag.strip();
        students = students.stream().distinct().sorted().toList();
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }
}
