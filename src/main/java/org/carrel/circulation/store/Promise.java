package org.carrel.circulation.store;

import java.util.List;

/**
 * Something that the tables of circulation promise.
 *
 * @param sentence what is wrong where, and what to do about it: English, with one {@code %s} for what the query finds
 * @param sql finds what breaks it, one row each, of one column
 * @param parameters of the query
 */
record Promise(String sentence, String sql, List<Object> parameters) {
    Promise(String sentence, String sql, Object... parameters) {
        this(sentence, sql, List.of(parameters));
    }
}
