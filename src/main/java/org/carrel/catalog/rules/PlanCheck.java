package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carrel.catalog.CallRange;
import org.carrel.catalog.GridBox;
import org.carrel.catalog.MapProblem;
import org.carrel.catalog.MapProblem.Kind;
import org.carrel.catalog.PlanPart;
import org.carrel.catalog.ShelfMap;

/** Can a part of a floor plan be as somebody wishes it? Says all that is wrong at once. */
public final class PlanCheck {
    private PlanCheck() {}

    /** @param locations numbers of the site's shelf locations */
    public static List<MapProblem> problems(ShelfMap map, PlanPart wish, Set<Integer> locations) {
        var problems = new ArrayList<MapProblem>();
        label(map, wish, problems);
        place(map, wish, problems);
        if (wish.isRow()) ranges(map, wish, locations, problems);
        var isNew = map.part(wish.id()).isEmpty();
        if (isNew && map.parts().size() >= ShelfMap.MOST_PARTS)
            problems.add(MapProblem.of("label", Kind.TOO_MANY, ShelfMap.MOST_PARTS));
        return problems;
    }

    /** Whether the room can have this size. */
    public static List<MapProblem> room(ShelfMap map) {
        var sizes = List.of(map.width(), map.depth());
        if (sizes.stream().anyMatch(size -> size < ShelfMap.SMALLEST || size > ShelfMap.LARGEST))
            return List.of(MapProblem.of("size", Kind.ROOM_SIZE, ShelfMap.SMALLEST, ShelfMap.LARGEST));
        return map.parts().stream()
                .filter(part -> !part.box().isWithin(map.width(), map.depth()))
                .map(part -> MapProblem.of("size", Kind.ROOM_TOO_SMALL, name(part)))
                .limit(1)
                .toList();
    }

    /** The label, or the constant's name of its kind when it has none. */
    public static String name(PlanPart part) {
        return part.label().isEmpty() ? part.kind().name() : part.label();
    }

    public static boolean isFree(ShelfMap map, PlanPart wish) {
        return wish.box().isWithin(map.width(), map.depth())
                && others(map, wish).stream().noneMatch(part -> part.box().meets(wish.box()));
    }

    private static void label(ShelfMap map, PlanPart wish, List<MapProblem> problems) {
        if (wish.label().length() > PlanPart.MAX_LABEL)
            problems.add(MapProblem.of("label", Kind.LONG_LABEL, PlanPart.MAX_LABEL));
        if (!wish.isRow()) return;
        if (wish.label().isEmpty()) problems.add(MapProblem.of("label", Kind.NO_LABEL));
        var taken = others(map, wish).stream()
                .anyMatch(part -> part.isRow() && part.label().equalsIgnoreCase(wish.label()));
        if (taken) problems.add(MapProblem.of("label", Kind.LABEL_TAKEN));
    }

    private static void place(ShelfMap map, PlanPart wish, List<MapProblem> problems) {
        var box = wish.box();
        if (!box.isWithin(map.width(), map.depth())) {
            problems.add(MapProblem.of(outsideField(map, box), Kind.OUTSIDE, map.width(), map.depth()));
            return;
        }
        others(map, wish).stream()
                .filter(part -> part.box().meets(box))
                .findFirst()
                .ifPresent(part -> problems.add(MapProblem.of("place", Kind.TAKEN, name(part))));
    }

    private static String outsideField(ShelfMap map, GridBox box) {
        var fits = new GridBox(1, 1, box.width(), box.depth()).isWithin(map.width(), map.depth());
        return fits ? "place" : "size";
    }

    private static void ranges(ShelfMap map, PlanPart wish, Set<Integer> locations, List<MapProblem> problems) {
        if (wish.ranges().size() > PlanPart.MOST_RANGES)
            problems.add(MapProblem.of("from.0", Kind.TOO_MANY, PlanPart.MOST_RANGES));
        for (var at = 0; at < wish.ranges().size(); at++) {
            var range = wish.ranges().get(at);
            var wrong = labels(range, at);
            if (range.location() != 0 && !locations.contains(range.location()))
                problems.add(MapProblem.of("location." + at, Kind.NO_LOCATION));
            if (wrong.isEmpty()) wrong = overlaps(map, wish, at);
            problems.addAll(wrong);
        }
    }

    private static List<MapProblem> labels(CallRange range, int at) {
        if (range.from().isBlank()) return List.of(MapProblem.of("from." + at, Kind.NO_FROM));
        var wrong = new ArrayList<MapProblem>();
        if (CallBound.key(range.from()).isEmpty())
            wrong.add(MapProblem.of("from." + at, Kind.UNREADABLE, range.from()));
        if (CallBound.key(range.to()).isEmpty()) wrong.add(MapProblem.of("to." + at, Kind.UNREADABLE, range.to()));
        if (wrong.isEmpty() && KeyRange.of(range).isEmpty())
            wrong.add(MapProblem.of("to." + at, Kind.REVERSED, range.from(), range.to()));
        return wrong;
    }

    /** With the ranges of other rows, and with those before it in its own. */
    private static List<MapProblem> overlaps(ShelfMap map, PlanPart wish, int at) {
        var keys = KeyRange.of(wish.ranges().get(at)).orElseThrow();
        for (var row : others(map, wish)) {
            for (var range : row.ranges()) if (meets(keys, range)) return List.of(overlap(at, range, row));
        }
        for (var range : wish.ranges().subList(0, at)) {
            if (meets(keys, range)) return List.of(overlap(at, range, wish));
        }
        return List.of();
    }

    private static boolean meets(KeyRange keys, CallRange range) {
        return KeyRange.of(range).filter(keys::meets).isPresent();
    }

    private static MapProblem overlap(int at, CallRange range, PlanPart row) {
        return MapProblem.of("from." + at, Kind.OVERLAPS, range.text(), row.label());
    }

    private static List<PlanPart> others(ShelfMap map, PlanPart wish) {
        return map.parts().stream().filter(part -> part.id() != wish.id()).toList();
    }

    /** Labels of rows, for finding one that is free. */
    static Set<String> labels(ShelfMap map) {
        var labels = new HashSet<String>();
        map.rows().forEach(row -> labels.add(row.label()));
        return labels;
    }
}
