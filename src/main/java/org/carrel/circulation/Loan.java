package org.carrel.circulation;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * From check-out to check-in.
 *
 * @param patron empty once it is over and forgotten
 * @param site code of the site whose rules and calendar hold
 * @param zone in which {@code dueOn} is meant
 * @param due empty for no due date
 * @param rule the values of the rules as they were at the check-out: JSON
 * @param end empty while it is open
 * @param returned empty while it is open
 * @param version rises with each change
 */
public record Loan(
        long id,
        long item,
        OptionalLong patron,
        String site,
        ZoneId zone,
        Instant lent,
        Optional<Instant> due,
        Optional<LocalDate> dueOn,
        LoanState state,
        int renewals,
        String rule,
        Optional<LoanEnd> end,
        Optional<Instant> returned,
        int version)
        implements Serializable {
    public boolean isOpen() {
        return end.isEmpty();
    }

    /** What is due today is not overdue before that moment has passed (rule T3); what is lost or claimed never is. */
    public boolean isOverdue(Instant now) {
        return isOpen() && state == LoanState.OUT && due.filter(now::isAfter).isPresent();
    }

    /** How late it is, or was when it came back; zero when it is not. */
    public Duration late(Instant now) {
        var end = returned.orElse(now);
        return due.filter(end::isAfter)
                .map(moment -> Duration.between(moment, end))
                .orElse(Duration.ZERO);
    }

    public boolean isOf(long person) {
        return patron.isPresent() && patron.getAsLong() == person;
    }

    /** The same when it is over. */
    Loan ended(LoanEnd how, Instant at) {
        return new Loan(
                id,
                item,
                patron,
                site,
                zone,
                lent,
                due,
                dueOn,
                state,
                renewals,
                rule,
                Optional.of(how),
                Optional.of(at),
                version + 1);
    }

    /** The same with the due date that it had when it was told of. */
    Loan dueAs(Optional<Instant> at, Optional<LocalDate> on) {
        return new Loan(id, item, patron, site, zone, lent, at, on, state, renewals, rule, end, returned, version);
    }
}
