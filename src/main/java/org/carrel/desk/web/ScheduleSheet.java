package org.carrel.desk.web;

import java.util.List;

/**
 * A table of the schedule, ready to be written.
 *
 * @param elsewhere sessions of which no period of their day has anything
 */
public record ScheduleSheet(List<Column> columns, List<Row> rows, List<Event> elsewhere) {
    /** @param today whether it is the day it is */
    public record Column(String id, String name, String about, boolean today) {}

    /** A period. @param hours on most of the days */
    public record Row(String id, String name, String hours, List<Cell> cells) {}

    /**
     * A period of a day, or of a thing.
     *
     * @param note other hours than the row's, or why there is nothing
     * @param closed nothing can be booked there
     * @param rows how many rows it is high; more than 1 for a whole day without school
     */
    public record Cell(String note, boolean closed, int rows, List<Event> events, List<Free> free) {
        static Cell closed(String why, int rows) {
            return new Cell(why, true, rows, List.of(), List.of());
        }
    }

    /**
     * A session.
     *
     * @param look name of a class of the style sheet
     * @param path of its page; empty for who may not open it
     * @param about whose it is, empty for who may not know
     * @param mark a state that has to be seen; empty for none
     */
    public record Event(String look, String path, String title, String about, String mark) {
        public boolean isLink() {
            return !path.isEmpty();
        }
    }

    /**
     * What is free.
     *
     * @param path of the form; empty for who may not book
     * @param goal where a session that is moved would begin; empty when none is
     * @param label what one sees
     * @param spoken what it is, in full
     */
    public record Free(String id, String path, String goal, String label, String spoken) {
        public boolean isLink() {
            return !path.isEmpty();
        }

        public boolean isGoal() {
            return !goal.isEmpty();
        }
    }
}
