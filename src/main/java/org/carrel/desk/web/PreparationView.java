package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ClassSession.Part;
import org.carrel.scheduling.ShortCart;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.sessions.Preparation;
import org.carrel.sessions.Preparation.Line;
import org.carrel.sessions.Preparation.Sheet;

/** desk/preparation.xhtml: what to make ready for classes, by time. */
@Named
@RequestScoped
public class PreparationView {
    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    Preparation preparation;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    SessionWords sessions;

    private Optional<SchoolSite> site = Optional.empty();
    private Sheet sheet = new Sheet(List.of(), List.of());
    private String asked = "";

    @PostConstruct
    void load() {
        asked = FormTexts.of(request).get("site");
        site = reach.chosen(asked);
        sheet = site.map(known -> preparation.of(known.code(), caller.required()))
                .orElse(sheet);
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !asked.isEmpty()) Pages.notFound();
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public List<Link> getSites() {
        return reach.links("/desk/preparation", getCode());
    }

    public String getProblem() {
        return request.getAttribute(PreparationServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    /** One thing to do. @param warn it cannot be done as things are */
    public record Task(String text, boolean warn) {}

    /**
     * A session.
     *
     * @param what it is for; empty for nothing that is known
     * @param books where its books are pulled; empty for none
     */
    public record Row(
            long id,
            String hours,
            String name,
            String who,
            String what,
            List<Task> tasks,
            String books,
            String bookCount,
            boolean prepared,
            boolean over) {}

    public record DayCard(String id, String name, String count, List<Row> rows) {}

    public List<DayCard> getDays() {
        var today = words.text("preparation.today");
        var next = words.text("preparation.next");
        var cards = new ArrayList<DayCard>();
        for (var day : sheet.days()) {
            var name = (cards.isEmpty() ? today : next) + ", " + sessions.day(day.day());
            var done = day.lines().stream().filter(Line::prepared).count();
            cards.add(new DayCard(
                    "day-" + day.day(),
                    name,
                    words.text("preparation.count", done, day.lines().size()),
                    day.lines().stream().map(this::row).toList()));
        }
        return cards;
    }

    private Row row(Line line) {
        var session = line.session();
        var about = session.about();
        var who = about.className().isEmpty() ? "" : session.teacher().name();
        return new Row(
                session.id(),
                sessions.hours(session),
                sessions.name(session),
                who,
                about.purpose(),
                tasks(line),
                line.books() > 0 || line.pulled() > 0 ? "/desk/session-books/" + session.id() : "",
                words.text("preparation.books", line.pulled(), line.books()),
                line.prepared(),
                line.over());
    }

    /** Carts first: they take longest. */
    private List<Task> tasks(Line line) {
        var session = line.session();
        var place = place(session);
        var tasks = new ArrayList<Task>();
        for (var part : session.parts()) {
            if (part.kind() == Kind.CART) tasks.add(cart(part, place, line.tooFew()));
        }
        for (var part : session.parts()) {
            var name = part.name(words.language().locale());
            switch (part.kind()) {
                case CART -> {}
                case AV -> tasks.add(new Task(words.text("preparation.av", name, place), isFew(part, line.tooFew())));
                case PERSON -> tasks.add(new Task(words.text("preparation.person", name), false));
                case ZONE, LAB ->
                    tasks.add(new Task(
                            words.text(
                                    part.alone() ? "preparation.placeAlone" : "preparation.place",
                                    name,
                                    session.about().heads()),
                            false));
            }
        }
        return tasks;
    }

    private Task cart(Part part, String place, List<ShortCart> few) {
        var name = part.name(words.language().locale());
        var left = few.stream()
                .filter(one -> one.part().resource() == part.resource())
                .findFirst();
        return left.map(one ->
                        new Task(words.text("preparation.cartFew", name, part.quantity(), place, one.devices()), true))
                .orElseGet(() -> new Task(words.text("preparation.cart", name, part.quantity(), place), false));
    }

    private static boolean isFew(Part part, List<ShortCart> few) {
        return few.stream().anyMatch(one -> one.part().resource() == part.resource());
    }

    /** Where the class will be; its own room where it has booked none. */
    private String place(ClassSession session) {
        var places = session.parts().stream()
                .filter(part -> part.kind().isPlace())
                .map(part -> part.name(words.language().locale()))
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? words.text("preparation.ownRoom") : places;
    }

    /** Sessions of the weeks after that will find too few devices, as sentences. */
    public List<String> getLater() {
        return sheet.later().stream()
                .map(one -> words.text(
                        "preparation.later",
                        sessions.of(one.session()),
                        one.part().name(words.language().locale()),
                        one.devices(),
                        one.part().quantity()))
                .toList();
    }
}
