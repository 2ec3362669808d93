package org.carrel.catalog.imports;

import java.util.ArrayList;
import org.carrel.catalog.Finding;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.RecordPosition;
import org.carrel.catalog.store.ImportJobStore.Line;

/**
 * What became of one bibliographic record and its copies.
 *
 * @param reason what a librarian should look at, or empty
 */
record Result(Incoming incoming, Outcome outcome, long bibId, String reason, CopyPlan copies) {
    static Result of(Decision decision, long bibId, CopyPlan copies) {
        return switch (decision) {
            case Decision.Add add ->
                new Result(
                        add.incoming(),
                        add.conflict().isEmpty() ? Outcome.ADDED : Outcome.CONFLICT,
                        bibId,
                        add.conflict(),
                        copies);
            case Decision.Overlay overlay -> new Result(overlay.incoming(), Outcome.OVERLAID, bibId, "", copies);
            case Decision.Same same -> new Result(same.incoming(), outcomeOfSame(copies), bibId, "", copies);
        };
    }

    /** The text may be the same while a copy is new: then the catalog did change. */
    private static Outcome outcomeOfSame(CopyPlan copies) {
        return copies.added().isEmpty() && copies.updated().isEmpty() ? Outcome.SAME : Outcome.OVERLAID;
    }

    RecordPosition at() {
        return incoming.entry().at();
    }

    Line line() {
        var bib = incoming.bib();
        var loaded = new ArrayList<Finding>(incoming.entry().findings());
        loaded.addAll(incoming.findings());
        loaded.addAll(copies.doubts());
        return new Line(
                at(),
                Texts.cut(bib.identifiers().controlNumber(), 190),
                Texts.cut(bib.titles().main(), 500),
                outcome,
                bibId,
                Texts.cut(reason, 2000),
                reason.isEmpty() ? "" : outcome.name(),
                new Line.Copies(
                        copies.added().size(),
                        copies.updated().size(),
                        copies.same(),
                        copies.withoutBarcode(),
                        copies.rejected().size()),
                new Remarks(loaded, copies.rejected()).write(),
                null);
    }
}
