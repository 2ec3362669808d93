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
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.desk.web.SessionCalendarServlet.Part;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.CalendarFeeds;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.OwnFeed;
import org.carrel.scheduling.SessionLinks;
import org.carrel.scheduling.SessionWords;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;
import org.carrel.security.WebSettings;

/** desk/session-calendar.xhtml: how sessions get into other calendars and onto other pages, and which letters come about them. */
@Named
@RequestScoped
public class SessionCalendarView {
    @Inject
    HttpServletRequest request;

    @Inject
    CalendarFeeds feeds;

    @Inject
    SessionLinks links;

    @Inject
    Bookings bookings;

    @Inject
    BookingResources resources;

    @Inject
    SchoolCalendar calendars;

    @Inject
    SchoolReach reach;

    @Inject
    CurrentCaller caller;

    @Inject
    WebSettings settings;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private FormTexts texts = new FormTexts(Map.of());
    private Optional<OwnFeed> own = Optional.empty();
    private Optional<SchoolSite> site = Optional.empty();
    private List<ClassSession> sessions = List.of();
    private Map<Long, String> linked = Map.of();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        var by = caller.required();
        own = feeds.own(by);
        site = isDecider() ? reach.chosen(texts.get("site")) : site;
        var today = LocalDate.ofInstant(
                clock.instant(), calendars.of(by.site().orElse("")).zone());
        sessions = bookings.own(today, by).stream()
                .filter(session -> session.state().isLive())
                .toList();
        linked = links.of(sessions.stream().map(ClassSession::id).toList());
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (isDecider() && site.isEmpty() && !texts.get("site").isEmpty()) Pages.notFound();
    }

    public String getDone() {
        return Arrays.stream(Part.values())
                .filter(part -> getMade().isEmpty() && part.word().equals(texts.get("done")))
                .map(part -> words.text("calendars.done." + part))
                .findFirst()
                .orElse("");
    }

    /** The address that was made just now; empty at any other time. */
    public String getMade() {
        return request.getAttribute(SessionCalendarServlet.MADE) instanceof String word
                ? address(CalendarFeedServlet.MINE, word + CalendarFeedServlet.END)
                : "";
    }

    private String address(String path, String name) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return settings.baseUrl()
                .resolve(request.getContextPath() + path + "/" + encoded)
                .toString();
    }

    public boolean isHasFeed() {
        return own.isPresent();
    }

    /** Since when there is an address, and when it was read last. */
    public String getState() {
        return own.map(feed -> words.text(
                        "calendars.since",
                        words.day(feed.made()),
                        feed.used().map(words::time).orElseGet(() -> words.text("calendars.unread"))))
                .orElseGet(() -> words.text("calendars.none"));
    }

    public boolean isMail() {
        return feeds.wantsMail(caller.required());
    }

    /** A session of one's own. @param link its address; empty: it has none */
    public record Row(long id, String title, String when, String where, String link) {}

    public List<Row> getRows() {
        var said = new SessionWords(words.language().locale());
        return sessions.stream()
                .map(session -> new Row(
                        session.id(),
                        said.title(session),
                        when(session),
                        said.where(session),
                        Optional.ofNullable(linked.get(session.id()))
                                .map(word -> address("/s", word))
                                .orElse("")))
                .toList();
    }

    private String when(ClassSession session) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(words.language().locale())
                .format(session.span()
                        .starts()
                        .atZone(calendars.of(session.site()).zone()));
    }

    /** Whether who looks decides what everybody may read. */
    public boolean isDecider() {
        return caller.may(Operation.DESK_SETTINGS);
    }

    public List<Link> getSites() {
        return isDecider() ? reach.links(SessionCalendarServlet.PAGE, getCode()) : List.of();
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    /** Something of which everybody may read when it is taken, or could. @param thing number; empty: the site as a whole */
    public record Busy(String id, String thing, String name, boolean shown, String address) {}

    public List<Busy> getBusy() {
        if (site.isEmpty()) return List.of();
        var shown = feeds.busyShown(getCode());
        var rows = new ArrayList<Busy>();
        rows.add(new Busy(
                "busy-site",
                "",
                words.text("calendars.whole", site.get().name()),
                shown.site(),
                address(CalendarFeedServlet.SCHOOL, getCode() + CalendarFeedServlet.END)));
        resources.list(getCode()).stream()
                .filter(thing -> thing.kind() != BookingResource.Kind.PERSON && !thing.retired())
                .map(thing -> new Busy(
                        "busy-" + thing.id(),
                        String.valueOf(thing.id()),
                        thing.name(words.language().locale()),
                        shown.resources().contains(thing.id()),
                        address(CalendarFeedServlet.THING, thing.id() + CalendarFeedServlet.END)))
                .forEach(rows::add);
        return rows;
    }
}
