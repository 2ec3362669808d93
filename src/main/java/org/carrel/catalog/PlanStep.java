package org.carrel.catalog;

/** What one press of a button does to a part of a floor plan. */
public enum PlanStep {
    LEFT,
    RIGHT,
    UP,
    DOWN,
    /** Along becomes across; its upper left corner stays. */
    TURN;

    public GridBox of(GridBox box) {
        return switch (this) {
            case LEFT -> new GridBox(box.x() - 1, box.y(), box.width(), box.depth());
            case RIGHT -> new GridBox(box.x() + 1, box.y(), box.width(), box.depth());
            case UP -> new GridBox(box.x(), box.y() - 1, box.width(), box.depth());
            case DOWN -> new GridBox(box.x(), box.y() + 1, box.width(), box.depth());
            case TURN -> new GridBox(box.x(), box.y(), box.depth(), box.width());
        };
    }
}
