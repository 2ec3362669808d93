package org.carrel.circulation.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.DueAnswer;
import org.carrel.circulation.RenewFrom;
import org.carrel.circulation.RenewalAnswer;
import org.carrel.circulation.RenewalAnswer.Reason;
import org.carrel.circulation.RenewalAnswer.Refused;
import org.carrel.circulation.RenewalAnswer.Renewed;
import org.carrel.circulation.RenewalFacts;
import org.carrel.circulation.RenewalFacts.Waiting;
import org.carrel.circulation.ResolvedRule;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.rules.DueDates.Question;
import org.carrel.school.SiteCalendar;

/** Whether a loan goes on, and until when (rules D6, H6). Blocks of the patron are looked at elsewhere. */
public final class Renewals {
    private Renewals() {}

    /** @param rule as the loan keeps it */
    public static RenewalAnswer renew(ResolvedRule rule, SiteCalendar calendar, Instant now, RenewalFacts facts) {
        var reasons = new ArrayList<Reason>();
        if (isHeld(rule, facts.waiting())) reasons.add(new Reason.Held());
        var most = rule.most(RuleField.RENEWALS);
        if (most.isPresent() && facts.renewals() >= most.getAsInt()) reasons.add(new Reason.TooMany(most.getAsInt()));
        if (facts.due().isEmpty()) {
            reasons.add(new Reason.NoDueDate());
            return new Refused(reasons, List.of());
        }
        return dated(rule, calendar, now, facts, reasons);
    }

    private static RenewalAnswer dated(
            ResolvedRule rule, SiteCalendar calendar, Instant now, RenewalFacts facts, List<Reason> reasons) {
        var present = facts.due().orElseThrow();
        var base = rule.renewFrom() == RenewFrom.NOW ? now : present;
        var answer =
                DueDates.due(new Question(rule, calendar, now, base, rule.renewalPeriod(), field(rule), facts.facts()));
        reason(answer, present).ifPresent(reasons::add);
        return reasons.isEmpty() && answer instanceof DueAnswer.Due due
                ? new Renewed(due, facts.renewals() + 1, now.isAfter(present) && rule.is(RuleField.RENEWAL_FORGIVES))
                : new Refused(reasons, answer.steps());
    }

    private static Optional<Reason> reason(DueAnswer answer, Instant present) {
        return switch (answer) {
            case DueAnswer.Due due ->
                Optional.of(due.at()).filter(at -> !at.isAfter(present)).map(Reason.WouldNotChange::new);
            case DueAnswer.NoDue never -> Optional.of(new Reason.NoDueDate());
            case DueAnswer.Refused refused -> Optional.of(new Reason.NoDate(refused.reason()));
        };
    }

    private static RuleField field(ResolvedRule rule) {
        return rule.value(RuleField.RENEWAL_PERIOD).isPresent() ? RuleField.RENEWAL_PERIOD : RuleField.PERIOD;
    }

    private static boolean isHeld(ResolvedRule rule, Waiting waiting) {
        return switch (rule.whenHeld()) {
            case NEVER -> false;
            case IF_NEEDED -> waiting == Waiting.THIS_COPY;
            case ALWAYS -> waiting != Waiting.NOBODY;
        };
    }
}
