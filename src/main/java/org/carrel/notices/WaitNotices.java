package org.carrel.notices;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.SessionOffer;
import org.carrel.notices.NoticeFacts.Shelved;
import org.carrel.platform.Door;
import org.carrel.scheduling.OfferWatch;
import org.carrel.scheduling.WaitingList;
import org.carrel.scheduling.WaitingWish;
import org.carrel.scheduling.WaitingWish.State;
import org.carrel.school.SchoolCalendar;

/** What letters say to who waits for a session: nothing of an offer that is over. */
@Door
public class WaitNotices implements NoticeContent, OfferWatch {
    private final Notices notices;
    private final Clock clock;
    private final SchoolCalendar calendars;
    private final Provider<WaitingList> waiting;

    /** @param waiting asked for when a letter is written: it tells us itself of what it offers */
    @Inject
    public WaitNotices(Notices notices, Clock clock, SchoolCalendar calendars, Provider<WaitingList> waiting) {
        this.notices = notices;
        this.clock = clock;
        this.calendars = calendars;
        this.waiting = waiting;
    }

    @Override
    public void offered(Connection connection, WaitingWish offered) throws SQLException {
        if (offered.teacher().patron().isEmpty()) return;
        var site = offered.wish().site();
        var now = clock.instant();
        notices.queue(
                connection,
                NoticeWish.sessionOffer(
                        site,
                        offered.teacher().patron().getAsLong(),
                        offered.id(),
                        now.atZone(calendars.of(site).zone()).toLocalDate(),
                        now));
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

    @Override
    public List<SessionOffer> offers(Collection<Long> asked) {
        return waiting.get().find(asked).stream()
                .filter(one -> one.state() == State.OFFERED)
                .map(one -> new SessionOffer(
                        one.wish().about().className(),
                        one.wish().day(),
                        one.wish().first(),
                        one.wish().last(),
                        LocalDateTime.ofInstant(
                                one.until().orElseThrow(),
                                calendars.of(one.wish().site()).zone())))
                .toList();
    }
}
