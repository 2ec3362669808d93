package org.carrel.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.PastImport;

/** How many records of an import came to an outcome, in words. */
public record Count(Outcome outcome, String name, String number) {
    /** The outcomes that occur, in their own order. */
    static List<Count> of(PastImport past, StaffWords words) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> past.count(outcome) > 0)
                .map(outcome -> new Count(outcome, words.text("outcome." + outcome), words.number(past.count(outcome))))
                .toList();
    }

    /** For the address and for style sheets. */
    public String word() {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
