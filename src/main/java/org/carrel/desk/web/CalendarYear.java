package org.carrel.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.school.SchoolYear;
import org.carrel.school.SchoolYear.DayAtAGlance;
import org.carrel.school.SchoolYear.MonthAtAGlance;

/** A school year on desk/calendar.xhtml: twelve small months, and each of them in words. */
public final class CalendarYear {
    /** So many years before and after this one can be looked at. */
    static final int MOST_YEARS = 5;

    private static final int WEEK = 7;

    private final SchoolYear year;
    private final String site;
    private final CalendarWords says;

    CalendarYear(SchoolYear year, String site, CalendarWords says) {
        this.year = year;
        this.site = site;
        this.says = says;
    }

    /** A square. @param look style class; empty for a square without a day */
    public record Square(String number, String look) {}

    /** @param weeks rows of seven squares, from Sunday */
    public record MonthCard(String id, String name, List<List<Square>> weeks, String open, String closed) {}

    public String getTitle() {
        return says.words().text("calendar.year", String.valueOf(year.first()), String.valueOf(year.first() + 1));
    }

    public String getOpen() {
        return says.words().text("calendar.openDays", year.openDays());
    }

    public String getPrevious() {
        return at(year.first() - 1);
    }

    public String getNext() {
        return at(year.first() + 1);
    }

    private String at(int first) {
        return CalendarServlet.PAGE + "?site=" + URLEncoder.encode(site, StandardCharsets.UTF_8) + "&year=" + first
                + "#year";
    }

    /** One letter or two for each, from Sunday. */
    public List<String> getWeekdays() {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                .limit(WEEK)
                .map(day -> day.getDisplayName(TextStyle.NARROW_STANDALONE, says.locale()))
                .toList();
    }

    public List<MonthCard> getMonths() {
        return year.months().stream().map(this::card).toList();
    }

    private MonthCard card(MonthAtAGlance month) {
        var closed = month.closures().stream()
                .map(closure -> says.within(closure, month.month()))
                .collect(Collectors.joining("; "));
        return new MonthCard(
                "month-" + month.month(),
                says.month(month.month()),
                weeks(month.days()),
                says.words().text("calendar.openDays", month.openDays()),
                closed);
    }

    private static List<List<Square>> weeks(List<DayAtAGlance> days) {
        var squares = new ArrayList<Square>();
        var before = days.getFirst().day().getDayOfWeek().getValue() % WEEK;
        for (var i = 0; i < before; i++) squares.add(new Square("", ""));
        for (var day : days) squares.add(square(day));
        while (squares.size() % WEEK != 0) squares.add(new Square("", ""));
        var weeks = new ArrayList<List<Square>>();
        for (var i = 0; i < squares.size(); i += WEEK) weeks.add(List.copyOf(squares.subList(i, i + WEEK)));
        return weeks;
    }

    private static Square square(DayAtAGlance day) {
        var look = "day-" + day.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Square(String.valueOf(day.day().getDayOfMonth()), look);
    }
}
