package org.carrel.circulation;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.MyAccount.MyFee;
import org.carrel.circulation.MyAccount.MyLoan;
import org.carrel.circulation.MyAccount.Renewals;
import org.carrel.circulation.store.ChargeStore;
import org.carrel.circulation.store.DeskRequestStore.Known;
import org.carrel.patrons.Patron;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/**
 * The own loans of somebody who has shown card and PIN, or is signed in; whoever calls has made sure of that. The rules are the
 * desk's, and nobody lifts them here (rule O4). What is kept of a request is a count: it says nothing of what was renewed.
 */
@Door
public class MyBooks {
    private final Database database;
    private final DeskTables tables;
    private final Renewing renewing;
    private final HoldLists holds;
    private final ChargeStore charges = new ChargeStore();

    @Inject
    public MyBooks(Database database, CirculationDesk desk, HoldLists holds) {
        this.database = database;
        this.tables = desk.tables();
        this.renewing = new Renewing(tables);
        this.holds = holds;
    }

    /** Empty when there is no such person, or no more. */
    public Optional<MyAccount> of(long patron) {
        var waits = holds.ofPatron(patron);
        return database.read(connection -> {
            var person = person(connection, patron);
            if (person.isEmpty()) return Optional.empty();
            var lines = tables.ledger().lines(connection, patron);
            return Optional.of(new MyAccount(
                    loans(connection, person.get()),
                    waits,
                    fees(connection, lines),
                    tables.ledger().outstanding(connection, patron)));
        });
    }

    private Optional<Patron> person(Connection connection, long patron) throws SQLException {
        return tables.people().find(connection, patron).filter(known -> known.mergedInto()
                .isEmpty());
    }

    private List<MyLoan> loans(Connection connection, Patron patron) throws SQLException {
        var now = tables.clock().instant();
        var shown = new ArrayList<MyLoan>();
        for (var loan : tables.loans().findOpenOfPatron(connection, patron.id())) {
            var item = tables.items().find(connection, loan.item());
            if (item.isEmpty()) continue;
            var against = renewing.against(connection, patron, loan, now);
            shown.add(new MyLoan(loan, item.get(), loan.isOverdue(now), against));
        }
        return shown;
    }

    private List<MyFee> fees(Connection connection, List<ChargeLine> lines) throws SQLException {
        var open = lines.stream().filter(line -> !line.outstanding().isZero()).toList();
        var titles = titles(connection, open);
        return open.stream()
                .map(line -> new MyFee(
                        line.type(), line.loan().map(loan -> titles.get(loan)).orElse(""), line.outstanding()))
                .toList();
    }

    /** By number of the loan. */
    private Map<Long, String> titles(Connection connection, List<ChargeLine> lines) throws SQLException {
        var loans =
                lines.stream().flatMap(line -> line.loan().stream()).distinct().toList();
        var titles = new HashMap<Long, String>();
        for (var lent : charges.items(connection, loans).entrySet()) {
            var item = tables.items().find(connection, lent.getValue());
            titles.put(lent.getKey(), item.map(ItemForLoan::title).orElse(""));
        }
        return titles;
    }

    /** Renews one loan, if it is this person's. The same request again gets the same answer and does nothing (rule Z2). */
    public Renewals renew(long patron, long loan, UUID request) {
        return renew(patron, request, known -> known.id() == loan);
    }

    /** Renews what can be renewed. The same request again gets the same answer and does nothing. */
    public Renewals renewAll(long patron, UUID request) {
        return renew(patron, request, known -> true);
    }

    private Renewals renew(long patron, UUID request, Predicate<Loan> which) {
        return database.transaction(connection -> {
            var now = tables.clock().instant();
            if (!tables.requests().claim(connection, request, OptionalLong.empty(), now))
                return read(tables.requests().find(connection, request));
            var renewed = renew(connection, patron, request, which);
            var json = Json.createObjectBuilder()
                    .add("renewed", renewed.renewed())
                    .add("refused", renewed.refused())
                    .build();
            tables.requests().answer(connection, request, json.toString(), OptionalLong.empty(), OptionalLong.empty());
            return renewed;
        });
    }

    private Renewals renew(Connection connection, long patron, UUID request, Predicate<Loan> which)
            throws SQLException {
        // The person first, then the copies in their order: nobody waits for anybody in a circle (rule Z5).
        tables.people().lock(connection, patron);
        var loans = tables.loans().findOpenOfPatron(connection, patron).stream()
                .filter(which)
                .sorted(Comparator.comparingLong(Loan::item))
                .toList();
        var renewed = 0;
        for (var loan : loans) {
            var act = tables.ofBorrower(connection, loan.site(), request);
            var answer = renewing.renew(act, loan.id(), Lifted.NOTHING, false);
            if (answer.act() == DeskAnswer.Act.RENEWED) renewed++;
        }
        return new Renewals(renewed, loans.size() - renewed);
    }

    /** Nothing for a request that was one for something else. */
    private static Renewals read(Optional<Known> known) {
        var text = known.flatMap(Known::answer).orElse("{}");
        try (var reader = Json.createReader(new StringReader(text))) {
            var json = reader.readObject();
            return new Renewals(json.getInt("renewed", 0), json.getInt("refused", 0));
        }
    }
}
