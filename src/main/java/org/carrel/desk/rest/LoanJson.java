package org.carrel.desk.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.carrel.circulation.Loan;
import org.carrel.circulation.LoanState;
import org.carrel.platform.rest.About;
import org.jspecify.annotations.Nullable;

/** A loan, without who has it. */
public record LoanJson(
        long id,

        @About("moment with the offset of the school's zone")
        String lent,

        @About("moment with the offset of the school's zone; left out where there is no due date") @Nullable String due,

        @Nullable LocalDate dueOn,

        @About("the due date in words; empty where there is none")
        String dueText,

        LoanState state,
        int renewals) {
    static LoanJson of(Loan loan, String dueText) {
        return new LoanJson(
                loan.id(),
                text(loan.lent(), loan),
                loan.due().map(due -> text(due, loan)).orElse(null),
                loan.dueOn().orElse(null),
                dueText,
                loan.state(),
                loan.renewals());
    }

    private static String text(Instant moment, Loan loan) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS).atZone(loan.zone()));
    }
}
