package org.carrel.desk.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.carrel.patrons.OwnClass;
import org.carrel.platform.Days;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.UsualPack;

/** The form of a session: what was typed becomes a wish, and a session becomes what stands in the form. Knows no page. */
final class BookingForm {
    static final String OWN = "own-";
    static final String NEED = "need-";

    private BookingForm() {}

    /** What can be wrong with a field, in the order of the form. */
    enum Problem {
        NO_DAY("day"),
        NO_PERIOD("period"),
        BACKWARDS("until"),
        NO_TEACHER("teacher"),
        NO_CLASS("class"),
        HEADS("heads"),
        NO_NEED("needs"),
        DEVICES("devices"),
        BOOKS("books"),
        TOO_LONG("purpose"),
        OVERRIDE("override");

        private final String field;

        Problem(String field) {
            this.field = field;
        }

        /** Id of the field. */
        String field() {
            return field;
        }
    }

    /** A class of who books. @param heads how many students it has */
    record Taught(OwnClass of, int heads) {}

    /**
     * What the form has to choose from.
     *
     * @param resources that can be booked, by number
     * @param periods numbers in the order of the day
     */
    record Choices(String site, Map<Long, BookingResource> resources, List<Taught> classes, List<Integer> periods) {}

    /**
     * What became of what was typed.
     *
     * @param wish for who asks; there only when nothing is wrong
     * @param patron of the roster for whom it is; empty: who asks, or whose the session is already
     */
    record Read(
            Map<Problem, String> problems,
            Optional<SessionWish> wish,
            OptionalLong patron,
            Optional<String> override) {}

    static Read read(FormTexts texts, Choices choices) {
        var problems = new EnumMap<Problem, String>(Problem.class);
        var day = Days.read(texts.get("day").strip());
        if (day.isEmpty()) problems.put(Problem.NO_DAY, texts.get("day"));
        var first = FormTexts.integer(texts.get("period"));
        var last = texts.get("until").isBlank() ? first : FormTexts.integer(texts.get("until"));
        if (first < 0) problems.put(Problem.NO_PERIOD, "");
        else if (last < 0 || isBackwards(choices.periods(), first, last)) problems.put(Problem.BACKWARDS, "");
        var facts = facts(texts, choices, problems);
        var parts = facts.map(known -> parts(texts, choices, known.heads(), problems))
                .orElse(List.of());
        var patron = FormTexts.number(texts.get("teacher"));
        var override = texts.get("override").strip();
        if (override.length() > SessionFacts.LONGEST_PURPOSE) problems.put(Problem.OVERRIDE, "");
        var wish = problems.isEmpty()
                ? Optional.of(new SessionWish(
                        choices.site(),
                        day.orElseThrow(),
                        first,
                        last,
                        OptionalLong.empty(),
                        facts.orElseThrow(),
                        parts,
                        request(texts)))
                : Optional.<SessionWish>empty();
        return new Read(
                problems,
                wish,
                patron > 0 ? OptionalLong.of(patron) : OptionalLong.empty(),
                override.isEmpty() ? Optional.empty() : Optional.of(override));
    }

    private static boolean isBackwards(List<Integer> periods, int first, int last) {
        return periods.contains(first) && periods.contains(last) && periods.indexOf(last) < periods.indexOf(first);
    }

