package org.carrel.scheduling.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.scheduling.Alternative.Kind;
import org.carrel.scheduling.BellPeriod;
import org.carrel.scheduling.BookingReason;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.HeldSpan;
import org.carrel.scheduling.PartReason;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.TimeSpan;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.carrel.scheduling.rules.BookingRules.Outcome;

/** A "no" comes with a yes: the nearest that can be had, whole. */
public final class Alternatives {
    /** So many days of school before and after the wish are looked at. */
    public static final int DAYS = 15;

    /** So many are looked at first: most find what they need there. */
    public static final int NEAR = 3;

    /** So many are told. */
    public static final int MOST = 3;

    /** More time to make ready nobody needs. */
    public static final Duration MARGIN = Duration.ofHours(12);

    /** What another thing of the kind can mend. */
    private static final Set<BookingReason.Kind> OF_THE_THING = Set.of(
            BookingReason.Kind.TAKEN,
            BookingReason.Kind.TOO_MANY_PEOPLE,
            BookingReason.Kind.TOO_FEW_DEVICES,
            BookingReason.Kind.GONE);

    private Alternatives() {}

    /** What could be booked instead. @param outcome it has no reasons */
    public record Found(Kind kind, SessionWish wish, Outcome outcome) {}

    /** As {@link #find(Ask, Known, List, int)}, as far as anybody looks. */
    public static List<Found> find(Ask ask, Known known, List<PartReason> refused) {
        return find(ask, known, refused, DAYS);
    }

    /**
     * At most {@link #MOST}, nearest first: one at the same time, if there is one, then others. None stands in another's way: all of
     * them can be kept for who asks. Where there are as many as that, more days would find the same.
     *
     * @param known of {@link #days}, with all that the wish wants, and of its own day with the {@link #others}
     * @param refused what speaks against the wish
     * @param reach so many days of school before and after are looked at
     */
    public static List<Found> find(Ask ask, Known known, List<PartReason> refused, int reach) {
        var found = new ArrayList<Found>();
        var with = known;
        var ofDays = new HashMap<LocalDate, Known>();
        for (var candidate : (Iterable<Candidate>) candidates(ask.wish(), known, refused, reach)::iterator) {
            if (candidate.kind() != Kind.OTHER_TIME && !found.isEmpty()) continue;
            var day = candidate.wish().day();
            var ofDay = ofDays.get(day);
            if (ofDay == null) ofDays.put(day, ofDay = with.around(around(day, with)));
            var outcome = BookingRules.of(ask.with(candidate.wish()), ofDay);
            if (!outcome.isFree()) continue;
            found.add(new Found(candidate.kind(), candidate.wish(), outcome));
            if (found.size() == MOST) break;
            with = with.and(held(ask, candidate.wish(), outcome));
            ofDays.clear();
        }
        return List.copyOf(found);
    }

    /** A day and all time to make ready before and to clear away after it. */
    private static TimeSpan around(LocalDate day, Known known) {
        var zone = known.timetable().zone();
        return new TimeSpan(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant())
                .with(MARGIN, MARGIN);
    }

    /** Days of school that are looked at, and the day of the wish whatever it is; in order, none before today but that. */
    public static List<LocalDate> days(SessionWish wish, Timetable timetable, Instant now, int reach) {
        var today = now.atZone(timetable.zone()).toLocalDate();
        var before = timetable.schoolDays(today, wish.day().minusDays(1));
        var after = timetable.schoolDays(wish.day().plusDays(1), wish.day().plusDays(3L * DAYS));
        var days = new ArrayList<>(before.subList(Math.max(0, before.size() - reach), before.size()));
        days.add(wish.day());
        days.addAll(after.subList(0, Math.min(reach, after.size())));
        return days;
    }

    /** Numbers of what could be had in the place of something that is wished. */
    public static Set<Long> others(SessionWish wish, Map<Long, BookingResource> resources) {
        return wish.parts().stream()
                .flatMap(part -> like(part, wish, resources))
                .map(BookingResource::id)
                .collect(Collectors.toSet());
    }

    private record Candidate(Kind kind, SessionWish wish) {}

    /** What a wish that can be had would hold, offered and not booked. */
    public static List<HeldSpan> held(Ask ask, SessionWish wish, Outcome outcome) {
        return outcome.lanes().stream()
                .map(lane -> new HeldSpan(
                        lane.resource(),
                        lane.lane(),
                        lane.span(),
                        java.util.OptionalLong.empty(),
                        ask.teacher(),
                        wish.parts().stream()
                                .filter(part -> part.resource() == lane.resource())
                                .mapToInt(PartWish::quantity)
                                .sum()))
                .toList();
    }

    private static Stream<Candidate> candidates(SessionWish wish, Known known, List<PartReason> refused, int reach) {
        return Stream.of(
                        others(wish, known, refused),
                        together(wish, known, refused),
                        split(wish, known, refused),
                        times(wish, known, reach))
                .flatMap(all -> all);
    }

    private static List<PartWish> missing(SessionWish wish, List<PartReason> refused) {
        return wish.parts().stream()
                .filter(part -> refused.stream()
                        .anyMatch(reason -> reason.resource().isPresent()
                                && reason.resource().getAsLong() == part.resource()
                                && OF_THE_THING.contains(reason.reason().kind())))
                .toList();
    }

    private static boolean isOfThings(List<PartReason> refused) {
        return refused.stream().allMatch(reason -> reason.resource().isPresent());
    }

