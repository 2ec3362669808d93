package org.carrel.desk.web;

import java.util.List;
import java.util.stream.Collectors;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.Repair;

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

    /** @param indicators both, a blank shown as # */
    public record Field(String tag, String indicators, String text) {}

    static RepairCard of(Repair repair, StaffWords words) {
        return new RepairCard(
                repair.kind().name(),
                words.text("repair." + repair.kind()),
                repair.losesText() ? words.text("doctor.losesText") : "",
                repair.steps().stream().map(words::text).toList(),
                repair.preview().leader(),
                repair.preview().fields().stream()
                        .limit(MOST)
                        .map(RepairCard::field)
                        .toList());
    }

    private static Field field(MarcField field) {
        return switch (field) {
            case ControlField control -> new Field(control.tag(), "", control.data());
            case DataField data ->
                new Field(
                        data.tag(),
                        ("" + data.ind1() + data.ind2()).replace(' ', '#'),
                        data.subfields().stream()
                                .map(subfield -> "$" + subfield.code() + " " + subfield.data())
                                .collect(Collectors.joining(" ")));
        };
    }
}
