package org.carrel.labels;

import java.io.Serializable;
import java.util.Set;

/**
 * How labels are printed.
 *
 * @param kinds which labels each copy gets, never empty
 * @param start the first label of the first sheet that is still there, from 1, counted row by row
 */
public record LabelLook(Set<LabelKind> kinds, LabelSheet sheet, Symbology symbology, LabelPrinter printer, int start)
        implements Serializable {
    public LabelLook {
        kinds = Set.copyOf(kinds);
        if (kinds.isEmpty()) throw new IllegalArgumentException("No kind of label");
        start = Math.clamp(start, 1, sheet.perSheet());
    }
}
