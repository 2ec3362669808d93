package org.carrel.kiosk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.search.Choices;
import org.carrel.search.Choices.Order;
import org.carrel.search.Facet;
import org.carrel.search.Readers;
import org.carrel.search.SavedSearch;
import org.carrel.search.SearchRequest;

/**
 * What a results page was asked for, as its address says it: {@code ?q=whales&kind=BOOK&lang=spa&in=1&page=2}. Whatever
 * cannot be meant is left out, so that a mistyped address still answers.
 *
 * @param page from 1
 * @param choices the other ways to narrow and order
 * @param literal the words as they are typed, misspelled or not
 */
public record SearchAddress(
        String text, int page, List<Kind> kinds, List<String> languages, Choices choices, boolean literal)
        implements Serializable {
    public static final int PAGE_SIZE = 20;
    static final int LAST_PAGE = 10_000;

    public SearchAddress(String text, int page, List<Kind> kinds, List<String> languages) {
        this(text, page, kinds, languages, Choices.NONE, false);
    }

    public SearchAddress {
        kinds = List.copyOf(kinds);
        languages = List.copyOf(languages);
    }

    public static SearchAddress of(HttpServletRequest request) {
        return parse(request.getParameterMap());
    }

    static SearchAddress parse(Map<String, String[]> parameters) {
        var number = Stream.of(parameters.getOrDefault("page", new String[0])).findFirst();
        return of(SavedSearch.of(parameters)).onPage(page(number.orElse("1")));
    }

    /** Its first page. */
    static SearchAddress of(SavedSearch search) {
        return new SearchAddress(
                search.text(), 1, search.kinds(), search.languages(), search.choices(), search.literal());
    }

    private SavedSearch saved() {
        return new SavedSearch(text, kinds, languages, choices, literal);
    }

    /** As addresses have it. */
    static String name(Enum<?> constant) {
        return SavedSearch.name(constant);
    }

    /** @param readers of the screen */
    public SearchRequest request(Readers readers) {
        return new SearchRequest(text, page, PAGE_SIZE, kinds, languages, literal, readers, choices);
    }

    /** True when nothing was asked: the page then shows everything, newest first. */
    public boolean everything() {
        return text.isEmpty() && !narrowed();
    }

    /** True when something was taken out of what the words find. */
    public boolean narrowed() {
        return !kinds.isEmpty() || !languages.isEmpty() || !choices.chosen().isEmpty();
    }

    public SearchAddress onPage(int number) {
        return new SearchAddress(text, number, kinds, languages, choices, literal);
    }

    /** The same search with the kind taken in, or taken out when it is in. Starts at page 1. */
    public SearchAddress toggled(Kind kind) {
        return new SearchAddress(text, 1, toggle(kinds, kind), languages, choices, literal);
    }

    /** As {@link #toggled(Kind)}, for a MARC language code. */
    public SearchAddress toggled(String language) {
        return new SearchAddress(text, 1, kinds, toggle(languages, language), choices, literal);
    }

    /** As {@link #toggled(Kind)}, for a value of another facet. */
    public SearchAddress toggled(Facet facet, String value) {
        return new SearchAddress(text, 1, kinds, languages, choices.toggled(facet, value), literal);
    }

    /** The same results in another order, from page 1. */
    public SearchAddress ordered(Order order) {
        return new SearchAddress(text, 1, kinds, languages, choices.ordered(order), literal);
    }

    /** The very words that were typed. */
    public SearchAddress literally() {
        return new SearchAddress(text, 1, kinds, languages, choices, true);
    }

    /** The same words without any narrowing. */
    public SearchAddress widened() {
        return new SearchAddress(text, 1, List.of(), List.of(), new Choices(Map.of(), choices.order()), literal);
    }

    /** The part of the address after the question mark, empty when nothing was asked. */
    public String query() {
        var search = saved().query();
        if (page <= 1) return search;
        return search.isEmpty() ? "page=" + page : search + "&page=" + page;
    }

    /** This address as a local path, to be put after the context path. */
    public String path() {
        return "/search" + suffix();
    }

    /** The page of a record that remembers from which results it was opened. */
    public String recordPath(long id) {
        return "/records/" + id + suffix();
    }

    /** The page that shows where a copy stands, which remembers the same. */
    public String wherePath(long item) {
        return "/where?item=" + item + (query().isEmpty() ? "" : "&" + query());
    }

    private String suffix() {
        return query().isEmpty() ? "" : "?" + query();
    }

    private static <T> List<T> toggle(List<T> chosen, T value) {
        if (!chosen.contains(value))
            return Stream.concat(chosen.stream(), Stream.of(value)).toList();
        return chosen.stream().filter(one -> !one.equals(value)).toList();
    }

    private static int page(String text) {
        if (!text.matches("[0-9]{1,9}")) return 1;
        return Math.clamp(Integer.parseInt(text), 1, LAST_PAGE);
    }
}
