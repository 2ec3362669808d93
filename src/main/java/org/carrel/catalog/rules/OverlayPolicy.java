package org.carrel.catalog.rules;

import java.util.Comparator;
import java.util.List;
import org.carrel.catalog.OverlayRow;
import org.carrel.catalog.OverlayRow.Way;
import org.carrel.catalog.TagPattern;

/** Which way the fields of each tag go when a file brings a record again. */
final class OverlayPolicy {
    private final List<Row> rows;

    private record Row(TagPattern tags, Way way) {}

    /** A row that is no pattern names no field. */
    OverlayPolicy(List<OverlayRow> rows) {
        this.rows = rows.stream()
                .flatMap(row -> TagPattern.parse(row.tags()).map(tags -> new Row(tags, row.way())).stream())
                .sorted(Comparator.comparingInt(row -> row.tags().open()))
                .toList();
    }

    /** What no row names: theirs, and of the tags a school fills itself both. */
    Way way(String tag) {
        return rows.stream()
                .filter(row -> row.tags().matches(tag))
                .map(Row::way)
                .findFirst()
                .orElse(RecordMerge.isLocal(tag) ? Way.UNION : Way.TAKE_THEIRS);
    }
}
