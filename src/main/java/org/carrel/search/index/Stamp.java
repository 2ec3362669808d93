package org.carrel.search.index;

import java.util.Map;

/**
 * What a commit of the index says about itself.
 *
 * @param change number of the newest change that is in it, {@link org.carrel.catalog.Catalog.Change#number()}
 * @param database identity of the database whose records it holds
 * @param format {@link #FORMAT} of the program that wrote it
 */
record Stamp(long change, String database, String format) {
    /** Raised whenever a document's fields or their analysis change: an index of another format is built anew. */
    static final String FORMAT = "12";

    private static final String CHANGE = "change";
    private static final String DATABASE = "database";
    private static final String FORMAT_KEY = "format";

    static Stamp now(long change, String database) {
        return new Stamp(change, database, FORMAT);
    }

    Map<String, String> toUserData() {
        return Map.of(CHANGE, Long.toString(change), DATABASE, database, FORMAT_KEY, format);
    }

    /** A commit that is none of ours has no format. */
    static Stamp of(Map<String, String> userData) {
        var change = userData.getOrDefault(CHANGE, "");
        return new Stamp(
                change.matches("\\d{1,18}") ? Long.parseLong(change) : 0,
                userData.getOrDefault(DATABASE, ""),
                userData.getOrDefault(FORMAT_KEY, ""));
    }
}
