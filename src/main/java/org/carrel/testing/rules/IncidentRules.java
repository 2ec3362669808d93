package org.carrel.testing.rules;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.testing.Incident;
import org.carrel.testing.IncidentDraft;
import org.carrel.testing.IncidentProblem;

/** What may stand in the incident log (TS-5, TS-6). */
public final class IncidentRules {
    private static final int LONGEST_TAG = 64;
    private static final int LONGEST_TIME = 10;
    private static final int MOST_STUDENTS = 60;
    private static final int NOON = 12;
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.](\\d{2})\\s*([apAP])?\\.?\\s*(?:[mM]\\.?)?");

    private IncidentRules() {}

    /** What speaks against keeping it at all; empty for nothing. */
    public static Optional<IncidentProblem> ofText(IncidentDraft draft) {
        if (draft.what().length() > Incident.LONGEST_TEXT
                || draft.action().length() > Incident.LONGEST_TEXT
                || draft.tag().length() > LONGEST_TAG
                || draft.happened().length() > LONGEST_TIME
                || draft.students().size() > MOST_STUDENTS) return Optional.of(IncidentProblem.TOO_LONG);
        return TestSecrets.looksSo(draft.what()) || TestSecrets.looksSo(draft.action())
                ? Optional.of(IncidentProblem.SECRET)
                : Optional.empty();
    }

    /** A time of the day as people type it: {@code 9:40}, {@code 13.05}, {@code 1:05 pm}. */
    public static Optional<LocalTime> time(String typed) {
        var match = TIME.matcher(typed.strip());
        if (!match.matches()) return Optional.empty();
        var hour = Integer.parseInt(match.group(1));
        var half = match.group(3);
        if (half != null && (hour < 1 || hour > NOON)) return Optional.empty();
        if (half != null) hour = hour % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
        try {
            return Optional.of(LocalTime.of(hour, Integer.parseInt(match.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
