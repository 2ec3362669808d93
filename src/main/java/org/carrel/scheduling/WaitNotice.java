package org.carrel.scheduling;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.carrel.notices.NoticeContent;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.SessionOffer;
import org.carrel.notices.NoticeFacts.Shelved;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.WaitingWish.State;
import org.carrel.scheduling.store.WaitStore;
import org.carrel.school.SchoolCalendar;

/** What letters say to who waits for a session: nothing of an offer that is over. */
@Door
public class WaitNotice implements NoticeContent {
    private final Database database;
    private final SchoolCalendar calendars;
    private final WaitStore store = new WaitStore();

    @Inject
    public WaitNotice(Database database, SchoolCalendar calendars) {
        this.database = database;
        this.calendars = calendars;
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
    public List<SessionOffer> offers(Collection<Long> waiting) {
        return database.read(connection -> store.find(connection, waiting)).stream()
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
