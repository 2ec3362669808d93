package org.carrel.circulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.circulation.fees.LostAndFound;
import org.carrel.circulation.holds.AtDesk;
import org.carrel.circulation.holds.HoldQueue;
import org.carrel.circulation.store.DeskRequestStore;
import org.carrel.circulation.store.LendingFactsStore;
import org.carrel.circulation.store.LoanStore;
import org.carrel.patrons.Borrowers;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Role;

/** What every act of a desk needs. */
record DeskTables(
        ItemsAtDesk items,
        Borrowers people,
        LoanStore loans,
        DeskRequestStore requests,
        LendingTerms terms,
        HoldQueue holds,
        FeeLedger ledger,
        LostAndFound losses,
        LossRules lossRules,
        List<HoldListener> listeners,
        List<LoanListener> ofLoans,
        List<LoanGuard> guards,
        AuditTrail audit,
        Clock clock) {
    /** Numbers of sites by code, which never change. */
    private static final Map<String, Integer> SITES = new ConcurrentHashMap<>();

    private static final LendingFactsStore GUARDED = new LendingFactsStore();

    /** Who renews the own loans, and is no account: see {@link #ofBorrower}. */
    private static final Caller BORROWER = new Caller(0, "", "", Role.STUDENT, Optional.empty());

    /**
     * Who stands at a desk in which transaction, and when it happened.
     *
     * @param site number of the desk's site
     */
    record Act(Connection connection, Caller by, DeskPlace place, int site, UUID request, Instant now) {
        /** Whether an entry of this site is within reach of who is at the desk. @param code empty for none */
        boolean reaches(String code) {
            return code.isEmpty() || by.isOf(code);
        }

        /** Empty for somebody at the own loans. */
        OptionalLong account() {
            return by == BORROWER ? OptionalLong.empty() : OptionalLong.of(by.account());
        }

        DeskAct act() {
            return new DeskAct(request, now, account());
        }
    }

    Act act(Connection connection, Scan scan, Caller by) throws SQLException {
        var now = clock.instant().minus(scan.ago());
        var code = scan.place().site();
        var known = SITES.get(code);
        if (known != null) return new Act(connection, by, scan.place(), known, scan.request(), now);
        var found = loans.site(connection, code).orElseThrow(() -> new IllegalArgumentException("No site " + code));
        SITES.put(code, found);
        return new Act(connection, by, scan.place(), found, scan.request(), now);
    }

    /** What somebody does with the own loans, whom the caller has made sure of. @param site code of the loan's site */
    Act ofBorrower(Connection connection, String site, UUID request) throws SQLException {
        return act(connection, Scan.now(request, "", Optional.empty(), DeskPlace.at(site)), BORROWER);
    }

    AtDesk atDesk(Act act) {
        var code = act.place().site();
        return new AtDesk(act.site(), code, terms.calendar(code), act.now(), act.account());
    }

    void changed(Act act, long bib) throws SQLException {
        items.changed(act.connection(), List.of(bib));
    }

    /** Whoever waits is told of it when the transaction is over. */
    void tell(Act act, List<HoldNews> news) throws SQLException {
        if (news.isEmpty()) return;
        for (var listener : listeners) listener.heard(act.connection(), news);
    }

    /** Who knows more of a copy: mostly nobody. */
    List<LoanGuard> guardsOf(Connection connection, long item) throws SQLException {
        return !guards.isEmpty() && GUARDED.guarded(connection, item) ? guards : List.of();
    }

    /** Nothing more is to be said of this loan. */
    void over(Act act, long loan) throws SQLException {
        for (var listener : ofLoans) listener.over(act.connection(), List.of(loan));
    }
}
