package org.carrel.catalog;

import java.util.List;

/** Every answer to a change of a floor plan. Nothing is written unless it is Done. */
public sealed interface MapChange {
    /** @param part the number of what was changed, 0 when it was the room */
    record Done(long part) implements MapChange {}

    record Refused(List<MapProblem> problems) implements MapChange {}

    /** There is no such site, plan or part any more. */
    record Gone() implements MapChange {}
}
