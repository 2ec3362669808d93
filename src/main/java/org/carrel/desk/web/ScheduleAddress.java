package org.carrel.desk.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carrel.platform.Days;
import org.carrel.scheduling.PeriodOfDay;

/**
 * Which part of the schedule an address asks for, and the reverse.
 *
 * @param site code; empty: the first within reach
 * @param day any day of the week that is shown, or the day; empty: today
 * @param byDay one day with a column for each thing, rather than a week
 * @param only numbers of the things that are shown; empty: all
 * @param move number of the session that is to begin elsewhere
 */
record ScheduleAddress(String site, Optional<LocalDate> day, boolean byDay, Set<Long> only, OptionalLong move) {
    static final String PAGE = "/schedule";
    private static final int MOST = 50;

    ScheduleAddress {
        only = Set.copyOf(only);
    }

    static ScheduleAddress of(FormTexts texts) {
        var only = Arrays.stream(texts.get("only").split(","))
                .limit(MOST)
                .map(FormTexts::number)
                .filter(number -> number > 0)
                .collect(Collectors.toSet());
        var move = FormTexts.number(texts.get("move"));
        return new ScheduleAddress(
                texts.get("site"),
                Days.read(texts.get("day").strip()),
                texts.get("view").equals("day"),
                only,
                move > 0 ? OptionalLong.of(move) : OptionalLong.empty());
    }

    ScheduleAddress at(LocalDate other) {
        return new ScheduleAddress(site, Optional.of(other), byDay, only, move);
    }

    ScheduleAddress asDay(boolean shown) {
        return new ScheduleAddress(site, day, shown, only, move);
    }

    /** With this thing or, when it is shown already, without it. */
    ScheduleAddress toggled(long resource) {
        var others = new TreeSet<>(only);
        if (!others.remove(resource)) others.add(resource);
        return new ScheduleAddress(site, day, byDay, others, move);
    }

    ScheduleAddress all() {
        return new ScheduleAddress(site, day, byDay, Set.of(), move);
    }

    /** Of the form for something in this period. */
    static String book(String site, PeriodOfDay at) {
        return PAGE + "/book?site=" + FormTexts.encoded(site) + "&day=" + at.day() + "&period=" + at.period();
    }

    boolean shows(long resource) {
        return only.isEmpty() || only.contains(resource);
    }

    String path() {
        var path = new StringBuilder(PAGE).append("?site=");
        path.append(FormTexts.encoded(site));
        day.ifPresent(shown -> path.append("&day=").append(shown));
        if (byDay) path.append("&view=day");
        if (!only.isEmpty())
            path.append("&only=")
                    .append(only.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
        if (move.isPresent()) path.append("&move=").append(move.getAsLong());
        return path.toString();
    }
}
