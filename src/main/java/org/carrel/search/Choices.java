package org.carrel.search;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carrel.search.rules.HeadingKey;

/**
 * How results are narrowed and ordered. Of one facet any value will do, of several facets each must fit.
 *
 * @param chosen without facets of which nothing is chosen
 */
public record Choices(Map<Facet, List<String>> chosen, Order order) implements Serializable {
    public static final Choices NONE = new Choices(Map.of(), Order.BEST);

    /** The order of results; whatever is alike is ordered by title. */
    public enum Order {
        /** What fits best, or newest first when nothing was asked. */
        BEST,
        NEWEST,
        TITLE,
        AUTHOR,
        SHELF
    }

    public Choices {
        var copy = new EnumMap<Facet, List<String>>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) copy.put(facet, List.copyOf(values));
        });
        chosen = Map.copyOf(copy);
    }

    public List<String> of(Facet facet) {
        return chosen.getOrDefault(facet, List.of());
    }

    /** With the value taken in, or taken out when it is in, in whatever spelling. */
    public Choices toggled(Facet facet, String value) {
        var others =
                of(facet).stream().filter(one -> !HeadingKey.same(one, value)).toList();
        var values = others.size() < of(facet).size()
                ? others
                : Stream.concat(of(facet).stream(), Stream.of(value)).toList();
        var next = new EnumMap<Facet, List<String>>(Facet.class);
        next.putAll(chosen);
        next.put(facet, values);
        return new Choices(next, order);
    }

    public Choices ordered(Order other) {
        return new Choices(chosen, other);
    }
}
