package org.carrel.search;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.search.Choices.Order;
import org.carrel.search.rules.AddressText;

/**
 * A search that can be asked again: words, what they are narrowed to, and the order. Written as the address of a page of
 * results has it after its question mark: {@code q=whales&kind=BOOK&lang=spa&in=1&sort=newest}.
 *
 * @param text as typed, may be empty
 * @param languages MARC codes
 * @param literal the words as they are typed, misspelled or not
 */
public record SavedSearch(String text, List<Kind> kinds, List<String> languages, Choices choices, boolean literal)
        implements Serializable {
    /** Longest text in which a search is written. */
    public static final int LONGEST = 2000;

    private static final int MOST_VALUES = 20;
    private static final int LONGEST_VALUE = 200;

    public SavedSearch {
        kinds = List.copyOf(kinds);
        languages = List.copyOf(languages);
    }

    public static SavedSearch ofWords(String text) {
        return new SavedSearch(printable(text), List.of(), List.of(), Choices.NONE, false);
    }

    /** What an address asks for. Whatever cannot be meant is left out, so that a mistyped address still answers. */
    public static SavedSearch of(Map<String, String[]> parameters) {
        var kinds = Arrays.stream(Kind.values())
                .filter(kind -> values(parameters, "kind").anyMatch(kind.name()::equals))
                .toList();
        var languages = values(parameters, "lang")
                .filter(code -> code.matches("[a-z]{3}"))
                .distinct()
                .limit(Kind.values().length)
                .toList();
        var text =
                values(parameters, "q").findFirst().map(SavedSearch::printable).orElse("");
        var literal = values(parameters, "literal").anyMatch("1"::equals);
        return new SavedSearch(text, kinds, languages, choices(parameters), literal);
    }

    private static Choices choices(Map<String, String[]> parameters) {
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            chosen.put(
                    facet,
                    values(parameters, name(facet))
                            .map(SavedSearch::printable)
                            .filter(value -> !value.isEmpty() && value.length() <= LONGEST_VALUE)
                            .distinct()
                            .limit(MOST_VALUES)
                            .toList());
        }
        var order = Arrays.stream(Order.values())
                .filter(each -> values(parameters, "sort").anyMatch(name(each)::equals))
                .findFirst()
                .orElse(Order.BEST);
        return new Choices(chosen, order);
    }

    /** What {@link #query} has written. */
    public static SavedSearch ofQuery(String query) {
        return AddressText.parameters(query).map(SavedSearch::of).orElse(ofWords(""));
    }

    /**
     * What somebody typed into a form: words, or the address of a page of results with or without its beginning. Empty for an
     * address that is of no such page, or in which nothing can be understood.
     */
    public static Optional<SavedSearch> read(String typed) {
        var text = typed.strip();
        if (!AddressText.isAddress(text)) return Optional.of(ofWords(text));
        return AddressText.query(text).flatMap(query -> AddressText.parameters(query)
                .map(SavedSearch::of)
                .filter(search -> query.isEmpty() || !search.equals(ofWords(""))));
    }

    /** As {@link #read} reads it: the words alone where there is nothing else. */
    public String typed() {
        var plain = equals(ofWords(text)) && !text.isEmpty() && !AddressText.isAddress(text);
        return plain ? text : path();
    }

    /** Empty when nothing is asked for. */
    public String query() {
        var parts = new ArrayList<String>();
        if (!text.isEmpty()) parts.add("q=" + encoded(text));
        kinds.forEach(kind -> parts.add("kind=" + kind));
        languages.forEach(language -> parts.add("lang=" + language));
        for (var facet : Facet.values()) {
            for (var value : choices.of(facet)) parts.add(name(facet) + "=" + encoded(value));
        }
        if (choices.order() != Order.BEST) parts.add("sort=" + name(choices.order()));
        if (literal) parts.add("literal=1");
        return String.join("&", parts);
    }

    /** The page of results, as a local path without the context path. */
    public String path() {
        return "/search" + (query().isEmpty() ? "" : "?" + query());
    }

    /** @param readers whose books come first among those that fit alike */
    public SearchRequest request(int page, int pageSize, Readers readers) {
        return new SearchRequest(text, page, pageSize, kinds, languages, literal, readers, choices);
    }

    /** As addresses have it. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Stream<String> values(Map<String, String[]> parameters, String name) {
        return Arrays.stream(parameters.getOrDefault(name, new String[0]));
    }

    private static String printable(String text) {
        var clean = text.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        return clean.length() > SearchRequest.MAX_TEXT
                ? printable(clean.substring(0, SearchRequest.MAX_TEXT)) // the cut may leave a blank, or half of a sign
                : clean;
    }
}
