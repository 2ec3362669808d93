package org.carrel.scheduling;

import java.io.Serializable;
import java.util.List;

/** What has become of a change of the timetable, or would. */
public sealed interface TimetableAnswer extends Serializable {
    /** Done. @param change number, by which it is taken back @param effect on sessions */
    record Done(long change, TimetableEffect effect) implements TimetableAnswer {}

    /** What it would do; or nothing is done, as for some of these nobody has chosen what can be. */
    record Asks(TimetableEffect effect) implements TimetableAnswer {}

    /** Nothing is done. @param problems at least one */
    record Wrong(List<TimetableProblem> problems) implements TimetableAnswer {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** It is not theirs to change, or was taken back before. */
    record No() implements TimetableAnswer {}
}
