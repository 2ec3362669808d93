package org.carrel.scheduling.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.carrel.scheduling.Alternative;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.TimetableEffect;
import org.carrel.scheduling.TimetableEffect.Casualty;
import org.carrel.scheduling.TimetableEffect.Choice;
import org.carrel.scheduling.TimetableEffect.Moved;
import org.carrel.scheduling.rules.Alternatives.Found;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.carrel.scheduling.rules.BookingRules.Outcome;

/**
 * What a change of days or bells does to sessions: they are booked for a period of a day, and that has other hours now, or is not there
 * any more (B-27, B-28). Policies have no say: nobody books here.
 */
public final class TimetableEffects {
    private TimetableEffects() {}

    /** What a session would get. @param choice empty: it keeps its periods */
    public record Planned(ClassSession session, Optional<Choice> choice, SessionWish wish, Outcome outcome) {}

    /** @param planned what is written for those that stay, move or are kept; those that are called off are not in it */
    public record Plan(TimetableEffect effect, List<Planned> planned, List<ClassSession> cancelled) {}

    /** Those that have not begun, for whose periods the two timetables say different hours. */
    public static List<ClassSession> affected(
            Collection<ClassSession> sessions, Timetable before, Timetable after, java.time.Instant now) {
        return sessions.stream()
                .filter(session -> session.span().starts().isAfter(now))
                .filter(session -> !before.span(session.day(), session.first(), session.last())
                        .equals(after.span(session.day(), session.first(), session.last())))
                .sorted(Comparator.comparing(ClassSession::span).thenComparing(ClassSession::id))
                .toList();
    }

    /**
     * First all that keep their periods, in the order of the day, then the others as was chosen.
     *
     * @param affected as {@link #affected} finds them
     * @param known what everybody else holds, by the new timetable
     * @param before the timetable as it was
     * @param choices by number; one that is not there is called off
     */
    public static Plan plan(List<ClassSession> affected, Known known, Timetable before, Map<Long, Choice> choices) {
        var with = known.without(affected.stream().map(ClassSession::id).collect(Collectors.toSet()));
        var planned = new ArrayList<Planned>();
        var moved = new ArrayList<Moved>();
        var thrown = new ArrayList<ClassSession>();
        for (var session : affected) {
            var wish = session.wish(session.request());
            var outcome = BookingRules.of(ask(session, wish), with);
            if (!outcome.isFree()) {
                thrown.add(session);
                continue;
            }
            planned.add(new Planned(session, Optional.empty(), wish, outcome));
            moved.add(new Moved(session, outcome.span().orElseThrow()));
            with = with.and(SeriesRules.held(wish, outcome, session.teacher().id()));
        }
        var casualties = new ArrayList<Casualty>();
        var cancelled = new ArrayList<ClassSession>();
        for (var session : thrown) {
            var wish = session.wish(session.request());
            var reasons = BookingRules.of(ask(session, wish), with).reasons();
            var kept = BookingRules.of(ask(session, wish), with.by(before));
            var nearest = Alternatives.find(ask(session, wish), with, reasons).stream()
                    .filter(found -> found.kind() == Alternative.Kind.OTHER_TIME)
                    .findFirst();
            casualties.add(new Casualty(session, reasons, kept.isFree(), nearest.map(Found::wish)));
            var choice = choices.getOrDefault(session.id(), Choice.CANCEL);
            if (choice == Choice.KEEP && kept.isFree()) {
                planned.add(new Planned(session, Optional.of(choice), wish, kept));
                with = with.and(SeriesRules.held(wish, kept, session.teacher().id()));
            } else if (choice == Choice.MOVE && nearest.isPresent()) {
                var found = nearest.get();
                planned.add(new Planned(session, Optional.of(choice), found.wish(), found.outcome()));
                with = with.and(SeriesRules.held(
                        found.wish(), found.outcome(), session.teacher().id()));
            } else {
                cancelled.add(session);
            }
        }
        return new Plan(new TimetableEffect(moved, casualties, List.of()), planned, cancelled);
    }

    private static Ask ask(ClassSession session, SessionWish wish) {
        return new Ask(
                Booker.LIBRARIAN, wish, OptionalLong.empty(), session.teacher().id(), true);
    }
}
