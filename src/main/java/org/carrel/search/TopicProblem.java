package org.carrel.search;

/** Why a topic was not saved, and in which field. */
public record TopicProblem(Field field, Reason reason) {
    /** Fields of the form. */
    public enum Field {
        TITLE_EN,
        TITLE_ES,
        PICTURE,
        SEARCH,
        SITE
    }

    /** What is wrong with what stands there. */
    public enum Reason {
        EMPTY,
        TOO_LONG,
        /** Another topic on the same screens has this title. */
        TAKEN,
        /** Not one of the list. */
        UNKNOWN,
        /** An address, but not of a page of results. */
        UNREADABLE
    }
}
