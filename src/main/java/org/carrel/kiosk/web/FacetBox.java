package org.carrel.kiosk.web;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carrel.search.Facet;
import org.carrel.search.SearchPage;
import org.carrel.search.SearchPage.FacetCount;

/**
 * One way to narrow, with its values.
 *
 * @param name as addresses have it
 */
public record FacetBox(String name, String label, List<Narrowing> values) {
    private static final int SHOWN = 6;
    private static final int LAST_OF_HUNDRED = 99;
    private static final double LAST_OF_GRADE = 0.9;
    private static final Pattern FIGURES = Pattern.compile("[0-9]{1,4}");
    private static final Set<String> READERS = Set.of("young", "kids", "teen", "adult");

    /** Without values when none of them would change anything. */
    static FacetBox of(Facet facet, SearchPage page, SearchAddress address, Words words) {
        var chosen = address.choices().of(facet);
        var found = ordered(facet, page.facets().getOrDefault(facet, List.of()));
        var shown = facet.isLevel() ? found.size() : SHOWN;
        var telling = found.stream()
                .filter(count -> isIn(chosen, count) || count.count() < page.total() || !chosen.isEmpty())
                .limit(shown);
        var chosenBeyond = found.stream().skip(shown).filter(count -> isIn(chosen, count));
        var values = Narrowing.of(
                Stream.concat(telling, chosenBeyond).distinct().toList(),
                chosen,
                value -> label(facet, value, words),
                value -> address.toggled(facet, value));
        return new FacetBox(SearchAddress.name(facet), words.text("facet." + facet), numbered(values));
    }

    private static boolean isIn(List<String> chosen, FacetCount count) {
        return chosen.stream().anyMatch(count::is);
    }

    /** Names are no good for ids of elements. */
    private static List<Narrowing> numbered(List<Narrowing> values) {
        return Stream.iterate(0, at -> at < values.size(), at -> at + 1)
                .map(at -> values.get(at).named(Integer.toString(at + 1)))
                .toList();
    }

    /** Levels from easy to hard; everything else as it is. */
    private static List<FacetCount> ordered(Facet facet, List<FacetCount> found) {
        if (!facet.isLevel()) return found;
        return found.stream()
                .sorted(Comparator.comparingInt(count -> level(count.value()).orElse(-1)))
                .toList();
    }

    /** The lowest level of a range; empty for beginning readers and for what is no number. */
    private static OptionalInt level(String value) {
        return FIGURES.matcher(value).matches() ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }

    private static String lexile(String value, Words words) {
        if (value.equals(Facet.BEGINNER)) return words.text("facet.LEXILE.BR");
        var from = level(value);
        if (from.isEmpty()) return value;
        return words.text("facet.LEXILE.range", value, Integer.toString(from.getAsInt() + LAST_OF_HUNDRED));
    }

    private static String reader(String value, Words words) {
        var from = level(value);
        if (from.isEmpty()) return value;
        return words.text("facet.AR.range", value, words.number(from.getAsInt() + LAST_OF_GRADE));
    }

    static String label(Facet facet, String value, Words words) {
        return switch (facet) {
            case IN, AWARD, NEW -> words.text("facet." + facet + ".yes");
            case READERS -> READERS.contains(value) ? words.text("facet.READERS." + value) : value;
            case TOPIC, SERIES, AUTHOR -> value;
            case LEXILE -> lexile(value, words);
            case AR -> reader(value, words);
        };
    }
}
