package org.carrel.scheduling.rules;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.scheduling.HeldSpan;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.Recurrence;
import org.carrel.scheduling.SeriesProblem;
import org.carrel.scheduling.SeriesRow;
import org.carrel.scheduling.SeriesWish;
import org.carrel.scheduling.SeriesWish.Periods;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.carrel.scheduling.rules.BookingRules.Outcome;
import org.carrel.scheduling.rules.BookingRules.Own;

/** Which sessions a series has, and what speaks against each. */
public final class SeriesRules {
    private SeriesRules() {}

    /** What is wrong with it at first sight; empty when nothing is. */
    public static Optional<SeriesProblem> problem(SeriesWish wish, Timetable timetable) {
        var first = wish.first().day();
        if (wish.last().isBefore(first)) return Optional.of(SeriesProblem.ENDS_BEFORE);
        if (wish.last().isAfter(first.plusDays(Recurrence.MOST_DAYS))) return Optional.of(SeriesProblem.TOO_LONG);
        var days = wish.recurrence().days(timetable, first, wish.last());
        if (days.isEmpty()) return Optional.of(SeriesProblem.NO_DAYS);
        if (days.size() * wish.periods().size() > SeriesWish.MOST) return Optional.of(SeriesProblem.TOO_LONG);
        return days.stream().anyMatch(day -> overlaps(wish.periods(), timetable, day))
                ? Optional.of(SeriesProblem.OVERLAPS_ITSELF)
                : Optional.empty();
    }

    private static boolean overlaps(List<Periods> periods, Timetable timetable, LocalDate day) {
        for (var one = 0; one < periods.size(); one++) {
            var first = timetable.span(
                    day, periods.get(one).first(), periods.get(one).last());
            for (var other : periods.subList(one + 1, periods.size())) {
                var second = timetable.span(day, other.first(), other.last());
                if (first.isPresent() && second.isPresent() && first.get().overlaps(second.get())) return true;
            }
        }
        return false;
    }

    /** Its sessions in the order of the days, each as a request of its own that is the same each time it is asked (B-18). */
    public static List<SessionWish> sessions(SeriesWish wish, Timetable timetable) {
        return wish.recurrence().days(timetable, wish.first().day(), wish.last()).stream()
                .flatMap(day -> wish.periods().stream()
                        .map(periods -> on(wish.first(), wish.request(), day, periods.first(), periods.last())))
                .toList();
    }

    /** The same on another day, as a request that follows from the other. */
    public static SessionWish on(SessionWish wish, UUID request, LocalDate day, int first, int last) {
        return wish.at(day, first, last).as(part(request, day + "/" + first));
    }

    /** A request that follows from another. */
    public static UUID part(UUID request, String what) {
        return UUID.nameUUIDFromBytes((request + "/" + what).getBytes(StandardCharsets.UTF_8));
    }

    /** A row and what it would take. */
    public record Planned(SeriesRow row, Outcome outcome) {}

    /**
     * Each in its turn, as if those before it that can be had were booked: they hold what they need, and quotas count them.
     *
     * @param wishes in the order of the days
     */
    public static List<Planned> plan(Ask ask, List<SessionWish> wishes, Known known) {
        var planned = new ArrayList<Planned>();
        var with = known;
        for (var wish : wishes) {
            var one = ask.with(wish);
            var outcome = BookingRules.of(one, with);
            var itself = !outcome.isFree() && BookingRules.of(one, known).isFree();
            planned.add(new Planned(new SeriesRow(wish, outcome.span(), outcome.reasons(), itself), outcome));
            if (outcome.isFree())
                with = with.and(held(wish, outcome, ask.teacher())).with(own(wish));
        }
        return List.copyOf(planned);
    }

    /** What a session that is not booked yet would hold. */
    public static List<HeldSpan> held(SessionWish wish, Outcome outcome, long teacher) {
        return outcome.lanes().stream()
                .map(lane -> new HeldSpan(
                        lane.resource(),
                        lane.lane(),
                        lane.span(),
                        OptionalLong.empty(),
                        teacher,
                        wish.parts().stream()
                                .filter(part -> part.resource() == lane.resource())
                                .mapToInt(PartWish::quantity)
                                .sum()))
                .toList();
    }

    private static Own own(SessionWish wish) {
        return new Own(
                0, wish.day(), wish.parts().stream().map(PartWish::resource).collect(Collectors.toSet()));
    }
}
