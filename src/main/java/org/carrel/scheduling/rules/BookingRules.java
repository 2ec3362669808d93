package org.carrel.scheduling.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.BookingReason;
import org.carrel.scheduling.BookingReason.Kind;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.HeldSpan;
import org.carrel.scheduling.PartReason;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.ShortCart;
import org.carrel.scheduling.TimeSpan;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.rules.FreeDevices.Away;
import org.carrel.school.Term;

/**
 * Whether a session can be had, and with which lanes. The grid, the form, the search for other times and the service that books all ask
 * here, so none of them offers what another refuses (B-34).
 */
public final class BookingRules {
    /** What no reason makes possible. */
    private static final Set<Kind> OF_TIME = Set.of(Kind.NO_SCHOOL, Kind.NO_PERIOD, Kind.PAST);

    private BookingRules() {}

    /**
     * Who asks for what.
     *
     * @param except the session that is changed: what it has does not stand in its own way (B-23)
     * @param teacher number of the {@link org.carrel.scheduling.SessionTeacher}
     * @param unbound policies have no say: somebody who may has given a reason
     */
    public record Ask(Booker booker, SessionWish wish, OptionalLong except, long teacher, boolean unbound) {
        public Ask with(SessionWish other) {
            return new Ask(booker, other, except, teacher, unbound);
        }
    }

    /** A session of the same teacher that quotas count. */
    public record Own(long session, LocalDate day, Set<Long> resources) {
        public Own {
            resources = Set.copyOf(resources);
        }
    }

    /**
     * What is known.
     *
     * @param resources of the site, by number, retired ones too
     * @param policies by number
     * @param held who has what around the time, by resource
     * @param own all that quotas may count
     * @param terms of the site
     * @param away what is elsewhere of things of the inventory, by resource
     */
    public record Known(
            Instant now,
            Timetable timetable,
            Map<Long, BookingResource> resources,
            Map<Long, BookingPolicy> policies,
            Map<Long, List<HeldSpan>> held,
            List<Own> own,
            List<Term> terms,
            Map<Long, Away> away) {
        public Known {
            resources = Map.copyOf(resources);
            policies = Map.copyOf(policies);
            held = Map.copyOf(held);
            own = List.copyOf(own);
            terms = List.copyOf(terms);
            away = Map.copyOf(away);
        }

        /** The same, with everything of the inventory where it belongs. */
        public Known(
                Instant now,
                Timetable timetable,
                Map<Long, BookingResource> resources,
                Map<Long, BookingPolicy> policies,
                Map<Long, List<HeldSpan>> held,
                List<Own> own,
                List<Term> terms) {
            this(now, timetable, resources, policies, held, own, terms, Map.of());
        }

        /** The same when somebody has these too. */
        public Known and(List<HeldSpan> more) {
            var all = new HashMap<>(held);
            more.forEach(each -> all.merge(each.resource(), List.of(each), Known::joined));
            return new Known(now, timetable, resources, policies, all, own, terms, away);
        }

        /** The same when the teacher has this one too. */
        public Known with(Own more) {
            var all = Stream.concat(own.stream(), Stream.of(more)).toList();
            return new Known(now, timetable, resources, policies, held, all, terms, away);
        }

        /** The same as if there were none of these sessions: those that are changed do not stand in their own way (B-23). */
        public Known without(Set<Long> sessions) {
            var left = new HashMap<Long, List<HeldSpan>>();
            held.forEach((resource, spans) -> left.put(
                    resource,
                    spans.stream()
                            .filter(span -> span.session().isEmpty()
                                    || !sessions.contains(span.session().getAsLong()))
                            .toList()));
            var counted = own.stream()
                    .filter(each -> !sessions.contains(each.session()))
                    .toList();
            return new Known(now, timetable, resources, policies, left, counted, terms, away);
        }

        /** The same, but of what others have only what overlaps a time: less to look through where one time is tried after another. */
        public Known around(TimeSpan time) {
            var near = new HashMap<Long, List<HeldSpan>>();
            held.forEach((resource, spans) -> near.put(
                    resource,
                    spans.stream().filter(span -> span.span().overlaps(time)).toList()));
            return new Known(now, timetable, resources, policies, near, own, terms, away);
        }

        /** The same by another timetable. */
        public Known by(Timetable other) {
            return new Known(now, other, resources, policies, held, own, terms, away);
        }

        private static List<HeldSpan> joined(List<HeldSpan> some, List<HeldSpan> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }

        /** How many devices of it there are then; empty for what is no cart, or whose devices nobody has told. */
        public OptionalInt devices(BookingResource resource, Instant starts) {
            var elsewhere = away.getOrDefault(resource.id(), Away.NOTHING);
            if (resource.devices().isPresent())
                return OptionalInt.of(FreeDevices.at(resource.devices().getAsInt(), elsewhere, starts));
            return elsewhere.isGone(starts) ? OptionalInt.of(0) : OptionalInt.empty();
        }

        private BookingResource resource(PartWish part) {
            return Objects.requireNonNull(resources.get(part.resource()));
        }

        BookingPolicy policy(BookingResource resource) {
            if (resource.policy().isEmpty()) return BookingPolicy.USUAL;
            return policies.getOrDefault(resource.policy().getAsLong(), BookingPolicy.USUAL);
        }
    }

