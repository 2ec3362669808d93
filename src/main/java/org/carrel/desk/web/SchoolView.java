package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.desk.web.SchoolServlet.Sent;
import org.carrel.school.NoticeLanguages;
import org.carrel.school.SchoolProblem;
import org.carrel.school.SchoolProblem.Field;
import org.carrel.school.SchoolSite;
import org.carrel.school.SiteDraft;
import org.carrel.school.Sites;

/** desk/school.xhtml: what holds at a site. Administrators change it, librarians read it. */
@Named
@RequestScoped
public class SchoolView {
    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    Sites sites;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private Optional<SchoolSite> site = Optional.empty();
    private SiteDraft draft = new SiteDraft("", "", "", "", "", "", "", "", 0);
    private List<SchoolProblem> problems = List.of();
    private boolean adding;
    private boolean missing;

    @PostConstruct
    void load() {
        var code = FormTexts.of(request).get("site");
        if (request.getAttribute(SchoolServlet.SENT) instanceof Sent sent) {
            adding = sent.adding();
            draft = sent.draft();
            problems = sent.problems();
            site = adding ? Optional.empty() : reach.chosen(code);
            return;
        }
        site = reach.chosen(code);
        adding = reach.mayAdd() && (request.getParameter("new") != null || code.isEmpty() && site.isEmpty());
        missing = !adding && site.isEmpty() && !code.isEmpty();
        draft = adding ? empty() : site.map(SiteDraft::of).orElse(draft);
    }

    /** With what most new sites have in common with the others. */
    private SiteDraft empty() {
        // A site that an import made has the machine's zone, which may be none that a site can be saved with.
        var zones = reach.all().stream().map(known -> known.zone().getId());
        var zone = Stream.concat(zones, Stream.of(clock.getZone().getId()))
                .filter(sites.zones()::contains)
                .findFirst()
                .orElse("");
        return new SiteDraft("", "", "", "", zone, NoticeLanguages.BOTH.name(), "", "", 0);
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (missing) Pages.notFound();
    }

    /** A field of the form. */
    public record TextField(String id, String name, String label, String value, String problem) {}

    /** A setting as it is read. */
    public record Fact(String id, String name, String value) {}

    public List<Link> getSites() {
        return reach.links(SchoolServlet.PAGE, draft.code());
    }

    public SiteDraft getDraft() {
        return draft;
    }

    public boolean isAdding() {
        return adding;
    }

    public boolean isKnown() {
        return adding || site.isPresent();
    }

    public boolean isMayChange() {
        return reach.mayChange();
    }

    public boolean isMayAdd() {
        return reach.mayAdd() && !adding;
    }

    public String getDone() {
        return "saved".equals(request.getParameter("done")) ? words.text("school.done") : "";
    }

    /** What is wrong as a whole; each field says the rest. */
    public String getProblem() {
        if (problems.isEmpty()) return "";
        var stale = problems.stream().anyMatch(problem -> problem.kind() == SchoolProblem.Kind.STALE);
        return stale ? words.text("schoolProblem.STALE") : words.text("school.wrong");
    }

    /** Where it is and how to reach it. */
    public List<TextField> getPlaceFields() {
        return Stream.of(
                        field("name", Field.NAME, draft.name()),
                        field("address", Field.ADDRESS, draft.address()),
                        field("phone", Field.PHONE, draft.phone()))
                .toList();
    }

    /** Who notices come from. */
    public List<TextField> getSenderFields() {
        return List.of(
                field("senderName", Field.SENDER_NAME, draft.senderName()),
                field("senderMail", Field.SENDER_MAIL, draft.senderMail()));
    }

    public TextField getCodeField() {
        return field("site", Field.CODE, draft.code());
    }

    private TextField field(String name, Field field, String value) {
        var isStale = problems.stream().anyMatch(problem -> problem.kind() == SchoolProblem.Kind.STALE);
        var problem = isStale ? "" : reach.problem(problems, field);
        return new TextField(name, name, words.text("schoolField." + field), value, problem);
    }

    public String getZoneProblem() {
        return reach.problem(problems, Field.ZONE);
    }

    /** The one that is set stands among them even when it is no region: the machine's own, before anybody has chosen. */
    public List<Choice> getZones() {
        var known = sites.zones();
        var own = known.contains(draft.zone()) || draft.zone().isEmpty()
                ? Stream.<String>empty()
                : Stream.of(draft.zone());
        return Stream.concat(own, known.stream())
                .map(zone -> new Choice(zone, zone.replace('_', ' '), zone.equals(draft.zone())))
                .toList();
    }

    public List<Choice> getLanguages() {
        return Arrays.stream(NoticeLanguages.values())
                .map(one -> new Choice(
                        one.name(),
                        words.text("noticeLanguages." + one),
                        one.name().equals(draft.languages())))
                .toList();
    }

    /** For who may only read. */
    public List<Fact> getFacts() {
        return Stream.of(
                        new Fact("fact-code", words.text("schoolField.CODE"), draft.code()),
                        new Fact("fact-name", words.text("schoolField.NAME"), draft.name()),
                        new Fact("fact-address", words.text("schoolField.ADDRESS"), draft.address()),
                        new Fact("fact-phone", words.text("schoolField.PHONE"), draft.phone()),
                        new Fact("fact-zone", words.text("schoolField.ZONE"), draft.zone()),
                        new Fact(
                                "fact-languages",
                                words.text("schoolField.LANGUAGES"),
                                words.text("noticeLanguages." + draft.languages())),
                        new Fact("fact-sender", words.text("schoolField.SENDER_NAME"), draft.senderName()),
                        new Fact("fact-mail", words.text("schoolField.SENDER_MAIL"), draft.senderMail()))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }
}
