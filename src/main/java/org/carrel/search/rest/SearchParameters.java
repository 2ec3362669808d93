package org.carrel.search.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.search.Readers;
import org.carrel.search.SearchRequest;

/** Reads a search from the query of an address; a program is told what it got wrong, unlike a child. */
final class SearchParameters {
    private static final int DEFAULT_SIZE = 20;
    /** More than any school owns, at one record a page. */
    private static final int MAX_PAGE = 1_000_000;

    private final MultivaluedMap<String, String> query;

    private SearchParameters(MultivaluedMap<String, String> query) {
        this.query = query;
    }

    /** Throws {@link BadParameter}. */
    static SearchRequest parse(MultivaluedMap<String, String> query) {
        var parameters = new SearchParameters(query);
        return new SearchRequest(
                        parameters.text(),
                        parameters.number("page", 1, MAX_PAGE),
                        parameters.number("size", DEFAULT_SIZE, SearchRequest.MAX_PAGE_SIZE),
                        parameters.kinds(),
                        parameters.languages(),
                        parameters.literal(),
                        Readers.ALL)
                .ofRecords();
    }

    /** "literal=1": search for the words as they are, misspelled or not. */
    private boolean literal() {
        return values("literal").contains("1");
    }

    private String text() {
        return values("q").stream()
                .findFirst()
                .map(text -> text.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip())
                .orElse("");
    }

    private int number(String name, int missing, int max) {
        if (values(name).isEmpty()) return missing;
        var text = values(name).getFirst();
        var wrong = new BadParameter(name, "A whole number from 1 to " + max);
        if (values(name).size() > 1 || !text.matches("[0-9]{1,9}")) throw wrong;
        var number = Integer.parseInt(text);
        if (number < 1 || number > max) throw wrong;
        return number;
    }

    private List<Kind> kinds() {
        return values("kind").stream().map(SearchParameters::kind).distinct().toList();
    }

    private static Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadParameter("kind", "One of " + Arrays.toString(Kind.values())));
    }

    private List<String> languages() {
        var codes = values("language");
        if (codes.stream().allMatch(code -> code.matches("[a-z]{3}"))) return List.copyOf(codes);
        throw new BadParameter("language", "A MARC language code: three letters, such as eng");
    }

    private List<String> values(String name) {
        return query.getOrDefault(name, List.of());
    }
}