    /** A lane to take. @param span time to make ready and to clear away included */
    public record Lane(long resource, int lane, TimeSpan span) {}

    /**
     * What comes of it.
     *
     * @param reasons in the order of telling; none when it can be had
     * @param span of the bells; empty only with reasons
     * @param lanes none with reasons
     * @param approval somebody has to approve it
     */
    public record Outcome(List<PartReason> reasons, Optional<TimeSpan> span, List<Lane> lanes, boolean approval) {
        public boolean isFree() {
            return reasons.isEmpty();
        }
    }

    public static Outcome of(Ask ask, Known known) {
        var wish = ask.wish();
        var gone = gone(wish, known);
        if (!gone.isEmpty()) return new Outcome(gone, Optional.empty(), List.of(), false);
        var reasons = new LinkedHashSet<PartReason>();
        var approval = false;
        for (var policy : policies(wish, known).entrySet()) {
            policy(ask, policy.getKey(), policy.getValue(), known).stream()
                    .map(PartReason::whole)
                    .forEach(reasons::add);
            approval |= policy.getKey().approval() && needsApproval(ask.booker());
        }
        var span = known.timetable().span(wish.day(), wish.first(), wish.last());
        if (span.isEmpty()) return new Outcome(List.copyOf(reasons), span, List.of(), false);
        var lanes = new ArrayList<Lane>();
        for (var part : wish.parts()) place(ask, part, span.get(), known, reasons, lanes);
        return reasons.isEmpty()
                ? new Outcome(List.of(), span, List.copyOf(lanes), approval && !ask.unbound())
                : new Outcome(List.copyOf(reasons), span, List.of(), false);
    }

    /** Who decides needs nobody's approval. */
    private static boolean needsApproval(Booker booker) {
        return booker != Booker.LIBRARIAN && booker != Booker.ADMINISTRATOR;
    }

    private static List<PartReason> gone(SessionWish wish, Known known) {
        return wish.parts().stream()
                .filter(part -> {
                    var resource = known.resources().get(part.resource());
                    return resource == null
                            || resource.retired()
                            || !resource.site().equals(wish.site());
                })
                .map(part -> new PartReason(OptionalLong.of(part.resource()), BookingReason.of(Kind.GONE)))
                .toList();
    }

    /** Each policy that has a say, with the resources that go by it. What needs nothing goes by the usual one. */
    private static Map<BookingPolicy, Set<Long>> policies(SessionWish wish, Known known) {
        var found = new LinkedHashMap<BookingPolicy, Set<Long>>();
        wish.parts().stream()
                .map(known::resource)
                .map(known::policy)
                .forEach(policy -> found.computeIfAbsent(policy, each -> new LinkedHashSet<>()));
        if (found.isEmpty()) found.put(BookingPolicy.USUAL, new LinkedHashSet<>());
        known.resources().values().forEach(resource -> {
            var of = found.get(known.policy(resource));
            if (of != null) of.add(resource.id());
        });
        return found;
    }

    /** What a policy has against a wish. @param resources that go by it */
    static List<BookingReason> policy(Ask ask, BookingPolicy policy, Set<Long> resources, Known known) {
        var wish = ask.wish();
        Predicate<Own> counts = own -> ask.except().stream().noneMatch(except -> except == own.session())
                && own.resources().stream().anyMatch(resources::contains);
        var days = known.own().stream().filter(counts).map(Own::day).toList();
        var term = known.terms().stream().filter(each -> each.isOn(wish.day())).findFirst();
        Predicate<LocalDate> inTerm = day -> term.map(each -> each.isOn(day)).orElse(true);
        var reasons = PolicyRules.reasons(
                new PolicyRules.Wish(ask.booker(), wish.day(), wish.first(), wish.last()),
                policy,
                new PolicyRules.Known(known.now(), known.timetable(), days, inTerm));
        return ask.unbound()
                ? reasons.stream()
                        .filter(reason -> OF_TIME.contains(reason.kind()))
                        .toList()
                : reasons;
    }

    private static void place(
            Ask ask, PartWish part, TimeSpan bells, Known known, Set<PartReason> reasons, List<Lane> lanes) {
        var resource = known.resource(part);
        var span = bells.with(resource.before(), resource.after());
        var others = known.held().getOrDefault(part.resource(), List.of()).stream()
                .filter(held -> held.session().isEmpty() || !held.session().equals(ask.except()))
                .filter(held -> held.span().overlaps(span))
                .toList();
        // What a session has already that is going on stands in no way of it.
        var has = ask.except().isPresent() && !span.starts().isAfter(known.now());
        var devices = has ? OptionalInt.empty() : known.devices(resource, span.starts());
        var taken = others.stream()
                .map(held -> new Lanes.Taken(held.lane(), held.span()))
                .toList();
        var free = Lanes.free(resource.classes(), taken, span, part.alone());
        // That it is taken says more than how little room that leaves.
        var reason = free.isEmpty()
                ? Optional.of(BookingReason.of(Kind.TAKEN, resource.nameEn()))
                : room(resource, part, others, span, devices, known.now());
        if (reason.isPresent()) reasons.add(new PartReason(OptionalLong.of(part.resource()), reason.get()));
        else free.forEach(lane -> lanes.add(new Lane(part.resource(), lane, span)));
    }