    private static Stream<BookingResource> like(PartWish part, SessionWish wish, Map<Long, BookingResource> resources) {
        var missing = resources.get(part.resource());
        if (missing == null) return Stream.empty();
        return resources.values().stream()
                .filter(resource -> resource.kind() == missing.kind() && !resource.retired())
                .filter(resource -> resource.site().equals(wish.site()))
                .filter(resource -> wish.parts().stream().noneMatch(each -> each.resource() == resource.id()))
                .sorted(Comparator.comparingInt(BookingResource::position).thenComparing(BookingResource::nameEn));
    }

    private static SessionWish instead(SessionWish wish, PartWish part, List<PartWish> others) {
        var parts = new ArrayList<>(wish.parts());
        parts.remove(part);
        parts.addAll(others);
        return wish.with(parts);
    }

    /** One other thing in place of the one that cannot be had. */
    private static Stream<Candidate> others(SessionWish wish, Known known, List<PartReason> refused) {
        var missing = missing(wish, refused);
        if (!isOfThings(refused) || missing.size() != 1) return Stream.empty();
        var part = missing.getFirst();
        return like(part, wish, known.resources())
                .map(other -> instead(wish, part, List.of(new PartWish(other.id(), part.quantity(), part.alone()))))
                .map(changed -> new Candidate(Kind.OTHER_THING, changed));
    }

    /** Two carts that have enough between them. */
    private static Stream<Candidate> together(SessionWish wish, Known known, List<PartReason> refused) {
        var missing = missing(wish, refused);
        if (!isOfThings(refused) || missing.size() != 1) return Stream.empty();
        var part = missing.getFirst();
        var carts = Stream.concat(
                        Stream.ofNullable(known.resources().get(part.resource())), like(part, wish, known.resources()))
                .filter(cart -> cart.kind() == BookingResource.Kind.CART)
                .filter(cart -> cart.devices().orElse(0) > 0)
                .toList();
        return carts.stream()
                .flatMap(one -> carts.stream()
                        .filter(two -> two.id() > one.id())
                        .filter(two -> one.devices().orElse(0) + two.devices().orElse(0) >= part.quantity())
                        .map(two -> {
                            var ofOne =
                                    Math.min(part.quantity() - 1, one.devices().orElse(0));
                            return instead(
                                    wish,
                                    part,
                                    List.of(
                                            new PartWish(one.id(), ofOne, part.alone()),
                                            new PartWish(two.id(), part.quantity() - ofOne, part.alone())));
                        }))
                .filter(changed -> changed.parts().stream().allMatch(each -> each.quantity() >= 1))
                .map(changed -> new Candidate(Kind.TOGETHER, changed));
    }

    /** Half of the class in this period, the other half in the next. */
    private static Stream<Candidate> split(SessionWish wish, Known known, List<PartReason> refused) {
        var missing = missing(wish, refused);
        if (!isOfThings(refused) || missing.isEmpty() || wish.first() != wish.last()) return Stream.empty();
        var next = next(known, wish.day(), wish.last());
        if (next.isEmpty() || wish.parts().stream().allMatch(part -> part.quantity() == 1)) return Stream.empty();
        var halves = wish.parts().stream()
                .map(part -> new PartWish(part.resource(), (part.quantity() + 1) / 2, part.alone()))
                .toList();
        return Stream.of(new Candidate(
                Kind.SPLIT,
                wish.with(halves).at(wish.day(), wish.first(), next.get().number())));
    }

    private static Optional<BellPeriod> next(Known known, LocalDate day, int number) {
        var periods = known.timetable().periodsOn(day);
        var at = numbers(periods).indexOf(number);
        return at < 0 || at + 1 >= periods.size() ? Optional.empty() : Optional.of(periods.get(at + 1));
    }

    private static List<Integer> numbers(List<BellPeriod> periods) {
        return periods.stream().map(BellPeriod::number).toList();
    }

    /** As many periods at other times, the nearest first. */
    private static Stream<Candidate> times(SessionWish wish, Known known, int reach) {
        record Time(LocalDate day, int first, int last, int days, int periods) {}
        var timetable = known.timetable();
        var days = days(wish, timetable, known.now(), reach);
        var times = new ArrayList<Time>();
        var wished = numbers(timetable.periodsOn(wish.day()));
        // Where the day has not both of them their numbers say how many there are.
        var both = wished.contains(wish.first()) && wished.contains(wish.last());
        var length = both
                ? Math.max(1, wished.indexOf(wish.last()) - wished.indexOf(wish.first()) + 1)
                : Math.max(1, wish.last() - wish.first() + 1);
        var place = wished.contains(wish.first())
                ? wished.indexOf(wish.first())
                : Math.max(
                        0,
                        (int) wished.stream()
                                        .filter(number -> number < wish.first())
                                        .count()
                                - 1);
        for (var day : days) {
            var periods = numbers(timetable.periodsOn(day));
            for (var at = 0; at + length <= periods.size(); at++) {
                var first = periods.get(at);
                var last = periods.get(at + length - 1);
                var same = day.equals(wish.day()) && first == wish.first() && last == wish.last();
                if (!same)
                    times.add(new Time(
                            day,
                            first,
                            last,
                            Math.abs(days.indexOf(day) - days.indexOf(wish.day())),
                            Math.abs(at - place)));
            }
        }
        times.sort(Comparator.comparingInt(Time::days)
                .thenComparingInt(Time::periods)
                .thenComparing(Time::day)
                .thenComparingInt(Time::first));
        return times.stream()
                .map(time -> new Candidate(
                        Kind.OTHER_TIME, Objects.requireNonNull(wish.at(time.day(), time.first(), time.last()))));
    }
}
