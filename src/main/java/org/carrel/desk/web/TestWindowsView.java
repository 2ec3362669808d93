package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.desk.web.TestWindowServlet.Sent;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SessionWish;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.testing.DeviceReadiness;
import org.carrel.testing.TestWindow;
import org.carrel.testing.TestWindows;

/** desk/testing.xhtml and desk/testing-new.xhtml: testing windows, and a new one with all that it would push out. */
@Named
@RequestScoped
public class TestWindowsView {
    static final String PAGE = "/desk/testing";

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    TestWindows windows;

    @Inject
    DeviceReadiness readiness;

    @Inject
    BookingResources resources;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<SchoolSite> site = Optional.empty();
    private FormTexts texts = new FormTexts(Map.of());
    private Optional<Sent> sent = Optional.empty();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        site = reach.chosen(texts.get("site"));
        if (request.getAttribute(TestWindowServlet.SENT) instanceof Sent known) sent = Optional.of(known);
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !texts.get("site").isEmpty()) Pages.notFound();
    }

    public List<Link> getSites() {
        return reach.links(request.getServletPath().endsWith("new.xhtml") ? "/desk/testing-new" : PAGE, getCode());
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    private TestWords says() {
        return new TestWords(words, site.map(SchoolSite::zone).orElse(ZoneOffset.UTC));
    }

    public boolean isMayPrepare() {
        return site.isPresent() && windows.mayPrepare(getCode(), caller.required());
    }

    public boolean isMayOpen() {
        return site.isPresent() && windows.mayOpen(getCode(), caller.required());
    }

    /** @param days as one sentence */
    public record Row(long id, String name, String program, String days, String state) {}

    public List<Row> getWindows() {
        if (site.isEmpty()) return List.of();
        return windows.list(getCode(), caller.required()).stream()
                .map(this::row)
                .toList();
    }

    private Row row(TestWindow window) {
        var days = window.days().isEmpty()
                ? ""
                : new CalendarWords(words)
                        .days(
                                window.days().getFirst().day(),
                                window.days().getLast().day());
        var state = window.cancelled().isPresent() ? words.text("test.cancelled") : "";
        return new Row(window.id(), window.name(), window.programName(), days, state);
    }

    // a new one

    /** @param on whether it is chosen */
    public record Choice(String value, String name, boolean on) {}

    public List<Choice> getPrograms() {
        return readiness.programsInUse().stream()
                .map(program -> new Choice(
                        String.valueOf(program.id()),
                        program.name(),
                        texts.get("program").equals(String.valueOf(program.id()))))
                .toList();
    }

    private List<Choice> things(boolean places) {
        return resources.list(getCode()).stream()
                .filter(resource -> !resource.retired())
                .filter(resource -> places ? resource.kind().isPlace() : resource.kind() == BookingResource.Kind.CART)
                .map(resource -> new Choice(
                        TestWindowServlet.RESOURCE + resource.id(),
                        resource.name(words.language().locale()),
                        texts.has(TestWindowServlet.RESOURCE + resource.id())))
                .toList();
    }

    public List<Choice> getPlaces() {
        return things(true);
    }

    public List<Choice> getCarts() {
        return things(false);
    }

    public FormTexts getTyped() {
        return texts;
    }

    public String typed(String name) {
        return texts.get(name);
    }

    public boolean isPlanned() {
        return sent.isPresent();
    }

    public boolean isGood() {
        return sent.filter(known -> known.plan().isGood()).isPresent();
    }

    public boolean isChanged() {
        return sent.filter(Sent::changed).isPresent();
    }

    /** What is wrong, as sentences. */
    public List<String> getProblems() {
        if (sent.isEmpty()) return List.of();
        var plan = sent.get().plan();
        var all = plan.problems().stream()
                .sorted()
                .map(problem -> words.text("testProblem." + problem))
                .collect(Collectors.toList());
        plan.displacement()
                .unfit()
                .forEach(unfit -> all.add(words.text(
                        "test.unfit",
                        says().when(unfit.wish()),
                        unfit.reasons().stream()
                                .map(reason -> words.text(
                                        "testReason." + reason.reason().kind(),
                                        reason.reason().facts().toArray()))
                                .distinct()
                                .collect(Collectors.joining(" ")))));
        return all;
    }

    /** A session that would go. @param instead when all of it can be had */
    public record Gone(long id, String when, String what, String instead) {}

    public List<Gone> getOut() {
        if (sent.isEmpty()) return List.of();
        return sent.get().plan().displacement().out().stream()
                .map(pushed -> new Gone(
                        pushed.session().id(),
                        says().when(pushed.session()),
                        says().what(pushed.session()),
                        pushed.instead().isEmpty()
                                ? words.text("test.noInstead")
                                : pushed.instead().stream()
                                        .map(wish -> instead(wish, pushed.session()))
                                        .collect(Collectors.joining("; "))))
                .toList();
    }

    /** The time, and the things where they are others. */
    private String instead(SessionWish wish, ClassSession session) {
        var wanted = wish.parts().stream().map(PartWish::resource).toList();
        var has = session.parts().stream().map(ClassSession.Part::resource).toList();
        if (has.containsAll(wanted)) return says().when(wish);
        return says().when(wish) + ": "
                + resources.list(getCode()).stream()
                        .filter(resource -> wanted.contains(resource.id()))
                        .map(resource -> resource.name(words.language().locale()))
                        .collect(Collectors.joining(", "));
    }

    public String getCounted() {
        return sent.map(known -> words.text(
                        "test.wouldGo",
                        known.plan().displacement().out().size(),
                        known.wish().days().size()))
                .orElse("");
    }

    /** Numbers of what is shown to go: what is opened is what was seen. */
    public String getSeen() {
        return sent.map(known -> known.plan().displacement().sessions().stream()
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")))
                .orElse("");
    }

    /** A number for the form: sent twice, it opens one window. */
    public String getRequestNumber() {
        return texts.get("request").isEmpty() ? UUID.randomUUID().toString() : texts.get("request");
    }
}
