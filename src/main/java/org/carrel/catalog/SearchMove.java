package org.carrel.catalog;

import java.io.Serializable;

/**
 * A search whose answer is known, and where its title would stand after an import.
 *
 * @param query as the librarian keeps it
 * @param title that should come first
 * @param was where it stands now, from 1; 0 when it is not on the first page
 * @param becomes where it would stand then, likewise
 * @param first the title that would come first then; empty when nothing would be found
 */
public record SearchMove(String query, String title, int was, int becomes, String first) implements Serializable {}
