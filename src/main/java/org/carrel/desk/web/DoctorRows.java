package org.carrel.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carrel.catalog.Diagnosis;
import org.carrel.catalog.Finding;

/** A diagnosis as rows of a table. */
final class DoctorRows {
    /** So many rows of a record are shown whatever is in them, and so many faults beyond those. */
    private static final int MOST = 400;

    private final StaffWords words;

    DoctorRows(StaffWords words) {
        this.words = words;
    }

    /**
     * @param id of the table row
     * @param place the first byte, or the line
     * @param what the part's name in words
     * @param kind for style sheets
     */
    public record Row(String id, String place, String what, String kind, String text, List<Fault> faults) {}

    /** @param row the id of the row it stands in */
    public record Fault(String row, String sentence) {}

    static int count(Diagnosis diagnosis) {
        return switch (diagnosis) {
            case Diagnosis.OfBytes bytes -> bytes.spans().size();
            case Diagnosis.OfText text -> text.lines().size();
        };
    }

    List<Row> of(Diagnosis diagnosis) {
        var rows = new ArrayList<Row>();
        var faulty = new ArrayList<Row>();
        for (var row : all(diagnosis)) {
            if (rows.size() < MOST) rows.add(row);
            else if (!row.faults().isEmpty() && faulty.size() < MOST) faulty.add(row);
        }
        rows.addAll(faulty);
        return rows;
    }

    private List<Row> all(Diagnosis diagnosis) {
        return switch (diagnosis) {
            case Diagnosis.OfBytes bytes ->
                bytes.spans().stream().map(this::row).toList();
            case Diagnosis.OfText text -> text.lines().stream().map(this::row).toList();
        };
    }

    private Row row(Diagnosis.Span span) {
        var id = "byte-" + span.offset();
        return new Row(
                id,
                Integer.toString(span.offset()),
                words.text("part." + span.part(), span.name()).strip(),
                span.part().name().toLowerCase(Locale.ROOT),
                isLeader(span.part()) ? span.shown().replace(' ', '#') : span.shown(),
                faults(id, span.faults()));
    }

    /** A blank is a value there, and is written so in the MARC documentation. */
    private static boolean isLeader(Diagnosis.Part part) {
        return switch (part) {
            case OUTSIDE, DIRECTORY_ENTRY, DIRECTORY_END, FIELD, UNNAMED, RECORD_END -> false;
            default -> true;
        };
    }

    private Row row(Diagnosis.Line line) {
        var id = "line-" + line.number();
        return new Row(id, Integer.toString(line.number()), "", "line", line.text(), faults(id, line.faults()));
    }

    private List<Fault> faults(String row, List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Fault(row, words.text(finding)))
                .toList();
    }
}
