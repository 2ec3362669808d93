package org.carrel.circulation;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carrel.catalog.ItemForLoan;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.circulation.rules.PatronBlocksRule;
import org.carrel.circulation.store.LoanStore;
import org.carrel.patrons.BlockedAct;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** Who has what. */
@Door
public class Loans {
    private final Database database;
    private final Clock clock;
    private final ItemsAtDesk items;
    private final Borrowers people;
    private final LendingTerms terms;
    private final FeeLedger ledger;
    private final LoanStore store = new LoanStore();

    @Inject
    public Loans(
            Database database, Clock clock, ItemsAtDesk items, Borrowers people, LendingTerms terms, FeeLedger ledger) {
        this.database = database;
        this.clock = clock;
        this.items = items;
        this.people = people;
        this.terms = terms;
        this.ledger = ledger;
    }

    /** For the desk of a site. Empty when there is no such person within reach. @param site code */
    public Optional<PatronSummary> summary(long patron, String site, Caller by) {
        return database.read(connection -> {
            var known = people.find(connection, patron);
            if (known.isEmpty() || !isReached(known.get(), by)) return Optional.empty();
            return Optional.of(summary(connection, known.get(), site));
        });
    }

    private static boolean isReached(Patron person, Caller by) {
        var site = person.facts().get(PatronField.SITE);
        return site.isEmpty() || by.isOf(site);
    }

    private PatronSummary summary(Connection connection, Patron patron, String site) throws SQLException {
        var now = clock.instant();
        var held = terms.of(site, patron, "");
        var today = held.today(now);
        var blocks = new ArrayList<Blocked>();
        blocks.addAll(
                PatronBlocksRule.of(patron, people.blocks(connection, patron.id(), today, BlockedAct.LOANS), today));
        var owed = ledger.outstanding(connection, patron.id());
        held.owing(owed, ChargeClass.LIBRARY).ifPresent(blocks::add);
        return new PatronSummary(
                patron,
                lines(connection, patron.id()),
                held.totalLimit(),
                blocks,
                owed,
                ledger.claims(connection, patron.id()),
                held.zone());
    }

    /** Something that came back. */
    public record Returned(ItemForLoan item, Instant at) implements Serializable {}

    /** What the caller has taken back since then, the latest last; each copy once. Whose it was is not told. */
    public List<Returned> returnedBy(Caller by, Instant since) {
        return database.read(connection -> {
            var last = new LinkedHashMap<Long, Instant>();
            for (var back : store.returnedBy(connection, by.account(), since)) {
                last.remove(back.item());
                last.put(back.item(), back.at());
            }
            var copies = items.find(connection, last.keySet()).stream()
                    .collect(Collectors.toMap(ItemForLoan::id, Function.identity()));
            return last.entrySet().stream()
                    .filter(back -> copies.containsKey(back.getKey()))
                    .map(back -> new Returned(Objects.requireNonNull(copies.get(back.getKey())), back.getValue()))
                    .toList();
        });
    }

    /** Open loans, due first comes first. In the caller's transaction. */
    public List<PatronSummary.Line> lines(Connection connection, long patron) throws SQLException {
        var loans = store.findOpenOfPatron(connection, patron);
        var copies = items.find(connection, loans.stream().map(Loan::item).toList()).stream()
                .collect(Collectors.toMap(ItemForLoan::id, Function.identity()));
        var now = clock.instant();
        var lines = new ArrayList<PatronSummary.Line>();
        for (var loan : loans) {
            var copy = copies.get(loan.item());
            if (copy != null) lines.add(new PatronSummary.Line(loan, copy, loan.isOverdue(now)));
        }
        return lines;
    }
}
