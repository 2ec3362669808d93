package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.carrel.catalog.MapChange.Refused;
import org.carrel.catalog.MapProblem;
import org.carrel.catalog.PlanPart;

/** Puts floor plans and what is wrong with them into the words of the staff. */
@RequestScoped
public class MapWords {
    @Inject
    StaffWords words;

    @Inject
    HttpServletRequest request;

    String name(PlanPart part) {
        return part.label().isEmpty() ? kind(part.kind()) : part.label();
    }

    String kind(PlanPart.Kind kind) {
        return words.text("plan." + kind);
    }

    /** What was wrong with the form that leads here; empty when nothing was. */
    List<MapProblem> problems() {
        return request.getAttribute(ShelfMapServlet.REFUSED) instanceof Refused refused
                ? refused.problems()
                : List.of();
    }

    /** The first sentence about a field, empty when it is right. */
    String problem(String field) {
        return problems().stream()
                .filter(problem -> problem.field().equals(field))
                .map(this::text)
                .findFirst()
                .orElse("");
    }

    String text(MapProblem problem) {
        return words.text(
                "mapProblem." + problem.kind(),
                problem.details().stream().map(this::detail).toArray());
    }

    /** A part without a label is told by its kind. */
    private String detail(String detail) {
        return Arrays.stream(PlanPart.Kind.values())
                .filter(kind -> kind.name().equals(detail))
                .findFirst()
                .map(this::kind)
                .orElse(detail);
    }
}
