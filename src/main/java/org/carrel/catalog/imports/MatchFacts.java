package org.carrel.catalog.imports;

import java.util.List;
import org.carrel.catalog.BibRecord;

/** A record without what matching never asks for: a rehearsal keeps one for each record of a file in memory. */
final class MatchFacts {
    private MatchFacts() {}

    static BibRecord of(BibRecord bib) {
        return new BibRecord(
                bib.identifiers(),
                bib.kind(),
                bib.titles(),
                new BibRecord.Names(bib.names().all().stream().findFirst().orElse(""), List.of(), List.of()),
                List.of(),
                new BibRecord.Publication(
                        bib.publication().publisher(), "", bib.publication().yearOrZero(), "", "", ""),
                new BibRecord.Topics(List.of(), List.of()),
                new BibRecord.Notes("", List.of(), List.of(), List.of()),
                new BibRecord.Audience(' ', null, null, null, null, null, "", null, null, ""),
                bib.languages(),
                List.of(),
                List.of());
    }
}
