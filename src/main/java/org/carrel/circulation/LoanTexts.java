package org.carrel.circulation;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.carrel.catalog.ItemForLoan;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.store.ChargeStore;
import org.carrel.circulation.store.LoanStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** What is to be told of loans to whoever has something. */
@Door
public class LoanTexts {
    private final Database database;
    private final ItemsAtDesk items;
    private final LoanStore loans = new LoanStore();
    private final ChargeStore charges = new ChargeStore();

    @Inject
    public LoanTexts(Database database, ItemsAtDesk items) {
        this.database = database;
        this.items = items;
    }

    /** An open loan of somebody. @param due the day, where it was lent */
    public record Due(long loan, long patron, LocalDate due) {}

    /**
     * @param due the day, where it was lent
     * @param owed for it until now; nothing where nothing is
     */
    public record Told(long loan, String title, LocalDate due, boolean lost, Money owed) {}

    /** Open loans that were made at this site and are due on that day or before, without those that are lost or claimed. */
    public List<Due> dueBy(String site, LocalDate day) {
        return database.read(connection -> loans.findDueBy(connection, site, day)).stream()
                .map(loan -> new Due(
                        loan.id(), loan.patron().orElseThrow(), loan.dueOn().orElseThrow()))
                .toList();
    }

    /** Those of these loans that are open and have a due date. */
    public List<Told> of(Collection<Long> ids) {
        return database.read(connection -> {
            var told = new ArrayList<Told>();
            for (var id : ids) {
                var loan = loans.find(connection, id).filter(Loan::isOpen);
                if (loan.isEmpty() || loan.get().dueOn().isEmpty()) continue;
                var title = items.find(connection, loan.get().item()).map(ItemForLoan::title);
                var owed = Money.sum(charges.ofLoan(connection, id).stream()
                        .map(ChargeLine::outstanding)
                        .toList());
                told.add(new Told(
                        id,
                        title.orElse(""),
                        loan.get().dueOn().orElseThrow(),
                        loan.get().state() == LoanState.LOST,
                        owed));
            }
            return told;
        });
    }
}
