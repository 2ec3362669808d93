package org.carrel.lists;

import java.io.Serializable;
import java.util.OptionalLong;
import org.carrel.search.Readers;

/**
 * Something on a list.
 *
 * @param bib number of the title; empty: it is on the web
 * @param title of the record, or as somebody called the page
 * @param url empty for a title
 * @param readers for whom of those who read the list
 * @param listed false while the catalog does not show the title: it was deleted
 */
public record ListEntry(
        long id, OptionalLong bib, String title, String url, String note, Readers readers, boolean listed)
        implements Serializable {}
