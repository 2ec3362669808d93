package org.carrel.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.CallRange;
import org.carrel.catalog.GridBox;
import org.carrel.catalog.PlanPart;

/** What was typed about a part of a floor plan. What is no number becomes -1, which no plan takes. */
final class PartForm {
    private PartForm() {}

    static PlanPart part(FormTexts texts) {
        var kind = texts.oneOf("kind", PlanPart.Kind.ROW);
        var box = new GridBox(number(texts, "x"), number(texts, "y"), number(texts, "width"), number(texts, "depth"));
        return new PlanPart(
                Math.max(0, FormTexts.number(texts.get("part"))),
                kind,
                texts.get("label"),
                box,
                kind == PlanPart.Kind.ROW ? ranges(texts) : List.of(),
                kind == PlanPart.Kind.HERE ? Math.max(0, FormTexts.number(texts.get("device"))) : 0);
    }

    private static int number(FormTexts texts, String name) {
        return FormTexts.integer(texts.get(name));
    }

    /** Lines without any text are left out; an empty end means the same label as the start. */
    private static List<CallRange> ranges(FormTexts texts) {
        var ranges = new ArrayList<CallRange>();
        for (var at = 0; texts.has("from." + at); at++) {
            var from = texts.get("from." + at).strip();
            var to = texts.get("to." + at).strip();
            var location = Math.max(0, FormTexts.integer(texts.get("location." + at)));
            if (Stream.of(from, to).allMatch(String::isEmpty)) continue;
            ranges.add(new CallRange(location, from, to.isEmpty() ? from : to));
        }
        return ranges;
    }
}
