package org.carrel.desk.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.platform.Days;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;

/** What was typed into the form of desk/maintenance.xhtml. */
record MaintenanceForm(Map<Problem, String> problems, Optional<SessionWish> wish) {
    /** What can be wrong with a field, in the order of the form. */
    enum Problem {
        NO_THING("thing"),
        NO_DAY("day"),
        NO_PERIOD("period"),
        BACKWARDS("until"),
        TOO_LONG("why");

        private final String field;

        Problem(String field) {
            this.field = field;
        }

        /** Id of the field. */
        String field() {
            return field;
        }
    }

    /** What can be out of use: people are not repaired. */
    static List<BookingResource> things(BookingForm.Choices choices) {
        return choices.resources().values().stream()
                .filter(thing -> thing.kind() != BookingResource.Kind.PERSON)
                .toList();
    }

    static MaintenanceForm read(FormTexts texts, BookingForm.Choices choices) {
        var problems = new EnumMap<Problem, String>(Problem.class);
        var thing = FormTexts.number(texts.get("thing"));
        if (things(choices).stream().noneMatch(known -> known.id() == thing)) problems.put(Problem.NO_THING, "");
        var day = Days.read(texts.get("day").strip());
        if (day.isEmpty()) problems.put(Problem.NO_DAY, texts.get("day"));
        var first = FormTexts.integer(texts.get("period"));
        var last = texts.get("until").isBlank() ? first : FormTexts.integer(texts.get("until"));
        if (first < 0) problems.put(Problem.NO_PERIOD, "");
        else if (last < 0 || isBackwards(choices.periods(), first, last)) problems.put(Problem.BACKWARDS, "");
        var why = texts.get("why").strip();
        if (why.length() > SessionFacts.LONGEST_PURPOSE) problems.put(Problem.TOO_LONG, "");
        if (!problems.isEmpty()) return new MaintenanceForm(problems, Optional.empty());
        // Nobody sits there and no device is handed out, but nobody else can have it.
        var part = new PartWish(thing, 1, true);
        var about = new SessionFacts(OptionalLong.empty(), "", "", 0, "", why, "", 0);
        return new MaintenanceForm(
                problems,
                Optional.of(new SessionWish(
                        choices.site(),
                        day.orElseThrow(),
                        first,
                        last,
                        OptionalLong.empty(),
                        about,
                        List.of(part),
                        asking(texts.get("request")))));
    }

    private static boolean isBackwards(List<Integer> periods, int first, int last) {
        return periods.contains(first) && periods.contains(last) && periods.indexOf(last) < periods.indexOf(first);
    }

    private static UUID asking(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
