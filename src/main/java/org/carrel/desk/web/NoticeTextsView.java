package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.desk.web.NoticeTextsServlet.SentText;
import org.carrel.desk.web.NoticeTextsServlet.SentTimes;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.desk.web.SchoolView.Fact;
import org.carrel.desk.web.SchoolView.TextField;
import org.carrel.notices.NoticeField;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticeLanguage;
import org.carrel.notices.NoticePolicies;
import org.carrel.notices.NoticePolicy.Draft;
import org.carrel.notices.NoticePolicy.Guardians;
import org.carrel.notices.NoticePolicy.Problem;
import org.carrel.notices.NoticeText;
import org.carrel.notices.NoticeTexts;
import org.carrel.notices.NoticeTexts.Preview;
import org.carrel.notices.TextProblem;
import org.carrel.notices.TextProblem.Place;
import org.carrel.school.SchoolSite;

/** desk/notice-texts.xhtml: the words of notices, tried on a person who does not exist, and when they go out. */
@Named
@RequestScoped
public class NoticeTextsView {
    private static final String NEVER = "NEVER";

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    NoticeTexts texts;

    @Inject
    NoticePolicies policies;

    @Inject
    StaffWords words;

    private Optional<SchoolSite> site = Optional.empty();
    private boolean missing;
    private NoticeText draft = new NoticeText(NoticeKind.DUE_SOON, NoticeLanguage.EN, "", "", 0);
    private List<TextProblem> problems = List.of();
    private boolean trying;
    private Draft times = new Draft("", "", "", "", "", 0);
    private Set<Problem> timeProblems = Set.of();

    @PostConstruct
    void load() {
        var form = FormTexts.of(request);
        site = reach.chosen(form.get("site"));
        missing = site.isEmpty() && !form.get("site").isEmpty();
        var code = getSite();
        draft = texts.of(code, form.oneOf("kind", NoticeKind.DUE_SOON), form.oneOf("language", NoticeLanguage.EN));
        times = policies.draft(code);
        if (request.getAttribute(NoticeTextsServlet.TEXT) instanceof SentText sent) {
            draft = sent.draft();
            problems = sent.problems();
            trying = sent.trying() && problems.isEmpty();
        }
        if (request.getAttribute(NoticeTextsServlet.POLICY) instanceof SentTimes sent) {
            times = sent.draft();
            timeProblems = sent.problems();
        }
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (missing) Pages.notFound();
    }

    /** What is wrong, with the field it is in. */
    public record Wrong(String field, String text) {}

    /** A placeholder and what it stands for. */
    public record Placeholder(String word, String meaning) {}

    public boolean isKnown() {
        return site.isPresent();
    }

    public boolean isMayChange() {
        return reach.mayChange();
    }

    public String getSite() {
        return site.map(SchoolSite::code).orElse("");
    }

    public List<Link> getSites() {
        return reach.links(NoticeTextsServlet.PAGE, getSite());
    }

    public NoticeText getDraft() {
        return draft;
    }

    public String getTitle() {
        return words.text("noticeKind." + draft.kind()) + " · " + words.text("noticeLanguage." + draft.language());
    }

    public String getDone() {
        var done = FormTexts.of(request).get("done");
        return List.of("saved", "reset", "times").contains(done) ? words.text("texts.done." + done) : "";
    }

    /** In the order of the text. */
    public List<Wrong> getWrong() {
        return problems.stream()
                .map(problem -> new Wrong(field(problem.place()), text(problem)))
                .toList();
    }

    private static String field(Place place) {
        return place == Place.SUBJECT ? "subject" : "body";
    }

    private String text(TextProblem problem) {
        var what = words.text("textProblem." + problem.kind(), problem.detail());
        var where = words.text("textPlace." + problem.place());
        return problem.line() == 0
                ? words.text("textProblem.whole", where, what)
                : words.text("textProblem.at", where, problem.line(), problem.column(), what);
    }

    public boolean isSubjectWrong() {
        return problems.stream().anyMatch(problem -> problem.place() == Place.SUBJECT);
    }

    public boolean isBodyWrong() {
        return problems.stream().anyMatch(problem -> problem.place() == Place.BODY);
    }

    public List<Placeholder> getPlaceholders() {
        var needed = NoticeField.neededIn(draft.kind());
        return NoticeField.of(draft.kind()).stream()
                .map(field -> new Placeholder(
                        "{" + field.word() + "}",
                        words.text("noticeField." + field)
                                + (field == needed ? " (" + words.text("texts.needed") + ")" : "")))
                .toList();
    }

    public List<Choice> getKinds() {
        return Arrays.stream(NoticeKind.values())
                .map(kind -> new Choice(kind.name(), words.text("noticeKind." + kind), kind == draft.kind()))
                .toList();
    }

    public List<Choice> getLanguages() {
        return Arrays.stream(NoticeLanguage.values())
                .map(one -> new Choice(one.name(), words.text("noticeLanguage." + one), one == draft.language()))
                .toList();
    }

    /** One, when it was asked for and can be made; else none. */
    public List<Preview> getPreviews() {
        if (site.isEmpty() || !trying) return List.of();
        return List.of(texts.preview(draft, site.get()));
    }

    public boolean isTimesWrong() {
        return !timeProblems.isEmpty();
    }

    public boolean isTimesStale() {
        return timeProblems.contains(Problem.STALE);
    }

    public Draft getTimes() {
        return times;
    }

    public List<TextField> getTimeFields() {
        return List.of(
                field("dueSoonDays", Problem.DUE_SOON, times.dueSoonDays()),
                field("overdueDays", Problem.OVERDUE, times.overdueDays()),
                field("sendAt", Problem.SEND_AT, times.sendAt()));
    }

    private TextField field(String name, Problem problem, String value) {
        var wrong = timeProblems.contains(problem) ? words.text("timesProblem." + problem, value) : "";
        return new TextField(name, name, words.text("times." + name), value, wrong);
    }

    public List<Choice> getGuardians() {
        return Arrays.stream(Guardians.values())
                .map(one -> new Choice(
                        one.name(), words.text("guardians." + one), one.name().equals(times.guardians())))
                .toList();
    }

    public List<Choice> getDigestDays() {
        var days = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getValue() <= DayOfWeek.FRIDAY.getValue())
                .map(day -> new Choice(
                        day.name(), words.text("schoolField." + day), day.name().equals(times.digestDay())));
        var never = new Choice(
                NEVER, words.text("times.noDigest"), times.digestDay().equals(NEVER));
        return Stream.concat(Stream.of(never), days).toList();
    }

    /** For who may only read. */
    public List<Fact> getFacts() {
        var chosen = Stream.concat(getGuardians().stream(), getDigestDays().stream())
                .filter(Choice::chosen)
                .toList();
        return Stream.of(
                        new Fact("fact-due-soon", words.text("times.dueSoonDays"), times.dueSoonDays()),
                        new Fact("fact-overdue", words.text("times.overdueDays"), times.overdueDays()),
                        new Fact("fact-send-at", words.text("times.sendAt"), times.sendAt()),
                        new Fact(
                                "fact-guardians",
                                words.text("times.guardians"),
                                chosen.getFirst().name()),
                        new Fact(
                                "fact-digest",
                                words.text("times.digestDay"),
                                chosen.getLast().name()))
                .toList();
    }
}
