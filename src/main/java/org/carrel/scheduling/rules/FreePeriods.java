package org.carrel.scheduling.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.carrel.scheduling.BellPeriod;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.FreeResource;
import org.carrel.scheduling.PeriodOfDay;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.TimeSpan;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;

/** What is free in each period: one pass over what is held, and the same rules as for booking. */
public final class FreePeriods {
    private static final SessionFacts NOTHING = new SessionFacts(OptionalLong.empty(), "", "", 0, "", "", "", 0);
    private static final UUID NOBODY = new UUID(0, 0);

    private FreePeriods() {}

    /** Who looks. @param teacher whose sessions quotas count @param unbound policies have no say for them */
    public record Looker(Booker booker, String site, long teacher, boolean unbound) {}

    /** @param resources to look at, in the order in which they are shown */
    public static Map<PeriodOfDay, List<FreeResource>> of(
            Looker looker, Known known, Collection<LocalDate> days, List<BookingResource> resources) {
        var byPolicy = new LinkedHashMap<BookingPolicy, Set<Long>>();
        for (var resource : resources)
            byPolicy.computeIfAbsent(known.policy(resource), policy -> new LinkedHashSet<>())
                    .add(resource.id());
        var free = new HashMap<PeriodOfDay, List<FreeResource>>();
        for (var day : days) {
            for (var period : known.timetable().periodsOn(day)) {
                var there = free(looker, known, day, period, resources, byPolicy);
                if (!there.isEmpty()) free.put(new PeriodOfDay(day, period.number()), there);
            }
        }
        return free;
    }

    private static List<FreeResource> free(
            Looker looker,
            Known known,
            LocalDate day,
            BellPeriod period,
            List<BookingResource> resources,
            Map<BookingPolicy, Set<Long>> byPolicy) {
        var span = known.timetable().span(day, period.number(), period.number());
        if (span.isEmpty()) return List.of();
        var wish = new SessionWish(
                looker.site(), day, period.number(), period.number(), OptionalLong.empty(), NOTHING, List.of(), NOBODY);
        var ask = new Ask(looker.booker(), wish, OptionalLong.empty(), looker.teacher(), looker.unbound());
        var refused = new LinkedHashSet<BookingPolicy>();
        byPolicy.forEach((policy, its) -> {
            if (!BookingRules.policy(ask, policy, its, known).isEmpty()) refused.add(policy);
        });
        var free = new ArrayList<FreeResource>();
        for (var resource : resources) {
            if (refused.contains(known.policy(resource))) continue;
            free(resource, span.get(), known).ifPresent(free::add);
        }
        return List.copyOf(free);
    }

    private static Optional<FreeResource> free(BookingResource resource, TimeSpan bells, Known known) {
        var span = bells.with(resource.before(), resource.after());
        var others = known.held().getOrDefault(resource.id(), List.of()).stream()
                .filter(held -> held.span().overlaps(span))
                .toList();
        var taken = others.stream()
                .map(held -> new Lanes.Taken(held.lane(), held.span()))
                .toList();
        if (Lanes.free(resource.classes(), taken, span, false).isEmpty()) return Optional.empty();
        var seats = BookingRules.seats(resource, others, span);
        return seats.isPresent() && seats.getAsInt() == 0
                ? Optional.empty()
                : Optional.of(new FreeResource(resource.id(), seats));
    }
}
