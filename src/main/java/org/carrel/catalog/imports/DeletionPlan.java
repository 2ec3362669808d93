package org.carrel.catalog.imports;

import java.util.List;
import java.util.Optional;
import org.carrel.catalog.Finding;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.imports.Decision.Met;
import org.carrel.catalog.rules.Texts;
import org.carrel.catalog.store.ImportLineStore.Line;
import org.carrel.catalog.store.Remarks;

/**
 * What is to become of a record that asks to delete a title.
 *
 * @param why {@link ImportProblem#DELETION_ASKED} when it can be done
 * @param met the title that is meant, or may be; empty for none
 */
record DeletionPlan(Incoming incoming, Finding why, Optional<Met> met) {
    boolean canBeDone() {
        return why.problem() == ImportProblem.DELETION_ASKED;
    }

    /** The same, done. */
    DeletionPlan done() {
        return new DeletionPlan(incoming, new Finding(ImportProblem.DELETION_DONE, why.place(), why.detail()), met);
    }

    /** The record it is about stands in the match, not as the line's own: it may be gone afterwards. */
    Line line() {
        var bib = incoming.bib();
        return new Line(
                incoming.entry().at(),
                Texts.cut(bib.identifiers().controlNumber(), 190),
                Texts.cut(bib.titles().main(), 500),
                Outcome.DELETION,
                null,
                Texts.cut(Words.of(why), 2000),
                why.problem().name(),
                Line.Copies.NONE,
                new Remarks(incoming.entry().findings(), List.of(), List.of(why)).write(),
                met.map(Result::match).orElse(null),
                null,
                Line.Notice.NONE,
                incoming.entry().original());
    }
}
