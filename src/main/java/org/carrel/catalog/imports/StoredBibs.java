package org.carrel.catalog.imports;

import org.carrel.catalog.BibRecord;
import org.carrel.catalog.store.StoredBib;

/** Rows of bibliographic records with what the table keeps beside the text. */
final class StoredBibs {
    private StoredBibs() {}

    /** The text of {@code text} described by what {@code bib} found in it. */
    static StoredBib of(long id, BibRecord bib, StoredBib text) {
        return new StoredBib(
                id,
                Texts.cut(bib.identifiers().source(), 64),
                Texts.cut(bib.identifiers().controlNumber(), 190),
                Texts.cut(bib.titles().main(), 500),
                1,
                text.marc(),
                text.original(),
                text.format(),
                text.encoding(),
                text.incomingHash(),
                text.importJobId());
    }
}
