package org.carrel.scheduling.rules;

import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.HeldSpan;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.carrel.scheduling.rules.BookingRules.Outcome;

/** What outranks others takes its place; what ranks as high does not give way (TS-1, B-29). */
public final class Displacing {
    private Displacing() {}

    /**
     * What comes of it.
     *
     * @param outcome beside everybody where there is room; else as if what gives way were not there
     * @param out numbers of sessions that would go; none when it cannot be had
     */
    public record Result(Outcome outcome, Set<Long> out) {}

    /**
     * @param teacher whose test it is
     * @param givesWay whether a session, by its number, gives way; offers always do
     */
    public static Result of(SessionWish wish, long teacher, Known known, LongPredicate givesWay) {
        var ask = new Ask(Booker.LIBRARIAN, wish, OptionalLong.empty(), teacher, true);
        var beside = BookingRules.of(ask, without(known, session -> false));
        if (beside.isFree()) return new Result(beside, Set.of());
        var outcome = BookingRules.of(ask, without(known, givesWay));
        if (!outcome.isFree()) return new Result(outcome, Set.of());
        var out = new TreeSet<Long>();
        for (var lane : outcome.lanes()) {
            known.held().getOrDefault(lane.resource(), List.of()).stream()
                    .filter(held -> held.span().overlaps(lane.span()))
                    .map(HeldSpan::session)
                    .filter(OptionalLong::isPresent)
                    .map(OptionalLong::getAsLong)
                    .filter(givesWay::test)
                    .forEach(out::add);
        }
        return new Result(outcome, out);
    }

    private static Known without(Known known, LongPredicate givesWay) {
        var rest = new HashMap<Long, List<HeldSpan>>();
        known.held()
                .forEach((resource, held) -> rest.put(
                        resource,
                        held.stream()
                                .filter(each -> each.session().isPresent()
                                        && !givesWay.test(each.session().getAsLong()))
                                .toList()));
        return new Known(
                known.now(), known.timetable(), known.resources(), known.policies(), rest, known.own(), known.terms());
    }
}
