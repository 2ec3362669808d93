package org.carrel.desk.web;

import java.util.List;
import org.carrel.catalog.Repair;
import org.carrel.desk.web.LineWords.Field;

/**
 * A repair as the page offers it.
 *
 * @param name of its kind: id of the button, and what is posted
 * @param steps what was changed, a sentence each
 * @param fields the mended record as our reader reads it
 */
public record RepairCard(
        String name, String title, String warning, List<String> steps, String leader, List<Field> fields) {
    /** Long records are shown from their beginning. */
    private static final int MOST = 200;

    static RepairCard of(Repair repair, StaffWords words) {
        return new RepairCard(
                repair.kind().name(),
                words.text("repair." + repair.kind()),
                repair.losesText() ? words.text("doctor.losesText") : "",
                repair.steps().stream().map(words::text).toList(),
                repair.preview().leader(),
                repair.preview().fields().stream().limit(MOST).map(Field::of).toList());
    }
}
