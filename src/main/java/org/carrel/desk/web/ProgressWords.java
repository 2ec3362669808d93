package org.carrel.desk.web;

import java.time.Duration;
import java.util.ArrayList;
import org.carrel.catalog.ImportProgress;

/** How far an import is, in words: records, rate, time left. */
final class ProgressWords {
    private static final long MINUTE = 60;

    private ProgressWords() {}

    static String of(ImportProgress progress, StaffWords words) {
        var parts = new ArrayList<String>();
        parts.add(
                progress.total().isPresent()
                        ? words.text(
                                "progress.of", progress.done(), progress.total().getAsInt())
                        : words.text("progress.records", progress.done()));
        if (progress.perSecond() > 0) parts.add(words.text("progress.rate", progress.perSecond()));
        progress.left().ifPresent(left -> parts.add(left(left, words)));
        return String.join(" · ", parts);
    }

    private static String left(Duration left, StaffWords words) {
        var seconds = left.toSeconds();
        return seconds < MINUTE
                ? words.text("progress.seconds", seconds)
                : words.text("progress.minutes", (seconds + MINUTE - 1) / MINUTE);
    }
}
