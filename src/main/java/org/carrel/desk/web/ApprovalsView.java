package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ScheduleBoard;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.Timetables;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;

/** desk/approvals.xhtml: sessions that wait for a yes or a no. They hold what they want meanwhile (B-11). */
@Named
@RequestScoped
public class ApprovalsView {
    static final String PAGE = "/schedule/approvals";

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    ScheduleBoard board;

    @Inject
    Timetables timetables;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<SchoolSite> site = Optional.empty();
    private List<ClassSession> waiting = List.of();
    private Timetable timetable = Timetable.unknown(ZoneOffset.UTC);

    @PostConstruct
    void load() {
        site = reach.chosen(FormTexts.of(request).get("site"));
        waiting = site.map(known -> board.requested(known.code(), caller.required()))
                .orElse(waiting);
        timetable = site.map(known -> timetables.of(known.code())).orElse(timetable);
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !FormTexts.of(request).get("site").isEmpty()) Pages.notFound();
    }

    public List<Link> getSites() {
        return reach.links(PAGE, getSite());
    }

    public String getSite() {
        return site.map(SchoolSite::code).orElse("");
    }

    public record Row(long id, String when, String who, String what, String purpose) {}

    public List<Row> getRows() {
        var says = new BookingWords(words);
        return waiting.stream()
                .map(session -> new Row(
                        session.id(),
                        says.when(timetable, session.day(), session.first(), session.last()),
                        says.who(session),
                        says.things(session),
                        session.about().purpose().isEmpty()
                                ? session.about().topic()
                                : session.about().purpose()))
                .toList();
    }

    public String getCount() {
        return words.text("approvals.count", waiting.size());
    }

    public String getDone() {
        var done = FormTexts.of(request).get("done");
        return List.of("approved", "refused").contains(done) ? words.text("session.done." + done) : "";
    }
}
