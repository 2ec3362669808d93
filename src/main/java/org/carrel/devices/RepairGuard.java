package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.DeskAct;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.Loan;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.LoanGuard;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.LoanerStore;
import org.carrel.devices.store.RepairStore;
import org.carrel.patrons.Patron;
import org.carrel.platform.Door;

/** At the desk: what is being mended is not lent, and who waits for it gets a loaner and nothing else (B71). */
@Door
public class RepairGuard implements LoanGuard {
    private final RepairWriting writing;
    private final DeviceStore devices = new DeviceStore();
    private final RepairStore tickets = new RepairStore();
    private final LoanerStore loaners = new LoanerStore();

    @Inject
    public RepairGuard(RepairTickets tickets) {
        this.writing = tickets.writing();
    }

    @Override
    public List<Blocked> against(Connection connection, ItemForLoan item, Patron patron, String site)
            throws SQLException {
        var device = devices.byItem(connection, item.id());
        if (device.isEmpty()) return List.of();
        var blocks = new ArrayList<Blocked>();
        tickets.openOf(connection, device.get().id())
                .filter(RepairTicket::deviceIn)
                .ifPresent(ticket -> blocks.add(Blocked.of(LoanBlock.HAS_OPEN_TICKET, ticket.id())));
        if (isSecond(connection, device.get(), patron)) blocks.add(Blocked.of(LoanBlock.ONLY_LOANER));
        return blocks;
    }

    /** Whether something like it is being mended for the person, and this is none of the loaners that the site has. */
    private boolean isSecond(Connection connection, Device device, Patron patron) throws SQLException {
        var waits = tickets.openOfPatron(connection, patron.id()).stream()
                .anyMatch(ticket -> ticket.device().isPresent()
                        && ticket.device().getAsLong() != device.id()
                        && ticket.thing().filter(device.category()::equals).isPresent());
        if (!waits || loaners.isLoaner(connection, device.id())) return false;
        return loaners.pool(connection, device.siteCode()).all() > 0;
    }

    @Override
    public List<Remark> lent(Connection connection, ItemForLoan item, Loan loan, DeskAct act) {
        return List.of();
    }

    /** What somebody has said is broken is kept back when it comes in. */
    @Override
    public List<Remark> returned(Connection connection, ItemForLoan item, List<Loan> ended, DeskAct act)
            throws SQLException {
        var remarks = new ArrayList<Remark>();
        var device = devices.byItem(connection, item.id());
        if (device.isEmpty()) return remarks;
        var ticket = tickets.openOf(connection, device.get().id());
        if (ticket.isPresent()) {
            writing.bringIn(connection, ticket.get(), device.get(), act.account());
            remarks.add(new Remark(
                    Remark.Kind.HAS_TICKET, String.valueOf(ticket.get().id())));
        }
        for (var loan : ended) {
            var was = loaners.ofLoan(connection, loan.id());
            was.ifPresent(lent -> remarks.add(new Remark(Remark.Kind.LOANER_BACK, String.valueOf(lent.ticket()))));
        }
        return remarks;
    }

    /** Whoever has it again is not who mends it. */
    @Override
    public void undone(Connection connection, ItemForLoan item, Loan loan, UUID undone, DeskAct act)
            throws SQLException {
        if (!loan.isOpen()) return;
        var device = devices.byItem(connection, item.id());
        if (device.isEmpty()) return;
        var ticket = tickets.openOf(connection, device.get().id()).filter(RepairTicket::deviceIn);
        if (ticket.isPresent()) tickets.deviceIn(connection, ticket.get().id(), false);
    }
}
