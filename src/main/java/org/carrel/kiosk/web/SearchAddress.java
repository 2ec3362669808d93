package org.carrel.kiosk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.search.SearchRequest;

/**
 * What a results page was asked for, as its address says it: {@code ?q=whales&kind=BOOK&lang=spa&page=2}. Whatever
 * cannot be meant is left out, so that a mistyped address still answers.
 *
 * @param page from 1
 */
public record SearchAddress(String text, int page, List<Kind> kinds, List<String> languages) implements Serializable {
    public static final int PAGE_SIZE = 20;
    static final int LAST_PAGE = 10_000;

    public SearchAddress {
        kinds = List.copyOf(kinds);
        languages = List.copyOf(languages);
    }

    public static SearchAddress of(HttpServletRequest request) {
        return parse(request.getParameterMap());
    }

    static SearchAddress parse(Map<String, String[]> parameters) {
        var kinds = Arrays.stream(Kind.values())
                .filter(kind -> values(parameters, "kind").anyMatch(kind.name()::equals))
                .toList();
        var languages = values(parameters, "lang")
                .filter(code -> code.matches("[a-z]{3}"))
                .distinct()
                .limit(Kind.values().length)
                .toList();
        var text = values(parameters, "q")
                .findFirst()
                .map(SearchAddress::printable)
                .orElse("");
        return new SearchAddress(
                text, page(values(parameters, "page").findFirst().orElse("1")), kinds, languages);
    }

    public SearchRequest request() {
        return new SearchRequest(text, page, PAGE_SIZE, kinds, languages);
    }

    /** True when nothing was asked: the page then shows everything, newest first. */
    public boolean everything() {
        return text.isEmpty() && kinds.isEmpty() && languages.isEmpty();
    }

    public SearchAddress onPage(int number) {
        return new SearchAddress(text, number, kinds, languages);
    }

    /** The same search with the kind taken in, or taken out when it is in. Starts at page 1. */
    public SearchAddress toggled(Kind kind) {
        return new SearchAddress(text, 1, toggle(kinds, kind), languages);
    }

    /** As {@link #toggled(Kind)}, for a MARC language code. */
    public SearchAddress toggled(String language) {
        return new SearchAddress(text, 1, kinds, toggle(languages, language));
    }

    /** The same words without any narrowing. */
    public SearchAddress widened() {
        return new SearchAddress(text, 1, List.of(), List.of());
    }

    /** The part of the address after the question mark, empty when nothing was asked. */
    public String query() {
        var parts = new ArrayList<String>();
        if (!text.isEmpty()) parts.add("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        kinds.forEach(kind -> parts.add("kind=" + kind));
        languages.forEach(language -> parts.add("lang=" + language));
        if (page > 1) parts.add("page=" + page);
        return String.join("&", parts);
    }

    /** This address as a local path, to be put after the context path. */
    public String path() {
        return "/search" + suffix();
    }

    /** The page of a record that remembers from which results it was opened. */
    public String recordPath(long id) {
        return "/records/" + id + suffix();
    }

    private String suffix() {
        return query().isEmpty() ? "" : "?" + query();
    }

    private static <T> List<T> toggle(List<T> chosen, T value) {
        if (!chosen.contains(value))
            return Stream.concat(chosen.stream(), Stream.of(value)).toList();
        return chosen.stream().filter(one -> !one.equals(value)).toList();
    }

    private static Stream<String> values(Map<String, String[]> parameters, String name) {
        return Arrays.stream(parameters.getOrDefault(name, new String[0]));
    }

    private static String printable(String text) {
        var clean = text.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        return clean.length() > SearchRequest.MAX_TEXT ? clean.substring(0, SearchRequest.MAX_TEXT) : clean;
    }

    private static int page(String text) {
        if (!text.matches("[0-9]{1,9}")) return 1;
        return Math.clamp(Integer.parseInt(text), 1, LAST_PAGE);
    }
}
