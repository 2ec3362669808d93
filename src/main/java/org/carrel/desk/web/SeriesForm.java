package org.carrel.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.platform.Days;
import org.carrel.scheduling.Recurrence;
import org.carrel.scheduling.SeriesWish;
import org.carrel.scheduling.SeriesWish.Periods;
import org.carrel.scheduling.SeriesWish.Slot;
import org.carrel.scheduling.SessionWish;

/** What was typed into the form of a series. */
record SeriesForm(HttpServletRequest request, FormTexts texts, SessionWish wish) {
    private static final int MOST_PERIODS = 12;

    /** What of it somebody has to look at. */
    enum Field {
        FIRST,
        LAST,
        PERIODS,
        DAYS
    }

    /** @param wrong what cannot be read; empty when there is a wish */
    record Read(Optional<SeriesWish> wish, Optional<Field> wrong) {
        private static Read no(Field field) {
            return new Read(Optional.empty(), Optional.of(field));
        }
    }

    static SeriesForm of(HttpServletRequest request, SessionWish wish) {
        return new SeriesForm(request, FormTexts.of(request), wish);
    }

    Read read() {
        var first = Days.read(first());
        if (first.isEmpty()) return Read.no(Field.FIRST);
        var last = Days.read(texts.get("last").strip());
        if (last.isEmpty()) return Read.no(Field.LAST);
        var periods = periods(periods());
        if (periods.isEmpty()) return Read.no(Field.PERIODS);
        var recurrence = recurrence();
        if (recurrence.isEmpty()) return Read.no(Field.DAYS);
        var from = wish.at(first.get(), wish.first(), wish.last()).as(asking());
        return new Read(Optional.of(new SeriesWish(from, periods, recurrence.get(), last.get())), Optional.empty());
    }

    /** As typed; at first the day after a session that is booked, or that of a wish. */
    String first() {
        if (texts.has("first")) return texts.get("first").strip();
        return wish.day().plusDays(texts.has("session") ? 1 : 0).toString();
    }

    /** As typed; at first those of the session. */
    String periods() {
        if (texts.has("periods")) return texts.get("periods");
        return wish.first() == wish.last() ? String.valueOf(wish.first()) : wish.first() + "-" + wish.last();
    }

    /** {@code 2} or {@code 1-3, 5}; none for what is no such list. */
    static List<Periods> periods(String typed) {
        var found = new ArrayList<Periods>();
        var parts = typed.replace('–', '-').split(",", -1);
        if (parts.length > MOST_PERIODS) return List.of();
        for (var part : parts) {
            var ends = part.strip().split("-", -1);
            var first = FormTexts.integer(ends[0]);
            var last = FormTexts.integer(ends[ends.length - 1]);
            if (first < 0 || last < 0 || ends.length > 2) return List.of();
            found.add(new Periods(first, last));
        }
        return found.stream().map(Periods::first).distinct().count() == found.size() ? found : List.of();
    }

    private Optional<Recurrence> recurrence() {
        return switch (kind()) {
            case "types" -> {
                var types = numbers("type");
                yield types.isEmpty() ? Optional.empty() : Optional.of(new Recurrence.DaysOfType(types));
            }
            case "days" -> {
                var every = FormTexts.integer(texts.get("every"));
                yield every < 1 ? Optional.empty() : Optional.of(new Recurrence.SchoolDays(every));
            }
            default -> {
                var on = weekdays();
                yield on.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Recurrence.Weekly(on, kind().equals("other") ? 2 : 1));
            }
        };
    }

    /** {@code weekly}, {@code other}, {@code types} or {@code days}. */
    String kind() {
        var kind = texts.get("kind");
        return List.of("other", "types", "days").contains(kind) ? kind : "weekly";
    }

    Set<DayOfWeek> weekdays() {
        if (!texts.has("look")) return Set.of(wish.day().getDayOfWeek());
        return numbers("weekday").stream()
                .filter(number -> number <= DayOfWeek.SUNDAY.getValue())
                .map(number -> DayOfWeek.of(number.intValue()))
                .collect(Collectors.toSet());
    }

    Set<Long> types() {
        return numbers("type");
    }

    private Set<Long> numbers(String name) {
        return values(name).map(FormTexts::number).filter(number -> number > 0).collect(Collectors.toSet());
    }

    private Stream<String> values(String name) {
        return Arrays.stream(
                Optional.ofNullable(request.getParameterValues(name)).orElse(new String[0]));
    }

    /** The number of the form: twice the same books once. */
    UUID asking() {
        try {
            return UUID.fromString(texts.get("request"));
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    /** What was ticked. */
    Set<Slot> chosen() {
        var chosen = new HashSet<Slot>();
        values("slot").forEach(text -> {
            var parts = text.split("/", -1);
            Optional<LocalDate> day = Days.read(parts[0]);
            if (parts.length == 2 && day.isPresent()) chosen.add(new Slot(day.get(), FormTexts.integer(parts[1])));
        });
        return chosen;
    }
}
