package org.carrel.lists;

/** What a list is for. */
public enum ListKind {
    /** Books to choose from. */
    LIST,
    /** The way into a topic: books, databases, pages. */
    PATHFINDER,
    /** What has won a prize, or may win it, in one year. */
    AWARD
}
