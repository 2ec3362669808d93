package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.DeskAct;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.DeviceFees;
import org.carrel.circulation.Loan;
import org.carrel.circulation.LoanGuard;
import org.carrel.devices.LentAccessory.Cause;
import org.carrel.devices.rules.AgreementRules;
import org.carrel.devices.rules.AgreementRules.Wanted;
import org.carrel.devices.rules.DeviceBlocks;
import org.carrel.devices.rules.DeviceForLoan;
import org.carrel.devices.store.AgreementStore;
import org.carrel.devices.store.AssignmentStore;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.HandbackStore;
import org.carrel.devices.store.LentAccessoryStore;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SchoolYear;

/** What desks have to know of devices: whose they are for the year, whether they are whole, and what goes out with them. */
@Door
public class DeviceGuard implements LoanGuard {
    private final Clock clock;
    private final SchoolCalendar calendar;
    private final DeviceFees fees;
    private final DeviceStore devices = new DeviceStore();
    private final AssignmentStore assignments = new AssignmentStore();
    private final AgreementStore agreements = new AgreementStore();
    private final HandbackStore handbacks = new HandbackStore();
    private final LentAccessoryStore lent = new LentAccessoryStore();
    private final AccessoryLending accessories = new AccessoryLending();

    @Inject
    public DeviceGuard(Clock clock, SchoolCalendar calendar, DeviceFees fees) {
        this.clock = clock;
        this.calendar = calendar;
        this.fees = fees;
    }

    @Override
    public List<Blocked> against(Connection connection, ItemForLoan item, Patron patron, String site)
            throws SQLException {
        var device = devices.byItem(connection, item.id());
        if (device.isEmpty()) return List.of();
        return DeviceBlocks.of(facts(connection, device.get(), patron, site));
    }

    /** As far as devices know: the desk knows the item's part. */
    private DeviceForLoan facts(Connection connection, Device device, Patron patron, String site) throws SQLException {
        var assignment = assignments.openOf(connection, device.id());
        var ticket = device.custody() instanceof Custody.AtRepair repair
                ? Optional.of(repair.ticket())
                : Optional.<OptionalLong>empty();
        return new DeviceForLoan(
                device.condition(),
                ticket,
                assignment.map(one -> OptionalLong.of(one.id())).orElse(OptionalLong.empty()),
                assignment.filter(one -> one.isOf(patron.id())).isPresent(),
                device.kept(),
                unsigned(connection, device, patron, site));
    }

    private List<Integer> unsigned(Connection connection, Device device, Patron patron, String site)
            throws SQLException {
        var year = SchoolYear.of(calendar.of(site).today(clock.instant()));
        var all = agreements.from(connection, year);
        if (all.isEmpty()) return List.of();
        var facts = patron.facts();
        var wanted = new Wanted(facts.category(), facts.get(PatronField.SITE), Optional.of(device.category()), year);
        return AgreementRules.unsigned(all, wanted, agreements.answersOf(connection, patron.id())).stream()
                .map(Agreement::id)
                .toList();
    }

    @Override
    public List<Remark> lent(Connection connection, ItemForLoan item, Loan loan, DeskAct act) throws SQLException {
        var device = devices.byItem(connection, item.id());
        if (device.isEmpty()) return List.of();
        var cause = Cause.loan(loan.id());
        var out = accessories.handOut(
                connection, cause, device.get().id(), device.get().model(), item.siteId(), act);
        return out.isEmpty() ? List.of() : List.of(new Remark(Remark.Kind.WITH_ACCESSORIES, cause.code()));
    }

    @Override
    public List<Remark> returned(Connection connection, ItemForLoan item, List<Loan> ended, DeskAct act)
            throws SQLException {
        var remarks = new ArrayList<Remark>();
        for (var loan : ended) {
            var cause = Cause.loan(loan.id());
            if (!accessories.takeBack(connection, cause, act).isEmpty())
                remarks.add(new Remark(Remark.Kind.ACCESSORIES_BACK, cause.code()));
        }
        var device = devices.byItem(connection, item.id());
        if (device.isEmpty()) return remarks;
        handbacks.close(connection, device.get().id(), act.at());
        assignments
                .openOf(connection, device.get().id())
                .ifPresent(one -> remarks.add(new Remark(Remark.Kind.ASSIGNED_TO, String.valueOf(one.id()))));
        return remarks;
    }

    @Override
    public void undone(Connection connection, ItemForLoan item, Loan loan, UUID undone, DeskAct act)
            throws SQLException {
        var cause = Cause.loan(loan.id());
        var now = lent.cause(connection, cause);
        if (now.isEmpty()) return;
        if (now.get().open()) accessories.outAgain(connection, cause, act, fees);
        else accessories.takeBack(connection, cause, act);
    }
}
