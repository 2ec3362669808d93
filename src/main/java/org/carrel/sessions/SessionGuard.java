package org.carrel.sessions;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.DeskAct;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.Loan;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.LoanGuard;
import org.carrel.patrons.Patron;
import org.carrel.platform.Door;
import org.carrel.scheduling.SessionDesk;
import org.carrel.sessions.rules.CartPlans;
import org.carrel.sessions.rules.PulledRules;
import org.carrel.sessions.store.PulledCopyStore;
import org.carrel.sessions.store.SessionCartStore;

/**
 * What classes have booked is theirs: a cart goes to its class at the bell by one scan and is due at the end of the session, and nobody
 * else gets it, or too many of its devices, for longer than until the next class; books that were pulled go to those for whom they were.
 */
@Door
public class SessionGuard implements LoanGuard {
    private final SessionDesk sessions;
    private final SessionCartStore carts = new SessionCartStore();
    private final PulledCopyStore pulled = new PulledCopyStore();

    @Inject
    public SessionGuard(SessionDesk sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<Blocked> against(Connection connection, ItemForLoan item, Patron patron, String site) {
        return List.of();
    }

    @Override
    public Planned planned(Connection connection, ItemForLoan item, Patron patron, Optional<Instant> due, Instant now)
            throws SQLException {
        var copy = pulled.open(connection, item.id());
        if (copy.isPresent()) return new Planned(due, books(connection, copy.get(), patron, now));
        var device = carts.device(connection, item.id());
        if (device.isEmpty()) return new Planned(due, List.of());
        var plans = sessions.plans(connection, device.getAsLong(), now);
        if (plans.isEmpty()) return new Planned(due, List.of());
        var classes = carts.classes(connection, patron.id());
        var answer = CartPlans.of(plans, due, patron.id(), classes, now);
        var against = new ArrayList<Blocked>();
        answer.session().ifPresent(session -> against.add(Blocked.of(LoanBlock.BOOKED_FOR_CLASS, session)));
        return new Planned(answer.due(), against);
    }

    private List<Blocked> books(Connection connection, PulledCopy copy, Patron patron, Instant now)
            throws SQLException {
        var classes = carts.classes(connection, patron.id());
        return PulledRules.mayHave(copy, patron.id(), classes, now)
                ? List.of()
                : List.of(Blocked.of(LoanBlock.PULLED_FOR_CLASS, copy.session()));
    }

    /** A cart that its class has booked for now; once a session, so that a scan too many takes it back. */
    @Override
    public OptionalLong taker(Connection connection, ItemForLoan item, Instant now) throws SQLException {
        var device = carts.device(connection, item.id());
        if (device.isEmpty() || carts.isCounted(connection, device.getAsLong())) return OptionalLong.empty();
        var next = CartPlans.next(sessions.plans(connection, device.getAsLong(), now), now);
        if (next.isEmpty() || carts.wentOut(connection, next.get().session(), device.getAsLong()))
            return OptionalLong.empty();
        return next.get().teacher();
    }

    @Override
    public List<Remark> lent(Connection connection, ItemForLoan item, Loan loan, DeskAct act) throws SQLException {
        var device = carts.device(connection, item.id());
        if (device.isEmpty() || loan.patron().isEmpty()) return List.of();
        var own = sessions.plans(connection, device.getAsLong(), act.at()).stream()
                .filter(plan -> !plan.part() && plan.teacher().equals(loan.patron()) && CartPlans.isNow(plan, act.at()))
                .findFirst();
        if (own.isEmpty()) return List.of();
        var session = own.get().session();
        carts.out(connection, session, device.getAsLong(), act.request(), act.at());
        sessions.came(connection, session, act.account(), act.at());
        return List.of(new Remark(Remark.Kind.FOR_CLASS, String.valueOf(session)));
    }

    @Override
    public List<Remark> returned(Connection connection, ItemForLoan item, List<Loan> ended, DeskAct act)
            throws SQLException {
        var device = carts.device(connection, item.id());
        if (device.isPresent()) carts.back(connection, device.getAsLong(), act.at());
        pulled.found(connection, item.id());
        var copy = pulled.lockOpen(connection, item.id());
        if (copy.isEmpty()) return List.of();
        if (pulled.isSetAside(connection, item.id()))
            pulled.end(connection, copy.get().id(), PulledCopy.End.HELD, act.at());
        else if (copy.get().isOver(act.at())) pulled.end(connection, copy.get().id(), PulledCopy.End.BACK, act.at());
        else
            return List.of(new Remark(
                    Remark.Kind.GOES_TO_CLASS, String.valueOf(copy.get().session())));
        return List.of();
    }

    @Override
    public void undone(Connection connection, ItemForLoan item, Loan loan, UUID undone, DeskAct act)
            throws SQLException {
        var device = carts.device(connection, item.id());
        if (device.isEmpty() || carts.undo(connection, device.getAsLong(), undone)) return;
        carts.outAgain(connection, device.getAsLong(), loan.lent());
    }
}
