package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.notices.NoticeDesk;
import org.carrel.notices.NoticeDesk.Act;
import org.carrel.notices.NoticeDesk.Counts;
import org.carrel.notices.NoticeDesk.Line;
import org.carrel.notices.NoticeDesk.Shown;
import org.carrel.notices.NoticeState;
import org.carrel.notices.NoticeWay;
import org.carrel.notices.QueuedNotice;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/notices.xhtml: what waits, what has to be looked at, and what is to be printed. */
@Named
@RequestScoped
public class NoticesView {
    private static final int AT_ONCE = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    NoticeDesk desk;

    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    private Optional<SchoolSite> site = Optional.empty();
    private boolean missing;
    private Shown shown = Shown.WAITING;
    private Counts counts = new Counts(Map.of(), 0, 0);
    private List<Line> lines = List.of();

    @PostConstruct
    void load() {
        var texts = FormTexts.of(request);
        site = reach.chosen(texts.get("site"));
        missing = site.isEmpty() && !texts.get("site").isEmpty();
        if (site.isEmpty()) return;
        var code = site.get().code();
        counts = desk.counts(code);
        shown = texts.oneOf("list", first());
        lines = desk.list(code, shown, Pages.asked(request), AT_ONCE);
    }

    /** The first list with something in it that somebody has to do. */
    private Shown first() {
        return Stream.of(Shown.TO_LOOK_AT, Shown.PAPER)
                .filter(list -> counts.of(list) > 0)
                .findFirst()
                .orElse(Shown.WAITING);
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (missing) Pages.notFound();
    }

    static String address(String site, Shown list) {
        return NoticesServlet.PAGE + "?site=" + URLEncoder.encode(site, StandardCharsets.UTF_8) + "&list=" + list;
    }

    /** A list and how long it is. */
    public record Tab(String id, String name, String path, boolean here) {}

    /** A button of a row. */
    public record Button(String id, String act, String name) {}

    /**
     * A letter.
     *
     * @param person path to the page of the person; empty for administrators
     */
    public record Row(
            long id,
            String name,
            String person,
            String room,
            String kind,
            String way,
            String state,
            boolean wrong,
            List<Button> buttons) {}

    public boolean isKnown() {
        return site.isPresent();
    }

    public String getSite() {
        return site.map(SchoolSite::code).orElse("");
    }

    public String getList() {
        return shown.name();
    }

    public List<Link> getSites() {
        return reach.links(NoticesServlet.PAGE, getSite());
    }

    public boolean isMail() {
        return desk.hasMail();
    }

    public boolean isMayWrite() {
        return caller.may(Operation.DESK_SETTINGS);
    }

    public String getDone() {
        var texts = FormTexts.of(request);
        var printed = FormTexts.integer(texts.get("printed"));
        if (printed >= 0) return words.text("notices.printed", printed);
        var done = texts.get("done");
        var known = Arrays.stream(Act.values()).anyMatch(act -> act.name().equals(done));
        return known ? words.text("noticeDone." + done) : "";
    }

    public boolean isTooLate() {
        return FormTexts.of(request).get("done").equals("TOO_LATE");
    }

    public List<Tab> getTabs() {
        return Arrays.stream(Shown.values())
                .map(list -> new Tab(
                        "list-" + list.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        words.text("noticeList." + list, counts.of(list)),
                        address(getSite(), list),
                        list == shown))
                .toList();
    }

    public String getTitle() {
        return words.text("noticeList." + shown, counts.of(shown));
    }

    /** What went out, in words. */
    public String getSent() {
        return words.text("notices.sent", counts.sent(), counts.notNeeded());
    }

    public int getPaper() {
        return counts.of(Shown.PAPER);
    }

    public String getPrint() {
        return words.text("notices.print", getPaper());
    }

    public Pages getPages() {
        var pages = (counts.of(shown) + AT_ONCE - 1) / AT_ONCE;
        return new Pages(address(getSite(), shown), Pages.asked(request), pages);
    }

    public String getPosition() {
        return words.text("pager.position", getPages().page(), getPages().pages());
    }

    public List<Row> getRows() {
        return lines.stream().map(this::row).toList();
    }

    private Row row(Line line) {
        var notice = line.notice();
        var admins = notice.kind().isToOutside();
        var room = notice.about().isEmpty() || admins ? line.homeroom() : notice.about();
        return new Row(
                notice.id(),
                admins
                        ? words.text(notice.way() == NoticeWay.ADMIN_MAIL ? "notices.admins" : "notices.district")
                        : line.name(),
                admins ? "" : "/desk/person/" + notice.patron(),
                room,
                words.text("noticeKind." + notice.kind()),
                words.text("noticeWay." + notice.way()),
                state(notice),
                notice.problem().isPresent(),
                buttons(notice));
    }

    private String state(QueuedNotice notice) {
        var problem = notice.problem()
                .map(what -> words.text("noticeProblem." + what, notice.replyCode()))
                .orElse("");
        var waits = notice.state() == NoticeState.QUEUED && notice.way() != NoticeWay.PAPER;
        var when = waits && notice.notBefore().isAfter(clock.instant())
                ? words.text("notices.notBefore", words.time(notice.notBefore()))
                : "";
        var rest = problem.isEmpty() && when.isEmpty() ? words.text("noticeState." + stateKey(notice)) : "";
        return Stream.of(problem, when, rest).filter(text -> !text.isEmpty()).reduce("", (one, two) -> (one + " " + two)
                .strip());
    }

    private static String stateKey(QueuedNotice notice) {
        var paper = notice.state() == NoticeState.QUEUED && notice.way() == NoticeWay.PAPER;
        return paper ? "PAPER" : notice.state().name();
    }

    private List<Button> buttons(QueuedNotice notice) {
        var mail = notice.way() == NoticeWay.OWN_MAIL || notice.way() == NoticeWay.TEACHER_MAIL;
        var acts =
                switch (notice.state()) {
                    case FAILED, UNKNOWN ->
                        mail ? List.of(Act.AGAIN, Act.PAPER, Act.CANCEL) : List.of(Act.AGAIN, Act.CANCEL);
                    case QUEUED ->
                        notice.way() == NoticeWay.PAPER
                                ? List.of(Act.HOLD, Act.CANCEL)
                                : notice.problem().isPresent()
                                        ? List.of(Act.AGAIN, Act.HOLD, Act.CANCEL)
                                        : List.of(Act.HOLD, Act.CANCEL);
                    case HELD -> List.of(Act.RELEASE, Act.CANCEL);
                    case SENDING, SENT, CANCELLED -> List.<Act>of();
                };
        return acts.stream()
                .map(act -> new Button(
                        act.name().toLowerCase(Locale.ROOT) + "-" + notice.id(),
                        act.name(),
                        words.text("noticeAct." + act)))
                .toList();
    }
}
