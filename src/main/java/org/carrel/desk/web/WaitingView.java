package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.Timetables;
import org.carrel.scheduling.WaitAnswer.InVain;
import org.carrel.scheduling.WaitingList;
import org.carrel.scheduling.WaitingWish;
import org.carrel.scheduling.WaitingWish.State;
import org.carrel.security.CurrentCaller;

/** desk/session-waiting.xhtml: the sessions that somebody waits for; what is offered is taken by one tap. */
@Named
@RequestScoped
public class WaitingView {
    @Inject
    HttpServletRequest request;

    @Inject
    WaitingList waiting;

    @Inject
    Timetables timetables;

    @Inject
    BookingResources resources;

    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    private List<WaitingWish> all = List.of();

    @PostConstruct
    void load() {
        all = waiting.own(clock.instant().atZone(clock.getZone()).toLocalDate().minusDays(1), caller.required());
    }

    /** @param said how it stands, a sentence */
    public record Row(long id, String day, String period, String what, String said, boolean offered, boolean missed) {}

    public List<Row> getRows() {
        return all.stream().map(this::row).toList();
    }

    private Row row(WaitingWish one) {
        var site = one.wish().site();
        var says = new SeriesWords(words, timetables.of(site), resources.list(site));
        var own =
                one.teacher().account().equals(OptionalLong.of(caller.required().account()));
        var what = Stream.of(own ? "" : one.teacher().name(), one.wish().about().className(), says.things(one.wish()))
                .filter(part -> !part.isEmpty())
                .collect(java.util.stream.Collectors.joining(" · "));
        var said =
                switch (one.state()) {
                    case OFFERED ->
                        words.text(
                                "waitingPage.offered", says.moment(one.until().orElseThrow()));
                    case MISSED -> words.text("waitingPage.missed");
                    case WAITING, BOOKED, GIVEN_UP -> words.text("waitingPage.before", one.before());
                };
        return new Row(
                one.id(),
                says.day(one.wish().day()),
                says.periods(one.wish().day(), one.wish().first(), one.wish().last()),
                what,
                said,
                one.state() == State.OFFERED,
                one.state() == State.MISSED);
    }

    public String getProblem() {
        if (!(request.getAttribute(WaitingServlet.PROBLEM) instanceof String key)) return "";
        var vain = request.getAttribute(WaitingServlet.IN_VAIN) instanceof InVain known
                        && request.getAttribute(WaitingServlet.SITE) instanceof String site
                ? new SeriesWords(words, timetables.of(site), resources.list(site)).reasons(known.reasons())
                : "";
        return words.text("waitingProblem." + key, vain);
    }

    public String getDone() {
        var done = FormTexts.of(request).get("done");
        return Stream.of("waits", "take", "again", "leave").anyMatch(done::equals)
                ? words.text("waitingPage.done." + done)
                : "";
    }
}
