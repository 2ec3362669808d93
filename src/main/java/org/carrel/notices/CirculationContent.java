package org.carrel.notices;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.HoldListener;
import org.carrel.circulation.HoldLists;
import org.carrel.circulation.HoldNews;
import org.carrel.circulation.Loan;
import org.carrel.circulation.LoanListener;
import org.carrel.circulation.LoanTexts;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.Shelved;
import org.carrel.notices.store.NoticeStore;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;

/** What circulation has to tell people: it is heard in the desk's transaction, and asked again when it is written. */
@Door
public class CirculationContent implements NoticeContent, HoldListener, LoanListener {
    /** What the desk can still take back is not told. */
    private static final Duration UNDO = Duration.ofSeconds(60);

    private final LoanTexts loans;
    private final HoldLists holds;
    private final Notices notices;
    private final SchoolCalendar calendars;
    private final Clock clock;
    private final NoticeStore store = new NoticeStore();

    @Inject
    public CirculationContent(
            LoanTexts loans, HoldLists holds, Notices notices, SchoolCalendar calendars, Clock clock) {
        this.loans = loans;
        this.holds = holds;
        this.notices = notices;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public List<OpenLoan> openLoans(String site, LocalDate dueBy) {
        return loans.dueBy(site, dueBy).stream()
                .map(due -> new OpenLoan(due.loan(), due.patron(), due.due()))
                .toList();
    }

    @Override
    public List<Lent> loans(Collection<Long> ids) {
        return loans.of(ids).stream()
                .map(told -> new Lent(told.loan(), told.title(), told.due(), told.lost(), amount(told)))
                .toList();
    }

    private static Optional<BigDecimal> amount(LoanTexts.Told told) {
        return told.owed().isZero() ? Optional.empty() : Optional.of(told.owed().value());
    }

    @Override
    public List<Shelved> holds(Collection<Long> ids) {
        return holds.ready(ids).stream()
                .map(hold -> new Shelved(hold.id(), hold.title(), hold.shelfUntil()))
                .toList();
    }

    @Override
    public void heard(Connection connection, List<HoldNews> news) throws SQLException {
        for (var one : news) {
            switch (one.kind()) {
                case READY -> ready(connection, one);
                case RETRACTED, ENDED -> notices.holdsOver(connection, List.of(one.hold()));
            }
        }
    }

    private void ready(Connection connection, HoldNews news) throws SQLException {
        var site = store.siteCode(connection, news.site());
        var now = clock.instant();
        notices.queue(
                connection, NoticeWish.holdReady(site, news.patron(), news.hold(), today(site, now), now.plus(UNDO)));
    }

    private LocalDate today(String site, Instant now) {
        return calendars.of(site).today(now);
    }

    @Override
    public void over(Connection connection, Collection<Long> ids) throws SQLException {
        notices.loansOver(connection, ids);
    }

    /** The desk has nothing to take back here. */
    @Override
    public void lostSoon(Connection connection, Loan loan) throws SQLException {
        var now = clock.instant();
        var day = today(loan.site(), now);
        notices.queue(connection, NoticeWish.lostSoon(loan.site(), loan.patron().orElseThrow(), loan.id(), day, now));
    }

    @Override
    public void lost(Connection connection, Loan loan) throws SQLException {
        var now = clock.instant();
        var wish = NoticeWish.lost(
                loan.site(), loan.patron().orElseThrow(), loan.id(), today(loan.site(), now), now.plus(UNDO));
        notices.queue(connection, wish);
    }
}
