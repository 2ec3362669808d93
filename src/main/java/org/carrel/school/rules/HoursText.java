package org.carrel.school.rules;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carrel.school.DayHours;
import org.carrel.school.OpenHours;
import org.carrel.school.SchoolProblem.Kind;
import org.jspecify.annotations.Nullable;

/** Hours as people type them: {@code 7:30-12:00, 12:30-16:00}, {@code 7:30 AM – 4 PM}, {@code closed}. */
public final class HoursText {
    private static final String TIME = "(\\d{1,2})(?::(\\d{2}))?\\s*([ap]\\.?\\s?m\\.?)?";
    private static final Pattern INTERVAL = Pattern.compile(TIME + "\\s*(?:-|–|—|to|a)\\s*" + TIME);
    private static final Pattern CLOSED = Pattern.compile("closed|cerrado|-|");
    private static final int LONGEST = 200;
    private static final int NOON = 12;

    private HoursText() {}

    /** What the text means, or what is wrong with it. */
    public record Read(DayHours hours, Optional<Kind> problem) {}

    /** Nothing means closed. */
    public static Read read(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        if (CLOSED.matcher(text).matches()) return new Read(DayHours.CLOSED, Optional.empty());
        if (text.length() > LONGEST) return wrong(Kind.NO_HOURS);
        var all = new ArrayList<OpenHours>();
        for (var part : text.split("\\s*[,;]\\s*", -1)) {
            var matcher = INTERVAL.matcher(part);
            var opens = matcher.matches() ? time(matcher, 1) : null;
            var closes = opens == null ? null : time(matcher, 4);
            if (opens == null || closes == null) return wrong(Kind.NO_HOURS);
            if (!opens.isBefore(closes)) return wrong(Kind.HOURS_BACKWARDS);
            all.add(new OpenHours(opens, closes));
        }
        return DayHours.of(all)
                .map(hours -> new Read(hours, Optional.empty()))
                .orElseGet(() -> wrong(Kind.HOURS_OVERLAP));
    }

    /** As {@link #read} reads it: {@code 07:30-12:00, 12:30-16:00}; nothing for closed. */
    public static String write(DayHours hours) {
        return hours.intervals().stream()
                .map(one -> one.opens() + "-" + one.closes())
                .collect(Collectors.joining(", "));
    }

    private static Read wrong(Kind kind) {
        return new Read(new DayHours(List.of()), Optional.of(kind));
    }

    private static @Nullable LocalTime time(Matcher matcher, int group) {
        var hour = Integer.parseInt(matcher.group(group));
        var minute = matcher.group(group + 1) == null ? 0 : Integer.parseInt(matcher.group(group + 1));
        var half = matcher.group(group + 2);
        if (half != null && (hour < 1 || hour > NOON)) return null;
        if (half != null) hour = hour % NOON + (half.charAt(0) == 'p' ? NOON : 0);
        return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
    }
}
