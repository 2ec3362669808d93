package org.carrel.catalog;

import java.util.List;

/**
 * An authority record: the established form of a heading, and what leads to it.
 *
 * @param source MARC 21 field 003, or empty
 * @param number field 001
 * @param thesaurus code of the list of headings it is from; {@code naf} for names and titles; empty when it does not say
 * @param heading whole, subdivisions joined by " -- "
 * @param shown as readers see it: without dates
 * @param references in the order of the record
 */
public record Authority(
        String source,
        String number,
        AuthorityKind kind,
        String thesaurus,
        String heading,
        String shown,
        long key,
        List<Reference> references) {
    public Authority {
        references = List.copyOf(references);
    }

    /** Which way a reference leads. */
    public enum Sense {
        /** From a form that is not used to the one that is. */
        SEE,
        /** To another heading that is used. */
        ALSO
    }

    /** @param relation MARC 21 $w/0: g wider, h narrower, a earlier, b later; blank for others */
    public record Reference(Sense sense, char relation, String heading, long key) {}
}
