package org.carrel.lists;

/** Who sees a list. */
public enum ListState {
    /** Who keeps it, and nobody else. */
    DRAFT,
    /** Everybody who has its link. */
    PUBLISHED,
    /** Nobody; it can be brought back as a draft. */
    REMOVED
}
