package org.carrel.circulation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.circulation.Ceiling;
import org.carrel.circulation.CeilingMode;
import org.carrel.circulation.DueStep;
import org.carrel.circulation.DueStep.Kind;
import org.carrel.circulation.LoanSchedule;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.rules.DueDates.Question;
import org.carrel.school.Term;

/** What a due date may not go past: a ceiling, the patron's last day, somebody who waits. Notes each step. */
final class DueCaps {
    private final Question asked;
    private final DueDays days;
    private final List<DueStep> steps;
    private final LocalDate today;

    DueCaps(Question asked, DueDays days, List<DueStep> steps) {
        this.asked = asked;
        this.days = days;
        this.steps = steps;
        this.today = asked.calendar().today(asked.now());
    }

    /** A ceiling that is over does not count (rule D4). @param until empty for no end so far */
    Optional<Until> ceiling(Optional<Until> until) {
        var ceiling = ceilingDay();
        if (ceiling.isEmpty()) return until;
        var day = ceiling.get();
        var mode = asked.rule().ceilingMode();
        var ends = mode == CeilingMode.AFTER ? floor(day) : days.dueAt(day);
        if (!ends.isAfter(asked.now())) return over(until, day);
        return switch (mode) {
            case BEFORE -> notLater(until, day, Kind.CEILING, RuleField.CEILING);
            case EXACTLY -> Optional.of(back(until, noted(Kind.CEILING, day, RuleField.CEILING)));
            case AFTER -> notSooner(until, day);
        };
    }

    /** Measured by where the ceiling leads to: on from a closed day. */
    private Optional<Until> notSooner(Optional<Until> until, LocalDate day) {
        if (until.isEmpty() || !days.moment(until.get()).isBefore(floor(day))) return until;
        return Optional.of(days.onward(noted(Kind.CEILING, day, RuleField.CEILING)));
    }

    private Instant floor(LocalDate day) {
        return days.moment(new DueDays(asked, new ArrayList<>()).onward(day));
    }

    /** What stayed on a closed day for want of open ones ahead goes back as well: a cap is no reason to be due later. */
    private Optional<Until> notLater(Optional<Until> until, LocalDate cap, Kind kind, RuleField field) {
        if (isPast(until, cap)) return Optional.of(earlier(until, noted(kind, cap, field)));
        return days.isOpen(until.orElseThrow())
                ? until
                : Optional.of(earlier(until, until.get().day()));
    }

    private LocalDate noted(Kind kind, LocalDate day, RuleField field) {
        days.note(kind, Until.day(day), kind == Kind.CEILING ? day.toString() : "", field);
        return day;
    }

    private Optional<Until> over(Optional<Until> until, LocalDate day) {
        steps.add(new DueStep(
                Kind.CEILING_OVER,
                until.map(days::local),
                day.toString(),
                Optional.empty(),
                asked.rule().row(RuleField.CEILING)));
        return until;
    }

    private Optional<LocalDate> ceilingDay() {
        return asked.rule().ceiling().flatMap(ceiling -> switch (ceiling) {
            case Ceiling.None none -> Optional.<LocalDate>empty();
            case Ceiling.On on -> Optional.of(on.day());
            case Ceiling.EndOfTerm term ->
                first(asked.calendar().terms().stream().map(Term::last));
            case Ceiling.OfSchedule of ->
                first(asked.rule().schedule(of.name()).stream()
                        .flatMap(schedule -> schedule.rows().stream())
                        .filter(row -> !row.last().isBefore(today))
                        .map(LoanSchedule.Row::due));
        });
    }

    /** Between two terms it is the end of the next one: otherwise who borrows a day before it begins could keep it for longer. */
    private Optional<LocalDate> first(Stream<LocalDate> all) {
        return all.filter(day -> days.dueAt(day).isAfter(asked.now())).min(Comparator.naturalOrder());
    }

    /** Only while it is ahead: whoever may not borrow any more is refused elsewhere, or somebody has allowed it. */
    Optional<Until> expiry(Optional<Until> until) {
        if (!asked.rule().is(RuleField.EXPIRY_CAP)) return until;
        var expires = asked.facts().expires();
        if (expires.isEmpty() || !days.dueAt(expires.get()).isAfter(asked.now())) return until;
        return notLater(until, expires.get(), Kind.EXPIRY, RuleField.EXPIRY_CAP);
    }

    /** Sooner, when somebody waits; never later. */
    Optional<Until> held(Optional<Until> until) {
        var most = asked.rule().most(RuleField.HOLD_SHORTENS);
        if (!asked.facts().held() || most.isEmpty()) return until;
        var wanted = Until.day(today.plusDays(most.getAsInt()));
        if (!isPast(until, wanted.day())) return until;
        days.note(Kind.HELD, wanted, String.valueOf(most.getAsInt()), RuleField.HOLD_SHORTENS);
        var open = days.open(wanted);
        return until.isPresent() && !days.moment(until.get()).isAfter(days.moment(open)) ? until : Optional.of(open);
    }

    /** A cap by the day may end by the hour, and never makes anything later. */
    private Until earlier(Optional<Until> until, LocalDate day) {
        var capped = back(until, day);
        return until.isPresent() && days.moment(until.get()).isBefore(days.moment(capped)) ? until.get() : capped;
    }

    private Until back(Optional<Until> until, LocalDate day) {
        return days.back(day, until.isPresent() && DueDates.isShort(asked.period()));
    }

    private boolean isPast(Optional<Until> until, LocalDate day) {
        return until.isEmpty() || days.moment(until.get()).isAfter(days.dueAt(day));
    }
}
