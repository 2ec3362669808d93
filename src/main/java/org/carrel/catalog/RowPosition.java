package org.carrel.catalog;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a row is on its plan, as somebody would say it who looks at the plan.
 *
 * @param area of the room in which its middle lies
 * @param beside the nearest thing that is no screen; empty when the plan has none
 * @param toward the way on the plan from where the reader stands; empty when nobody knows that
 */
public record RowPosition(Area area, Optional<Beside> beside, Optional<Area> toward) implements Serializable {
    /** A ninth of the room; as a way, the side to go to, and MIDDLE is right here. */
    public enum Area {
        TOP_LEFT,
        TOP,
        TOP_RIGHT,
        LEFT,
        MIDDLE,
        RIGHT,
        BOTTOM_LEFT,
        BOTTOM,
        BOTTOM_RIGHT;

        /** @param across 0 left, 1 neither, 2 right; {@code down} likewise from above */
        private static Area of(int across, int down) {
            return values()[3 * down + across];
        }
    }

    /** On which side of something. */
    public enum Side {
        LEFT,
        RIGHT,
        ABOVE,
        BELOW
    }

    public record Beside(Side side, PlanPart mark) implements Serializable {}

    /** @param here where the reader stands */
    public static RowPosition of(ShelfMap map, PlanPart row, Optional<PlanPart> here) {
        var box = row.box();
        var beside = map.marks().stream()
                .filter(mark -> mark.kind() != PlanPart.Kind.HERE)
                .min(Comparator.comparingInt(mark -> mark.box().distance(box)))
                .map(mark -> new Beside(side(box, mark.box()), mark));
        var area =
                Area.of(third(box.x() + box.right() - 2, map.width()), third(box.y() + box.bottom() - 2, map.depth()));
        return new RowPosition(
                area, beside, here.map(mark -> Area.of(way(box.gapAcross(mark.box())), way(box.gapDown(mark.box())))));
    }

    /** @param middle twice as many squares as it is away from the wall */
    private static int third(int middle, int size) {
        return Math.clamp(3L * middle / (2L * size), 0, 2);
    }

    private static int way(int gap) {
        return 1 + Integer.signum(gap);
    }

    private static Side side(GridBox box, GridBox mark) {
        var across = box.gapAcross(mark);
        var down = box.gapDown(mark);
        if (Math.abs(across) >= Math.abs(down)) return across < 0 ? Side.LEFT : Side.RIGHT;
        return down < 0 ? Side.ABOVE : Side.BELOW;
    }
}