    private static Optional<BookingReason> room(
            BookingResource resource,
            PartWish part,
            List<HeldSpan> others,
            TimeSpan span,
            OptionalInt devices,
            Instant now) {
        var here = devicesLeft(resource, devices, others, span, now);
        if (here.isPresent() && part.quantity() > here.getAsInt())
            return Optional.of(BookingReason.of(Kind.TOO_FEW_DEVICES, here.getAsInt()));
        var left = seats(resource, others, span);
        return left.isPresent() && part.quantity() > left.getAsInt()
                ? Optional.of(BookingReason.of(Kind.TOO_MANY_PEOPLE, left.getAsInt()))
                : Optional.empty();
    }

    /** For how many people there is room all the time; empty: nobody counts. @param others who have it then */
    static OptionalInt seats(BookingResource resource, List<HeldSpan> others, TimeSpan span) {
        if (resource.seats().isEmpty()) return OptionalInt.empty();
        return OptionalInt.of(Math.max(0, resource.seats().getAsInt() - Lanes.most(present(others), span)));
    }

    /** Who is there, each class once: somebody who is there alone holds every lane. */
    private static Collection<Lanes.Present> present(List<HeldSpan> others) {
        return others.stream()
                .collect(Collectors.toMap(
                        held -> held.session().isPresent()
                                ? "s" + held.session().getAsLong()
                                : "o" + held.lane() + held.span(),
                        held -> new Lanes.Present(held.quantity(), held.span()),
                        (one, same) -> one))
                .values();
    }

    /**
     * What classes that share a cart leave of its devices. What is out for one of them is elsewhere already, and is counted once
     * (B-37).
     *
     * @param there without those that are elsewhere; empty: nobody counts
     */
    private static OptionalInt devicesLeft(
            BookingResource resource, OptionalInt there, List<HeldSpan> others, TimeSpan span, Instant now) {
        if (there.isEmpty()) return there;
        var elsewhere = Math.max(0, resource.devices().orElse(0) - there.getAsInt());
        var present = present(others);
        // The number rises only when somebody comes.
        var most = present.stream()
                .map(each -> each.span().starts().isBefore(span.starts())
                        ? span.starts()
                        : each.span().starts())
                .mapToInt(moment -> taken(present, moment, now.plus(ClassSession.HANDED_OUT), elsewhere))
                .max()
                .orElse(0);
        return OptionalInt.of(Math.max(0, there.getAsInt() - most));
    }

    private static int taken(Collection<Lanes.Present> present, Instant moment, Instant handedOut, int elsewhere) {
        var begun = 0;
        var coming = 0;
        for (var each : present) {
            if (!each.span().holds(moment)) continue;
            if (each.span().starts().isAfter(handedOut)) coming += each.people();
            else begun += each.people();
        }
        return coming + Math.max(0, begun - elsewhere);
    }

    /** Parts of a session that has yet to begin of which there are too few devices as things are now. */
    public static List<ShortCart> tooFew(ClassSession session, Known known) {
        if (!session.span().starts().isAfter(known.now())) return List.of();
        var few = new ArrayList<ShortCart>();
        for (var part : session.parts()) {
            var resource = known.resources().get(part.resource());
            if (resource == null) continue;
            var span = session.span().with(resource.before(), resource.after());
            var others = known.held().getOrDefault(part.resource(), List.of()).stream()
                    .filter(held -> held.session().isEmpty() || held.session().getAsLong() != session.id())
                    .filter(held -> held.span().overlaps(span))
                    .toList();
            var devices = devicesLeft(resource, known.devices(resource, span.starts()), others, span, known.now());
            if (devices.isPresent() && devices.getAsInt() < part.quantity())
                few.add(new ShortCart(session, part, devices.getAsInt()));
        }
        return few;
    }

    /** How long before it begins a session can be called off without counting as used: the longest that its parts ask for. */
    public static Duration noticeToCancel(ClassSession session, Known known) {
        return policies(session.wish(session.request()), known).keySet().stream()
                .map(BookingPolicy::cancel)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** How long before it begins a session can be booked at the latest: the longest that its parts ask for. */
    public static Duration notice(SessionWish wish, Known known) {
        return policies(wish, known).keySet().stream()
                .map(BookingPolicy::latest)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Whether what is wished is no more than what there is: not outside its time, and of each thing not more (B-44). */
    public static boolean isWithin(SessionWish wish, TimeSpan span, ClassSession session) {
        return wish.day().equals(session.day())
                && !span.starts().isBefore(session.span().starts())
                && !span.ends().isAfter(session.span().ends())
                && wish.parts().stream().allMatch(part -> session.parts().stream()
                        .anyMatch(has -> has.resource() == part.resource()
                                && has.quantity() >= part.quantity()
                                && (has.alone() || !part.alone())));
    }
}
