package org.carrel.catalog.imports;

import java.util.ArrayList;
import java.util.Optional;
import org.carrel.catalog.Finding;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.RecordPosition;
import org.carrel.catalog.imports.Decision.Met;
import org.carrel.catalog.store.ImportLineStore.Line;

/**
 * What became of one bibliographic record and its copies.
 *
 * @param met what it was matched with; a conflict names the other record here, and its own as {@code bibId}
 * @param reason what a librarian should look at, or empty
 */
record Result(Incoming incoming, Outcome outcome, long bibId, String reason, CopyPlan copies, Optional<Met> met) {
    static Result of(Decision decision, long bibId, CopyPlan copies) {
        return switch (decision) {
            case Decision.Add add ->
                new Result(
                        add.incoming(),
                        add.conflict().isEmpty() ? Outcome.ADDED : Outcome.CONFLICT,
                        bibId,
                        add.conflict(),
                        copies,
                        add.met());
            case Decision.Overlay overlay ->
                new Result(overlay.incoming(), Outcome.OVERLAID, bibId, "", copies, decision.met());
            case Decision.Same same ->
                new Result(same.incoming(), outcomeOfSame(copies), bibId, "", copies, decision.met());
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
                met.map(by -> new Line.Match(
                                by.key().kind().name(),
                                Texts.cut(by.key().value(), 190),
                                by.key().score(),
                                by.bibId()))
                        .orElse(null),
                null,
                null);
    }
}