    /** One that cannot be read is a new one: what was sent twice is then booked twice, which nobody can send by accident. */
    private static UUID request(FormTexts texts) {
        try {
            return UUID.fromString(texts.get("request"));
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    private static Optional<Taught> taught(FormTexts texts, Choices choices) {
        return choices.classes().stream()
                .filter(known -> key(known.of()).equals(texts.get("class")))
                .findFirst();
    }

    static String key(OwnClass known) {
        return OWN + known.number();
    }

    private static Optional<SessionFacts> facts(FormTexts texts, Choices choices, Map<Problem, String> problems) {
        var taught = taught(texts, choices);
        var name = taught.map(known -> known.of().title())
                .orElse(texts.get("className").strip());
        if (name.isEmpty()) problems.put(Problem.NO_CLASS, "");
        var heads = texts.get("heads").isBlank()
                ? taught.map(Taught::heads).orElse(-1)
                : FormTexts.integer(texts.get("heads"));
        if (heads < 0 || heads > SessionFacts.MOST_HEADS) problems.put(Problem.HEADS, texts.get("heads"));
        var books = texts.get("books").isBlank() ? 0 : FormTexts.integer(texts.get("books"));
        if (books < 0 || books > SessionFacts.MOST_BOOKS) problems.put(Problem.BOOKS, texts.get("books"));
        var grade = texts.get("grade").strip();
        var tooLong = name.length() > SessionFacts.LONGEST_CLASS
                || grade.length() > SessionFacts.LONGEST_GRADE
                || texts.get("subject").strip().length() > SessionFacts.LONGEST_SUBJECT
                || texts.get("purpose").strip().length() > SessionFacts.LONGEST_PURPOSE
                || texts.get("topic").strip().length() > SessionFacts.LONGEST_TOPIC;
        if (tooLong) problems.put(Problem.TOO_LONG, "");
        if (tooLong || problems.containsKey(Problem.HEADS) || problems.containsKey(Problem.BOOKS))
            return Optional.empty();
        var number = taught.map(known -> known.of().number()).orElse(OwnClass.HOMEROOM);
        return Optional.of(new SessionFacts(
                number == OwnClass.HOMEROOM ? OptionalLong.empty() : OptionalLong.of(number),
                name,
                grade,
                heads,
                texts.get("subject").strip(),
                texts.get("purpose").strip(),
                texts.get("topic").strip(),
                books));
    }

    /** People in places, devices of carts; where two carts are ticked the first gives what it has, the next the rest. */
    private static List<PartWish> parts(FormTexts texts, Choices choices, int heads, Map<Problem, String> problems) {
        var devices = texts.get("devices").isBlank() ? heads : FormTexts.integer(texts.get("devices"));
        if (devices < 0 || devices > SessionFacts.MOST_HEADS) {
            problems.put(Problem.DEVICES, texts.get("devices"));
            return List.of();
        }
        // Half of a class at a time.
        var atOnce = FormTexts.integer(texts.get("people"));
        var ticked = choices.resources().values().stream()
                .filter(resource -> texts.has(NEED + resource.id()))
                .toList();
        if (ticked.isEmpty()) problems.put(Problem.NO_NEED, "");
        var carts = ticked.stream()
                .filter(resource -> resource.kind() == BookingResource.Kind.CART)
                .toList();
        var parts = new ArrayList<PartWish>();
        var left = devices;
        for (var resource : ticked) {
            var number = 1;
            if (resource.kind().isPlace()) number = atOnce > 0 ? atOnce : heads;
            if (resource.kind() == BookingResource.Kind.CART) {
                var isLast = carts.getLast().id() == resource.id();
                number = isLast ? left : Math.min(left, resource.devices().orElse(left));
                left -= number;
            }
            var alone = texts.has("alone") && resource.kind().isPlace();
            parts.add(new PartWish(resource.id(), Math.max(1, number), alone));
        }
        return parts;
    }

    /** What the form begins with at a period, after what was booked before. */
    record Start(Optional<LocalDate> day, int period, OptionalLong need, Optional<ClassSession> last) {}

    /** A new form: the same class with the same things as last time, or the first class with the first place. */
    static FormTexts start(Start start, Choices choices) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("site", choices.site());
        texts.put("day", start.day().map(LocalDate::toString).orElse(""));
        texts.put("period", start.period() < 0 ? "" : String.valueOf(start.period()));
        texts.put("request", UUID.randomUUID().toString());
        start.last().ifPresentOrElse(last -> about(texts, last, choices), () -> choices.classes().stream()
                .findFirst()
                .ifPresent(known -> texts.put("class", key(known.of()))));
        needs(texts, start, choices);
        return new FormTexts(texts);
    }

    private static void about(Map<String, String> texts, ClassSession last, Choices choices) {
        var about = last.about();
        var own = own(last.about(), choices);
        texts.put("class", own.map(known -> key(known.of())).orElse(""));
        if (own.isEmpty()) texts.put("className", about.className());
        texts.put("grade", about.grade());
        if (own.isEmpty() || own.get().heads() == 0) texts.put("heads", String.valueOf(about.heads()));
        texts.put("subject", about.subject());
        texts.put("purpose", about.purpose());
        texts.put("topic", about.topic());
        texts.put("books", about.books() == 0 ? "" : String.valueOf(about.books()));
    }

    private static Optional<Taught> own(SessionFacts about, Choices choices) {
        return choices.classes().stream()
                .filter(known -> known.of().title().equalsIgnoreCase(about.className()))
                .findFirst();
    }

    /** What is looked at alone takes the place of other places, and goes with everything else. */
    private static void needs(Map<String, String> texts, Start start, Choices choices) {
        var wanted = start.need().stream()
                .boxed()
                .flatMap(id -> Optional.ofNullable(choices.resources().get(id)).stream())
                .findFirst();
        var usual = start.last()
                .map(last -> UsualPack.parts(last, heads(last, choices), choices.resources()))
                .orElse(List.of());
        for (var part : usual) {
            var resource = Optional.ofNullable(choices.resources().get(part.resource()))
                    .orElseThrow();
            var instead = wanted.isPresent()
                    && wanted.get().kind().isPlace()
                    && resource.kind().isPlace();
            if (!instead) texts.put(NEED + part.resource(), "yes");
            if (part.alone()) texts.put("alone", "yes");
            if (resource.kind() == BookingResource.Kind.CART
                    && part.quantity() != heads(start.last().orElseThrow(), choices))
                texts.merge("devices", String.valueOf(part.quantity()), BookingForm::sum);
        }
        wanted.ifPresent(resource -> texts.put(NEED + resource.id(), "yes"));
        if (texts.keySet().stream().noneMatch(name -> name.startsWith(NEED)))
            choices.resources().values().stream()
                    .filter(resource -> resource.kind().isPlace())
                    .findFirst()
                    .ifPresent(resource -> texts.put(NEED + resource.id(), "yes"));
    }

    private static String sum(String one, String other) {
        return String.valueOf(FormTexts.integer(one) + FormTexts.integer(other));
    }

    private static int heads(ClassSession last, Choices choices) {
        return own(last.about(), choices)
                .map(Taught::heads)
                .filter(heads -> heads > 0)
                .orElse(last.about().heads());
    }

    /** The form of a session that is changed, or of a wish that could not be had. */
    static FormTexts of(SessionWish wish, int version, Choices choices) {
        var texts = new LinkedHashMap<String, String>();
        var about = wish.about();
        texts.put("site", wish.site());
        texts.put("day", wish.day().toString());
        texts.put("period", String.valueOf(wish.first()));
        texts.put("until", String.valueOf(wish.last()));
        texts.put("request", wish.request().toString());
        texts.put("version", String.valueOf(version));
        texts.put("class", own(about, choices).map(known -> key(known.of())).orElse(""));
        texts.put("className", about.className());
        texts.put("grade", about.grade());
        texts.put("heads", String.valueOf(about.heads()));
        texts.put("subject", about.subject());
        texts.put("purpose", about.purpose());
        texts.put("topic", about.topic());
        texts.put("books", about.books() == 0 ? "" : String.valueOf(about.books()));
        var devices = 0;
        for (var part : wish.parts()) {
            texts.put(NEED + part.resource(), "yes");
            if (part.alone()) texts.put("alone", "yes");
            if (isCart(part, choices)) devices += part.quantity();
            if (isPlace(part, choices) && part.quantity() != Math.max(1, about.heads()))
                texts.put("people", String.valueOf(part.quantity()));
        }
        if (devices > 0 && devices != about.heads()) texts.put("devices", String.valueOf(devices));
        return new FormTexts(texts);
    }

    private static boolean isPlace(PartWish part, Choices choices) {
        return Optional.ofNullable(choices.resources().get(part.resource()))
                .filter(resource -> resource.kind().isPlace())
                .isPresent();
    }

    private static boolean isCart(PartWish part, Choices choices) {
        return Optional.ofNullable(choices.resources().get(part.resource()))
                .filter(resource -> resource.kind() == BookingResource.Kind.CART)
                .isPresent();
    }

    /** The first field that something is wrong with; empty when nothing is. */
    static String first(Set<Problem> problems) {
        return problems.stream().sorted().map(Problem::field).findFirst().orElse("");
    }
}
