package org.carrel.notices;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.SessionNews;
import org.carrel.notices.NoticeFacts.Shelved;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.platform.Settings;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.SessionEvent;
import org.carrel.scheduling.SessionEvent.Kind;
import org.carrel.scheduling.SessionReader;
import org.carrel.scheduling.SessionReaders;
import org.carrel.scheduling.SessionShown;
import org.carrel.scheduling.SessionWatch;
import org.carrel.school.SchoolCalendar;

/** What is told about sessions of classes: queued with each change, and put together when it goes. */
@Door
public class SessionNotices implements SessionWatch, NoticeContent {
    /** That the class has come, or that its things stand ready, nobody needs a letter to know. */
    private static final Set<Kind> TOLD = EnumSet.complementOf(EnumSet.of(Kind.CLAIMED, Kind.PREPARED));

    /** For who cannot open the page of the session any more. */
    private static final String WEEK = "/schedule";

    private final Database database;
    private final Notices notices;
    private final SessionReaders readers;
    private final SchoolCalendar calendars;
    private final Provider<Bookings> bookings;
    private final String baseUrl;

    @Inject
    public SessionNotices(
            Database database,
            Notices notices,
            SessionReaders readers,
            SchoolCalendar calendars,
            Provider<Bookings> bookings,
            Settings settings) {
        this(
                database,
                notices,
                readers,
                calendars,
                bookings,
                settings.http().baseUrl().toString());
    }

    SessionNotices(
            Database database,
            Notices notices,
            SessionReaders readers,
            SchoolCalendar calendars,
            Provider<Bookings> bookings,
            String baseUrl) {
        this.database = database;
        this.notices = notices;
        this.readers = readers;
        this.calendars = calendars;
        this.bookings = bookings;
        this.baseUrl = baseUrl.replaceFirst("/$", "");
    }

    @Override
    public void changed(Connection connection, Optional<ClassSession> before, ClassSession now, SessionEvent event)
            throws SQLException {
        if (!TOLD.contains(event.kind())) return;
        var all = new ArrayList<>(readers.of(connection, now));
        if (before.isPresent()) {
            // Who had it before has to take it out of their calendar.
            for (var reader : readers.of(connection, before.get()))
                if (all.stream().noneMatch(known -> isSame(known, reader))) all.add(reader);
        }
        for (var reader : all) notices.tell(connection, now, reader);
    }

    private static boolean isSame(SessionReader one, SessionReader other) {
        return one.account().isPresent()
                ? one.account().equals(other.account())
                : one.patron().equals(other.patron());
    }

    @Override
    public Optional<SessionNews> session(long id, QueuedNotice to) {
        return bookings.get().find(id).map(session -> news(session, to));
    }

    private SessionNews news(ClassSession session, QueuedNotice to) {
        var concerned = database.read(connection -> readers.of(connection, session)).stream()
                .anyMatch(reader -> isReader(reader, to));
        var what = bookings.get().history(session.id()).stream()
                .map(SessionEvent::kind)
                .filter(TOLD::contains)
                .reduce((earlier, later) -> later)
                .map(Kind::name)
                .orElse(Kind.CHANGED.name());
        return new SessionNews(
                session,
                calendars.of(session.site()).zone(),
                concerned ? what : SessionNews.GONE,
                concerned && session.state().isLive(),
                concerned ? SessionShown.page(baseUrl, session.id()) : baseUrl + WEEK);
    }

    private static boolean isReader(SessionReader reader, QueuedNotice to) {
        return to.account() == 0
                ? reader.patron().isPresent() && reader.patron().getAsLong() == to.patron()
                : reader.account().isPresent() && reader.account().getAsLong() == to.account();
    }

    @Override
    public Optional<AccountReader> account(long account) {
        return database.read(connection -> readers.account(connection, account))
                .map(reader -> new AccountReader(reader.name(), reader.mail()));
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
}
