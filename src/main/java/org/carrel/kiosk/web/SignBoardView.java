package org.carrel.kiosk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Device;
import org.carrel.sessions.Signs;
import org.carrel.sessions.Signs.Entry;
import org.carrel.sessions.Signs.Sign;

/** kiosk/sign.xhtml: a screen at a door or a desk that says what is on and what comes next, in English and Spanish in turn. */
@Named
@RequestScoped
public class SignBoardView {
    /** So long each language is shown; the script asks as often. */
    private static final int TURN_SECONDS = 20;

    private static final int MOST_NEXT = 3;

    @Inject
    HttpServletRequest request;

    @Inject
    KioskDevice device;

    @Inject
    Signs signs;

    @Inject
    SchoolCalendar calendars;

    @Inject
    Clock clock;

    private Optional<Sign> sign = Optional.empty();
    private ScreenLanguage language = ScreenLanguage.EN;
    private ZoneId zone = ZoneId.of("UTC");

    @PostConstruct
    void load() {
        var turn = clock.instant().getEpochSecond() / TURN_SECONDS;
        language = turn % 2 == 0 ? ScreenLanguage.EN : ScreenLanguage.ES;
        var site = device.get().map(Device::siteCode).filter(code -> !code.isEmpty());
        if (site.isEmpty()) return;
        zone = calendars.of(site.get()).zone();
        sign = signs.of(site.get(), thing());
    }

    private OptionalLong thing() {
        var of = Objects.requireNonNullElse(request.getParameter("of"), "");
        return of.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(of)) : OptionalLong.empty();
    }

    public String getLanguage() {
        return language.tag();
    }

    public int getSeconds() {
        return TURN_SECONDS;
    }

    /** Whether this is a screen of the library's, and there is something to tell. */
    public boolean isKnown() {
        return sign.isPresent();
    }

    public String getUnknown() {
        return text(device.get().isPresent() ? "sign.noThing" : "sign.notEnrolled");
    }

    private String text(String key, Object... details) {
        return new MessageFormat(Words.bundle(language).getString(key), language.locale()).format(details);
    }

    public String getTitle() {
        return sign.flatMap(Sign::of).map(of -> of.name(language.locale())).orElseGet(() -> text("sign.library"));
    }

    public String getTime() {
        return time(clock.instant());
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(at.atZone(zone));
    }

    /** @param what is on: a topic, a test @param where and who; empty for nothing that is told */
    public record Line(String hours, String what, String about) {}

    private Line line(Entry entry) {
        var places = entry.places().stream()
                .map(place ->
                        language == ScreenLanguage.ES && !place.nameEs().isEmpty() ? place.nameEs() : place.nameEn())
                .collect(Collectors.joining(", "));
        var about = new ArrayList<String>();
        if (!entry.who().isEmpty()) about.add(entry.who());
        if (!places.isEmpty()) about.add(places);
        return new Line(time(entry.starts()) + " – " + time(entry.ends()), what(entry), String.join(" · ", about));
    }

    private String what(Entry entry) {
        if (entry.testing()) return text("sign.testing");
        if (entry.closed()) return text("sign.closed");
        return entry.topic().isEmpty() ? text("sign.class") : entry.topic();
    }

    public List<Line> getNow() {
        return sign.map(Sign::now).orElse(List.of()).stream().map(this::line).toList();
    }

    public List<Line> getNext() {
        return sign.map(Sign::next).orElse(List.of()).stream()
                .limit(MOST_NEXT)
                .map(this::line)
                .toList();
    }

    public String getNowTitle() {
        return text("sign.now");
    }

    public String getNextTitle() {
        return text("sign.next");
    }

    /** Nothing is on; until when, where something comes. */
    public String getFree() {
        var next = sign.map(Sign::next).orElse(List.of());
        return next.isEmpty()
                ? text("sign.freeToday")
                : text("sign.freeUntil", time(next.getFirst().starts()));
    }

    public String getNothingMore() {
        return text("sign.nothingMore");
    }
}
