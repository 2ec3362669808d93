package org.carrel.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * Something on a floor plan: a row of shelves, or what helps to find it. May be a wish that was not checked yet.
 *
 * @param id 0 when it is new
 * @param label of a row what is written on it; of others empty, or the name that they have here
 * @param ranges of a row what stands in it, else empty
 * @param device number of the screen that stands here, 0 when it is none or any
 */
public record PlanPart(long id, Kind kind, String label, GridBox box, List<CallRange> ranges, long device)
        implements Serializable {
    public static final int MAX_LABEL = 40;
    public static final int MOST_RANGES = 20;

    public enum Kind {
        ROW,
        DESK,
        DOOR,
        /** A screen of the library: you are here. */
        HERE,
        TABLE,
        COMPUTERS,
        STAIRS,
        OTHER
    }

    public PlanPart {
        label = label.strip();
        ranges = List.copyOf(ranges);
    }

    public boolean isRow() {
        return kind == Kind.ROW;
    }

    public PlanPart at(GridBox other) {
        return new PlanPart(id, kind, label, other, ranges, device);
    }
}
