package org.carrel.catalog;

/**
 * Where a new record of one material starts: coded fields filled, the fields to fill with empty subfields.
 *
 * @param record 008/00-05 (date entered on file) is blank
 */
public record MarcTemplate(Material material, Wording name, MarcRecord record) {}
