package org.carrel.notices.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carrel.notices.NoticeFacts;
import org.carrel.notices.NoticeFacts.DueSoon;
import org.carrel.notices.NoticeFacts.HoldReady;
import org.carrel.notices.NoticeFacts.Job;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.Loaner;
import org.carrel.notices.NoticeFacts.Loaners;
import org.carrel.notices.NoticeFacts.Lost;
import org.carrel.notices.NoticeFacts.LostSoon;
import org.carrel.notices.NoticeFacts.Overdue;
import org.carrel.notices.NoticeFacts.SessionOffer;
import org.carrel.notices.NoticeFacts.SessionOffers;
import org.carrel.notices.NoticeFacts.Shelved;
import org.carrel.notices.NoticeFacts.WorkOrder;
import org.carrel.notices.NoticeKind;

/** What of a notice is still to say on the day it goes out; a day may have passed since it was written for. */
public final class StillTrue {
    private StillTrue() {}

    /** Empty: nothing. Of a kind that is about loans. */
    public static Optional<NoticeFacts> ofLoans(NoticeKind kind, List<Lent> loans, LocalDate today) {
        return switch (kind) {
            case DUE_SOON ->
                some(loans.stream()
                                .filter(loan -> !loan.lost() && !loan.due().isBefore(today))
                                .toList())
                        .map(DueSoon::new);
            case OVERDUE ->
                some(loans.stream()
                                .filter(loan -> !loan.lost() && loan.due().isBefore(today))
                                .toList())
                        .map(Overdue::new);
            case LOST_SOON ->
                some(loans.stream()
                                .filter(loan -> !loan.lost() && loan.due().isBefore(today))
                                .toList())
                        .map(LostSoon::new);
            case LOST -> some(loans.stream().filter(Lent::lost).toList()).map(Lost::new);
            default -> throw new IllegalArgumentException(kind + " is not about loans");
        };
    }

    public static Optional<NoticeFacts> ofHolds(List<Shelved> holds, LocalDate today) {
        var waiting = holds.stream()
                .filter(hold -> hold.until().filter(day -> day.isBefore(today)).isEmpty())
                .sorted(Comparator.comparing(hold -> hold.until().orElse(LocalDate.MAX)))
                .toList();
        return waiting.isEmpty() ? Optional.empty() : Optional.of(new HoldReady(waiting));
    }

    public static Optional<NoticeFacts> ofLoaners(List<Loaner> loaners) {
        return loaners.isEmpty() ? Optional.empty() : Optional.of(new Loaners(loaners));
    }

    public static Optional<NoticeFacts> ofJobs(List<Job> jobs) {
        return jobs.isEmpty() ? Optional.empty() : Optional.of(new WorkOrder(jobs));
    }

    public static Optional<NoticeFacts> ofOffers(List<SessionOffer> offers, String link) {
        return offers.isEmpty() ? Optional.empty() : Optional.of(new SessionOffers(offers, link));
    }

    private static Optional<List<Lent>> some(List<Lent> loans) {
        var sorted = loans.stream().sorted(Comparator.comparing(Lent::due)).toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted);
    }
}
