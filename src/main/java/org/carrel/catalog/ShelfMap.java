package org.carrel.catalog;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * The floor plan of a site's media center in squares, seen from above.
 *
 * @param width of the room; {@code depth} likewise
 */
public record ShelfMap(Site site, int width, int depth, List<PlanPart> parts) implements Serializable {
    public static final int SMALLEST = 4;
    public static final int LARGEST = 40;
    public static final int MOST_PARTS = 200;

    public ShelfMap {
        parts = List.copyOf(parts);
    }

    public List<PlanPart> rows() {
        return parts.stream().filter(PlanPart::isRow).toList();
    }

    /** What is no row, in the order in which it was drawn. */
    public List<PlanPart> marks() {
        return parts.stream().filter(part -> !part.isRow()).toList();
    }

    public Optional<PlanPart> part(long id) {
        return parts.stream().filter(part -> part.id() == id).findFirst();
    }

    /**
     * Where the reader stands: the mark of this screen, else the only mark that is for any screen.
     *
     * @param device of a screen of the library
     */
    public Optional<PlanPart> here(long device) {
        var marks =
                parts.stream().filter(part -> part.kind() == PlanPart.Kind.HERE).toList();
        var own = marks.stream().filter(mark -> mark.device() == device).findFirst();
        if (own.isPresent()) return own;
        var any = marks.stream().filter(mark -> mark.device() == 0).toList();
        return any.size() == 1 ? Optional.of(any.getFirst()) : Optional.empty();
    }
}
