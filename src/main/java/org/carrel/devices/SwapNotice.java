package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carrel.devices.store.RepairPolicyStore;
import org.carrel.devices.store.SwapNoticeStore;
import org.carrel.notices.NoticeContent;
import org.carrel.notices.NoticeFacts.Job;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.Loaner;
import org.carrel.notices.NoticeFacts.Shelved;
import org.carrel.notices.NoticeWish;
import org.carrel.notices.Notices;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;

/** Letters about repairs: to a borrower, and the guardian where the school says so, that a loaner was lent; work orders to the district. */
@Door
public class SwapNotice implements NoticeContent {
    private final Database database;
    private final Clock clock;
    private final Notices notices;
    private final SchoolCalendar calendars;
    private final SwapNoticeStore store = new SwapNoticeStore();
    private final RepairPolicyStore policies = new RepairPolicyStore();

    @Inject
    public SwapNotice(Database database, Clock clock, Notices notices, SchoolCalendar calendars) {
        this.database = database;
        this.clock = clock;
        this.notices = notices;
        this.calendars = calendars;
    }

    /** In the transaction of the swap; nothing goes out as long as that can be taken back. */
    void lent(Connection connection, String site, long patron, long ticket) throws SQLException {
        var now = clock.instant();
        var day = calendars.of(site).today(now);
        notices.queue(connection, NoticeWish.loaner(site, patron, ticket, day, now.plus(LoanerSwap.UNDO)));
    }

    @Override
    public List<OpenLoan> openLoans(String site, LocalDate dueBy) {
        return List.of();
    }

    @Override
    public List<Lent> loans(Collection<Long> loans) {
        return List.of();
    }

    @Override
    public List<Shelved> holds(Collection<Long> holds) {
        return List.of();
    }

    /** What is to be mended by the district, in one letter. False when there is no mail server. @param order tells it from others */
    boolean order(Connection connection, String site, String order, Collection<Long> tickets) throws SQLException {
        if (!notices.hasMail()) return false;
        var now = clock.instant();
        notices.queue(
                connection,
                NoticeWish.workOrder(site, order, tickets, calendars.of(site).today(now), now));
        return true;
    }

    @Override
    public List<Job> jobs(Collection<Long> tickets) {
        return database.read(connection -> store.jobs(connection, tickets));
    }

    @Override
    public Optional<String> districtMail(String site) {
        return database.read(connection -> policies.ofSite(connection, site))
                .map(RepairPolicy::districtMail)
                .filter(address -> !address.isEmpty());
    }

    /** Those whose loaner is out. */
    @Override
    public List<Loaner> loaners(Collection<Long> tickets) {
        return database.read(connection -> store.of(connection, tickets));
    }
}
