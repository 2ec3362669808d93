package org.carrel.desk.web;

import java.time.LocalDate;
import java.time.ZoneId;
import org.carrel.circulation.DueProblem;
import org.carrel.circulation.DueStep;
import org.carrel.circulation.Fine;
import org.carrel.circulation.LimitHit;
import org.carrel.circulation.LoanPeriod;
import org.carrel.circulation.RenewalAnswer.Reason;
import org.carrel.platform.web.ScreenLanguage;

/** How due dates, fines and refusals came about, in sentences. */
record DueStepWords(RuleWords says) {
    String step(DueStep step) {
        var words = says.words();
        var until = step.until().map(says::moment).orElseGet(() -> words.text("explain.noEnd"));
        var why = step.closure()
                .map(closure -> closure.reason(words.language() == ScreenLanguage.ES))
                .orElseGet(() -> words.text("explain.closed"));
        return words.text("dueStep." + step.kind(), until, detail(step), why);
    }

    private String detail(DueStep step) {
        return switch (step.kind()) {
            case PERIOD -> LoanPeriod.parse(step.detail()).map(says::period).orElse(step.detail());
            case CEILING, CEILING_OVER -> says.day(LocalDate.parse(step.detail()));
            default -> step.detail();
        };
    }

    String problem(DueProblem reason) {
        return says.words()
                .text(
                        "dueProblem." + reason.kind(),
                        reason.detail(),
                        reason.first().map(says::day).orElse("…"),
                        reason.last().map(says::day).orElse("…"));
    }

    /** Why a loan is not renewed. @param zone of the site that lent it */
    String reason(Reason reason, ZoneId zone) {
        var words = says.words();
        return switch (reason) {
            case Reason.Held held -> words.text("renewalReason.held");
            case Reason.TooMany many -> words.text("renewalReason.tooMany", many.most());
            case Reason.WouldNotChange same ->
                words.text("renewalReason.wouldNotChange", says.moment(same.due(), zone));
            case Reason.NoDueDate none -> words.text("renewalReason.noDueDate");
            case Reason.NoDate none -> problem(none.problem());
        };
    }

    /** Why one more loan is too many, and which rule says so. */
    String limit(LimitHit hit) {
        var from = hit.kind() == LimitHit.Kind.GROUP ? hit.group() : says.from(hit.row());
        return says.words().text("limitHit." + hit.kind(), hit.most(), hit.has(), from);
    }

    /** What an amount comes from. */
    String fine(Fine fine) {
        return says.words().text("fineKind." + fine.kind(), says.span(fine.late()), fine.intervals());
    }
}
