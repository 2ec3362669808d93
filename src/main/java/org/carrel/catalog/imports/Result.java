package org.carrel.catalog.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.catalog.Finding;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.RecordPosition;
import org.carrel.catalog.imports.Decision.Met;
import org.carrel.catalog.rules.Texts;
import org.carrel.catalog.store.ImportLineStore.Line;
import org.carrel.catalog.store.Remarks;

/**
 * What became of one bibliographic record and its copies.
 *
 * @param met what it was matched with; a conflict names the other record here, and its own as {@code bibId}
 * @param why what a librarian should look at, or empty
 * @param twin another record with the same title and author, negative when it is of the file only
 */
record Result(
        Incoming incoming,
        Outcome outcome,
        long bibId,
        List<Finding> why,
        CopyPlan copies,
        Optional<Met> met,
        Optional<Long> twin) {
    static Result of(Decision decision, long bibId, CopyPlan copies) {
        return switch (decision) {
            case Decision.Add add ->
                new Result(
                        add.incoming(),
                        add.conflict().isEmpty() ? Outcome.ADDED : Outcome.CONFLICT,
                        bibId,
                        add.conflict().stream().toList(),
                        copies,
                        add.met(),
                        add.twin());
            case Decision.Overlay overlay ->
                new Result(
                        overlay.incoming(),
                        Outcome.OVERLAID,
                        bibId,
                        List.of(),
                        copies,
                        decision.met(),
                        Optional.empty());
            case Decision.Same same ->
                new Result(
                        same.incoming(),
                        outcomeOfSame(copies),
                        bibId,
                        List.of(),
                        copies,
                        decision.met(),
                        Optional.empty());
        };
    }

    /** The text may be the same while a copy is new: then the catalog did change. */
    private static Outcome outcomeOfSame(CopyPlan copies) {
        return copies.added().isEmpty() && copies.updated().isEmpty() ? Outcome.SAME : Outcome.OVERLAID;
    }

    RecordPosition at() {
        return incoming.entry().at();
    }

    /** @param withoutCopies whether the record has no copy at all once this is done */
    Line line(boolean withoutCopies) {
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
                Texts.cut(why.stream().map(Words::of).collect(Collectors.joining(" ")), 2000),
                why.stream().map(ImportProblem::stableName).findFirst().orElse(""),
                new Line.Copies(
                        copies.added().size(),
                        copies.updated().size(),
                        copies.same(),
                        copies.withoutBarcode(),
                        copies.rejected().size()),
                new Remarks(loaded, copies.rejected(), why).write(),
                met.map(Result::match).orElse(null),
                null,
                new Line.Notice(copies.withoutShelf(), withoutCopies, twin.orElse(null), null),
                null);
    }

    static Line.Match match(Met met) {
        return new Line.Match(
                met.key().kind().name(),
                Texts.cut(met.key().value(), 190),
                met.key().score(),
                met.bibId());
    }

    /** Loaded, and of a kind that stands on a shelf, but the file states no copy that was taken. */
    boolean bringsNoCopy() {
        var loaded = outcome != Outcome.SAME;
        var onShelf = incoming.bib().kind() != Kind.EBOOK && incoming.bib().kind() != Kind.WEBSITE;
        return loaded && onShelf && copies.added().isEmpty() && copies.updated().isEmpty() && copies.same() == 0;
    }
}
