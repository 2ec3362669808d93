package org.carrel.catalog;

import java.util.List;

/**
 * The rows of the MARC editor.
 *
 * @param at the row to go on with, from 0
 */
public record EditorRows(List<EditorRow> rows, int at) {
    public EditorRows {
        rows = List.copyOf(rows);
    }
}
