package org.carrel.scheduling;

import java.io.Serializable;
import java.util.List;

/** What has become of a series, or of a change of it. */
public sealed interface SeriesAnswer extends Serializable {
    /**
     * Done.
     *
     * @param series numbers: one for each of the periods
     * @param sessions that were booked, changed or called off, in order
     * @param left what could not be had, or was left out
     */
    record Done(List<Long> series, List<ClassSession> sessions, List<SeriesRow> left) implements SeriesAnswer {
        public Done {
            series = List.copyOf(series);
            sessions = List.copyOf(sessions);
            left = List.copyOf(left);
        }
    }

    /** Nothing is done: one of what was chosen is not free. @param rows all that was chosen */
    record Refused(List<SeriesRow> rows) implements SeriesAnswer {
        public Refused {
            rows = List.copyOf(rows);
        }
    }

    record Wrong(SeriesProblem problem) implements SeriesAnswer {}

    /** Nothing was looked at. */
    record Stopped(SessionChange.Why why) implements SeriesAnswer {}
}
