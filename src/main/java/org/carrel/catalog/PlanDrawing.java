package org.carrel.catalog;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A floor plan as shapes to be drawn, in units of which a square has {@link #UNIT}.
 *
 * @param flags words that are read first: they stand in front of all shapes
 */
public record PlanDrawing(int width, int height, List<Shape> shapes, List<Shape> flags) implements Serializable {
    public static final int UNIT = 20;

    private static final int LETTER = 9;
    private static final int FLAG_LETTER = 12;
    private static final int FLAG_HEIGHT = 30;
    /** Rather hide ten other things than what the flag is about. */
    private static final int MOST_HIDDEN = 10;

    /**
     * A rectangle with words in it.
     *
     * @param look row, marked, here, or the kind of the part in lower case
     * @param text empty when it does not fit
     * @param middleX of the rectangle
     * @param turned the words run upwards
     */
    public record Shape(
            String look, int x, int y, int width, int height, String text, int middleX, int middleY, boolean turned)
            implements Serializable {}

    /**
     * What stands out.
     *
     * @param row to be found; empty when none is
     * @param rowText what its flag says
     * @param here where the reader stands
     * @param hereText what the flag of that says
     */
    public record Marked(Optional<PlanPart> row, String rowText, Optional<PlanPart> here, String hereText) {
        public static final Marked NOTHING = new Marked(Optional.empty(), "", Optional.empty(), "");
    }

    /** @param names words of each part */
    public static PlanDrawing of(ShelfMap map, Marked marked, Function<PlanPart, String> names) {
        var shapes = map.parts().stream()
                .map(part -> shape(part, look(part, marked), names.apply(part)))
                .toList();
        var flags = new ArrayList<Shape>();
        marked.row.ifPresent(row -> flags.add(flag(map, row, "marked", marked.rowText, flags)));
        marked.here.ifPresent(here -> flags.add(flag(map, here, "here", marked.hereText, flags)));
        return new PlanDrawing(map.width() * UNIT, map.depth() * UNIT, shapes, flags);
    }

    private static String look(PlanPart part, Marked marked) {
        if (marked.row.filter(part::equals).isPresent()) return "marked";
        return part.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Shape shape(PlanPart part, String look, String name) {
        var box = part.box();
        var x = (box.x() - 1) * UNIT;
        var y = (box.y() - 1) * UNIT;
        var width = box.width() * UNIT;
        var height = box.depth() * UNIT;
        var isSign = part.kind() == PlanPart.Kind.HERE || look.equals("marked");
        var length = isSign ? Integer.MAX_VALUE : name.length() * LETTER;
        var turned = length > width && length <= height;
        var text = length <= Math.max(width, height) ? name : "";
        return new Shape(look, x, y, width, height, text, x + width / 2, y + height / 2, turned);
    }

    /** Beside the part, where it hides least. */
    private static Shape flag(ShelfMap map, PlanPart part, String look, String text, List<Shape> others) {
        var width = Math.min(map.width() * UNIT, text.length() * FLAG_LETTER + UNIT);
        var box = shape(part, look, "");
        var centred = box.middleX - width / 2;
        var level = box.middleY - FLAG_HEIGHT / 2;
        return Stream.of(
                        new int[] {centred, box.y + box.height + 4},
                        new int[] {centred, box.y - FLAG_HEIGHT - 4},
                        new int[] {box.x + box.width + 4, level},
                        new int[] {box.x - width - 4, level})
                .map(corner -> inside(map, look, corner, width, text))
                .min(Comparator.comparingInt(
                        flag -> hidden(map, flag, others) + MOST_HIDDEN * box(box).overlap(box(flag))))
                .orElseThrow();
    }

    private static Shape inside(ShelfMap map, String look, int[] corner, int width, String text) {
        var x = Math.clamp(corner[0], 0, map.width() * UNIT - width);
        var y = Math.clamp(corner[1], 0, map.depth() * UNIT - FLAG_HEIGHT);
        return new Shape(look, x, y, width, FLAG_HEIGHT, text, x + width / 2, y + FLAG_HEIGHT / 2, false);
    }

    private static int hidden(ShelfMap map, Shape flag, List<Shape> others) {
        var parts = map.parts().stream().map(part -> shape(part, "", ""));
        return Stream.concat(parts, others.stream())
                .mapToInt(shape -> box(shape).overlap(box(flag)))
                .sum();
    }

    private static GridBox box(Shape shape) {
        return new GridBox(shape.x, shape.y, shape.width, shape.height);
    }
}
