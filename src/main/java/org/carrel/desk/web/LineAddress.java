package org.carrel.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.LineFilter;
import org.carrel.catalog.LineFilter.Mark;
import org.carrel.catalog.LineFilter.Order;

/** A filter of import lines as the address of the page has it. What is no value of ours counts as not given. */
record LineAddress(LineFilter filter) {
    private static final int LONGEST_WORDS = 100;

    static LineAddress of(HttpServletRequest request) {
        var words = Objects.requireNonNullElse(request.getParameter("q"), "").strip();
        return new LineAddress(new LineFilter(
                value(request, "outcome", Outcome.values()),
                value(request, "mark", Mark.values()),
                words.substring(
                        0,
                        words.offsetByCodePoints(0, Math.min(LONGEST_WORDS, words.codePointCount(0, words.length())))),
                value(request, "order", Order.values()).orElse(Order.FILE)));
    }

    private static <T extends Enum<T>> Optional<T> value(HttpServletRequest request, String name, T[] values) {
        var asked = Objects.requireNonNullElse(request.getParameter(name), "");
        return Arrays.stream(values).filter(value -> word(value).equals(asked)).findFirst();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The same words and order with another choice. */
    LineAddress only(Optional<Outcome> outcome, Optional<Mark> mark) {
        return new LineAddress(new LineFilter(outcome, mark, filter.words(), filter.order()));
    }

    /** With its question mark; empty when everything is shown in the order of the file. */
    String query() {
        var query = new StringBuilder();
        filter.outcome().ifPresent(outcome -> add(query, "outcome", word(outcome)));
        filter.mark().ifPresent(mark -> add(query, "mark", word(mark)));
        if (!filter.words().isEmpty()) add(query, "q", URLEncoder.encode(filter.words(), StandardCharsets.UTF_8));
        if (filter.order() != Order.FILE) add(query, "order", word(filter.order()));
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
    }
}
