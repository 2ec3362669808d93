package org.carrel.catalog;

/**
 * What a librarian decides about a plan besides saying yes.
 *
 * @param acceptDeletions titles leave the catalog where a record of the file asks for it and it is certain which is meant
 */
public record ImportChoices(boolean acceptDeletions) {
    /** Nothing that was not there to begin with: no deletions. */
    public static final ImportChoices CAUTIOUS = new ImportChoices(false);
}
