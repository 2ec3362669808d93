package org.carrel.catalog.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carrel.catalog.GridBox;
import org.carrel.catalog.PlanPart;
import org.carrel.catalog.ShelfMap;

/** A second row like the first: the nearest free place, the next label, and no call numbers, which stand only once. */
public final class PlanCopy {
    private static final Pattern NUMBER = Pattern.compile("(.*?)([0-9]{1,6})");

    private PlanCopy() {}

    /** Empty when no place is free. */
    public static Optional<PlanPart> of(ShelfMap map, PlanPart part) {
        var label = part.isRow() ? nextLabel(map, part.label()) : part.label();
        return places(map, part.box())
                .map(box -> new PlanPart(0, part.kind(), label, box, List.of(), 0))
                .filter(copy -> PlanCheck.isFree(map, copy))
                .min(Comparator.comparingInt(copy -> away(copy.box(), part.box())));
    }

    private static Stream<GridBox> places(ShelfMap map, GridBox box) {
        return IntStream.rangeClosed(1, map.depth()).boxed().flatMap(y -> IntStream.rangeClosed(1, map.width())
                .mapToObj(x -> new GridBox(x, y, box.width(), box.depth())));
    }

    /** With a way of two squares to walk between them, if there can be one. */
    private static int away(GridBox box, GridBox from) {
        var squares = Math.abs(box.x() - from.x()) + Math.abs(box.y() - from.y());
        return box.distance(from) == 3 ? squares : squares + ShelfMap.LARGEST;
    }

    private static String nextLabel(ShelfMap map, String label) {
        var labels = PlanCheck.labels(map);
        var numbered = NUMBER.matcher(label);
        var stem = numbered.matches() ? numbered.group(1) : label + " ";
        var from = numbered.matches() ? Integer.parseInt(numbered.group(2)) : 1;
        return IntStream.iterate(from + 1, number -> number + 1)
                .mapToObj(number -> shortened(stem, number))
                .filter(next -> !labels.contains(next))
                .findFirst()
                .orElseThrow();
    }

    private static String shortened(String stem, int number) {
        var most = PlanPart.MAX_LABEL - String.valueOf(number).length();
        return (stem.length() > most ? stem.substring(0, most) : stem) + number;
    }
}
