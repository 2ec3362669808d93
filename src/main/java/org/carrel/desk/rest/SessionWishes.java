package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.desk.web.StaffWords;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionLists;
import org.carrel.scheduling.SessionWish;

/** Which session a body means. What cannot be meant ends the request with a problem that names the field. */
@RequestScoped
public class SessionWishes {
    private static final int LONGEST_NAME = 255;
    private static final int MOST_PARTS = 20;
    private static final UUID NOBODYS = new UUID(0, 0);

    @Inject
    SessionLists lists;

    @Inject
    Meant meant;

    @Inject
    StaffWords words;

    /** As nobody's request yet. @param body of the shape {@link NewSession} */
    SessionWish wish(Body body) {
        var day = body.day("day").orElseThrow(() -> body.bad("day", words.text("api.missing")));
        var first = period(body, "first").orElseThrow(() -> body.bad("first", words.text("api.missing")));
        var last = period(body, "last").orElse(first);
        if (last < first) throw body.bad("last", words.text("api.session.backwards"));
        var teacher = teacher(body, body.needed("teacher", LONGEST_NAME));
        var about = about(body, Optional.empty());
        return new SessionWish(
                meant.site(), day, first, last, OptionalLong.of(teacher), about, parts(body, about.heads()), NOBODYS);
    }

    /** The session as it is to be. @param body of the shape {@link ChangedSession} */
    SessionWish changed(Body body, ClassSession before) {
        var moved = period(body, "first");
        var first = moved.orElse(before.first());
        var last = period(body, "last").orElse(moved.isPresent() ? first : before.last());
        if (last < first) throw body.bad("last", words.text("api.session.backwards"));
        var about = about(body, Optional.of(before.about()));
        var teacher = body.has("teacher")
                ? teacher(body, body.needed("teacher", LONGEST_NAME))
                : before.teacher().id();
        return new SessionWish(
                before.site(),
                body.day("day").orElse(before.day()),
                first,
                last,
                OptionalLong.of(teacher),
                about,
                body.has("parts")
                        ? parts(body, about.heads())
                        : before.parts().stream().map(ClassSession.Part::wish).toList(),
                NOBODYS);
    }

    /** The number of who is meant by the value of a field or a parameter. */
    long teacher(Body body, String name) {
        var found = lists.teacher(name, meant.site(), meant.by());
        if (found.isEmpty()) throw body.bad("teacher", words.text("api.session.noTeacher"));
        return found.getAsLong();
    }

    private Optional<Integer> period(Body body, String name) {
        return body.number(name).map(number -> number > 99 ? 100 : number.intValue());
    }

    private SessionFacts about(Body body, Optional<SessionFacts> before) {
        var had = before.orElseGet(() -> new SessionFacts(OptionalLong.empty(), "", "", 0, "", "", "", 0));
        return new SessionFacts(
                had.schoolClass(),
                text(body, "className", SessionFacts.LONGEST_CLASS, had.className()),
                text(body, "grade", SessionFacts.LONGEST_GRADE, had.grade()),
                number(body, "heads", SessionFacts.MOST_HEADS, had.heads()),
                text(body, "subject", SessionFacts.LONGEST_SUBJECT, had.subject()),
                text(body, "purpose", SessionFacts.LONGEST_PURPOSE, had.purpose()),
                text(body, "topic", SessionFacts.LONGEST_TOPIC, had.topic()),
                number(body, "books", SessionFacts.MOST_BOOKS, had.books()));
    }

    private static String text(Body body, String name, int longest, String otherwise) {
        return body.has(name) ? body.text(name, longest) : otherwise;
    }

    private int number(Body body, String name, int most, int otherwise) {
        var number = body.number(name).orElse((long) otherwise);
        if (number > most) throw body.bad(name, words.text("api.session.most", most));
        return number.intValue();
    }

    private List<PartWish> parts(Body body, int heads) {
        var parts = body.objects("parts", NewPart.class);
        if (parts.isEmpty()) throw body.bad("parts", words.text("api.missing"));
        if (parts.size() > MOST_PARTS) throw body.bad("parts", words.text("api.session.most", MOST_PARTS));
        var wishes = parts.stream().map(part -> part(part, heads)).toList();
        if (wishes.stream().map(PartWish::resource).distinct().count() < wishes.size())
            throw body.bad("parts", words.text("api.session.twice"));
        return wishes;
    }

    private PartWish part(Body part, int heads) {
        var resource = part.number("resource").orElseThrow(() -> part.bad("resource", words.text("api.missing")));
        var quantity = number(part, "quantity", SessionFacts.MOST_HEADS, Math.max(1, heads));
        if (quantity < 1) throw part.bad("quantity", words.text("api.session.least"));
        return new PartWish(resource, quantity, part.yes("alone"));
    }
}
