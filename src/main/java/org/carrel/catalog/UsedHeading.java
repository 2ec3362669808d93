package org.carrel.catalog;

import java.util.Optional;

/**
 * A heading that titles have and that no authority establishes.
 *
 * @param thesaurus code of the list of headings that the titles name; {@code naf} for names; empty when they name none
 * @param text without subdivisions, as one of the titles writes it
 * @param titles how many have it
 * @param proposed number and heading of the authority that says what to use instead; empty when none does
 */
public record UsedHeading(
        AuthorityKind kind, String thesaurus, String text, long key, long titles, Optional<Proposal> proposed) {
    /** An authority that may be meant. */
    public record Proposal(long id, String heading, String thesaurus) {}
}
