package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.school.OpenState;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Device;

/** The door sign at the foot of every screen: until when the library is open. */
@Named
@RequestScoped
public class KioskHoursView {
    private static final int WEEK = 7;

    @Inject
    SchoolCalendar calendar;

    @Inject
    KioskDevice device;

    @Inject
    Words words;

    @Inject
    Clock clock;

    /** Of the school that the screen stands in; empty when nobody has said when it is open. */
    public String getText() {
        var site = device.get().map(Device::siteCode).orElse("");
        return switch (calendar.stateNow(site)) {
            case OpenState.Open open -> words.text("hours.open", time(open.until()));
            case OpenState.Later later -> words.text("hours.later", time(later.from()));
            case OpenState.ClosedToday closed ->
                closed.why()
                        .map(why -> words.text("hours.closedFor", why.reason(isSpanish())))
                        .orElseGet(() -> words.text("hours.closed"));
            case OpenState.Over over ->
                words.text(
                        "hours.over",
                        day(over.nextDay(), calendar.of(site).today(clock.instant())),
                        time(over.nextFrom()));
            case OpenState.Unknown unknown -> "";
        };
    }

    private boolean isSpanish() {
        return words.language() == ScreenLanguage.ES;
    }

    private String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.language().locale())
                .format(time);
    }

    /** {@code Monday} within a week, {@code January 5} after that. */
    private String day(LocalDate day, LocalDate today) {
        var far = day.isAfter(today.plusDays(WEEK - 1L));
        var pattern = far ? isSpanish() ? "d 'de' MMMM" : "MMMM d" : "EEEE";
        return DateTimeFormatter.ofPattern(pattern, words.language().locale()).format(day);
    }
}
