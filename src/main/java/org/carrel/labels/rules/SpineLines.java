package org.carrel.labels.rules;

import java.util.List;
import org.carrel.labels.LabelTrouble;

/** The lines of a spine label. @param size of the type, in points @param troubles why it is not as it should be */
public record SpineLines(List<String> lines, double size, List<LabelTrouble> troubles) {
    /** From one line to the next, as a multiple of the size of the type. */
    public static final double LEADING = 1.15;

    public SpineLines {
        lines = List.copyOf(lines);
        troubles = List.copyOf(troubles);
    }
}
