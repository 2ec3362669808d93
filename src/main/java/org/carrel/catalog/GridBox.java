package org.carrel.catalog;

import java.io.Serializable;

/**
 * A rectangle of whole squares on the floor plan of a room. May be a wish that fits nowhere.
 *
 * @param x of its leftmost square, the first of the room is 1; {@code y} likewise from above
 */
public record GridBox(int x, int y, int width, int depth) implements Serializable {
    /** The first square to its right; {@link #bottom} the first one below. */
    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + depth;
    }

    /** Whether it is at least one square and lies within a room of this size. */
    public boolean isWithin(int roomWidth, int roomDepth) {
        return x >= 1
                && y >= 1
                && width >= 1
                && depth >= 1
                && width <= roomWidth
                && depth <= roomDepth
                && right() - 1 <= roomWidth
                && bottom() - 1 <= roomDepth;
    }

    public boolean meets(GridBox other) {
        return overlap(other) > 0;
    }

    /** How many squares both have. */
    public int overlap(GridBox other) {
        var across = Math.min(right(), other.right()) - Math.max(x, other.x);
        var down = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return Math.max(0, across) * Math.max(0, down);
    }

    /** Steps from one to the other, the larger of the two ways: 1 when they touch, 0 when they meet. */
    public int distance(GridBox other) {
        return Math.max(Math.abs(gapAcross(other)), Math.abs(gapDown(other)));
    }

    /** Steps between both: negative when this one is to the left of the other, 0 when it is neither. */
    public int gapAcross(GridBox other) {
        return gap(x, right(), other.x, other.right());
    }

    /** Steps between both: negative when this one is above the other, 0 when it is neither. */
    public int gapDown(GridBox other) {
        return gap(y, bottom(), other.y, other.bottom());
    }

    private static int gap(int start, int end, int otherStart, int otherEnd) {
        if (end <= otherStart) return end - otherStart - 1;
        if (otherEnd <= start) return start - otherEnd + 1;
        return 0;
    }
}
