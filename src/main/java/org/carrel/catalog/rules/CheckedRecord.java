package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordProblem;
import org.carrel.catalog.RecordProblem.Place;

/** A record under examination: its fields with their places, and the problems found so far. */
final class CheckedRecord {
    private static final int DETAIL_LENGTH = 60;

    final MarcRecord record;
    private final List<Seat> seats = new ArrayList<>();
    private final Map<String, List<Seat>> byTag = new HashMap<>();
    private final List<RecordProblem> problems = new ArrayList<>();

    CheckedRecord(MarcRecord record) {
        this.record = record;
        for (var field : record.fields()) {
            var same = byTag.computeIfAbsent(field.tag(), tag -> new ArrayList<>(2));
            var seat = new Seat(field, same.size() + 1, seats.size());
            same.add(seat);
            seats.add(seat);
        }
    }

    /** A field and where it stands: which of its tag, from 1, and which of the record, from 0. */
    record Seat(MarcField field, int occurrence, int index) {
        Place place(String part) {
            return new Place(field.tag(), occurrence, index, part);
        }

        /** The data field, or one without content for a control field, which no rule of data fields says anything about. */
        DataField data() {
            return field instanceof DataField data ? data : new DataField(field.tag(), ' ', ' ', List.of());
        }

        String text() {
            return field instanceof ControlField control ? control.data() : "";
        }
    }

    List<Seat> seats() {
        return seats;
    }

    /** The fields with this tag, in record order. */
    List<Seat> seats(String tag) {
        return byTag.getOrDefault(tag, List.of());
    }

    List<RecordProblem> problems() {
        return problems;
    }

    void add(RecordProblemKind kind, Place place, String detail, String expected) {
        var text = FieldText.clean(detail);
        var shown = text.length() <= DETAIL_LENGTH ? text : text.substring(0, DETAIL_LENGTH) + "…";
        problems.add(new RecordProblem(kind, place, shown, expected));
    }

    void add(RecordProblemKind kind, Place place, String detail) {
        add(kind, place, detail, "");
    }

    /** 008/35-37. */
    String language() {
        return FixedField.of(record, "008").slice(35, 38);
    }
}
