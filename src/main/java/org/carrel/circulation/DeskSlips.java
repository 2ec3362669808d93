package org.carrel.circulation;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.CardHolder;
import org.carrel.security.CardHolders;

/** What people get in the hand at the desk. Others can read it: it has the first name and a letter, and what was returned no name at all. */
@Door
public class DeskSlips {
    /** What was lent or taken back since then belongs to the visit. */
    public static final Duration VISIT = Duration.ofMinutes(30);

    private final Clock clock;
    private final Loans loans;
    private final CardHolders holders;
    private final AuditTrail audit;

    @Inject
    public DeskSlips(Clock clock, Loans loans, CardHolders holders, AuditTrail audit) {
        this.clock = clock;
        this.loans = loans;
        this.holders = holders;
        this.audit = audit;
    }

    /**
     * @param who {@code Zoë K.}; empty for who may not borrow any more
     * @param lines due first comes first
     * @param visitOnly what was lent now; else everything that is out
     */
    public record LoanSlip(String who, List<PatronSummary.Line> lines, boolean visitOnly) implements Serializable {
        public LoanSlip {
            lines = List.copyOf(lines);
        }
    }

    /** Which loans are wanted on a slip. */
    public enum Which {
        /** What was lent within the visit; everything when nothing was. */
        AS_FITS,
        VISIT,
        ALL
    }

    /** That it was looked at is written down. Empty when there is no such person within reach. @param site code of the desk */
    public Optional<LoanSlip> loans(long patron, String site, Which which, Caller by) {
        var found = loans.summary(patron, site, by);
        if (found.isEmpty()) return Optional.empty();
        audit.add(OptionalLong.of(by.account()), "loan_slip", new Subject("patron", patron));
        var since = clock.instant().minus(VISIT);
        var all = found.get().loans();
        var now = all.stream().filter(line -> line.loan().lent().isAfter(since)).toList();
        var visitOnly = which == Which.VISIT || which == Which.AS_FITS && !now.isEmpty();
        var who = holders.byPatron(patron).map(CardHolder::screenName).orElse("");
        return Optional.of(new LoanSlip(who, visitOnly ? now : all, visitOnly));
    }

    /** What the caller has taken back within the visit, the latest last. */
    public List<Loans.Returned> returns(Caller by) {
        return loans.returnedBy(by, clock.instant().minus(VISIT));
    }
}
