package org.carrel.notices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carrel.notices.NoticeWish.What;
import org.carrel.notices.rules.NoticeKeys;
import org.carrel.notices.rules.Ways;
import org.carrel.notices.store.NoticePolicyStore;
import org.carrel.notices.store.NoticeStore;
import org.carrel.notices.store.NoticeStore.Added;
import org.carrel.patrons.PatronContact;
import org.carrel.patrons.PatronContacts;
import org.carrel.platform.Door;
import org.carrel.platform.MailSettings;
import org.carrel.platform.Settings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.SessionReader;
import org.carrel.school.SchoolCalendar;

/**
 * The way into the outbox. Everything happens in the transaction of whoever lends: what is rolled back is never told, and what is
 * committed is not forgotten.
 */
@Door
public class Notices {
    /** Longest row of days on which somebody was told of the same kind already. */
    private static final int MOST_DAYS = 10;

    /** So long nothing more has to happen to a session before a letter about it goes. */
    static final Duration QUIET = Duration.ofMinutes(2);

    private static final Duration LONGEST_QUIET = Duration.ofMinutes(10);

    private final Clock clock;
    private final PatronContacts contacts;
    private final SchoolCalendar calendars;
    private final Optional<MailSettings> mail;
    private final NoticeStore store = new NoticeStore();
    private final NoticePolicyStore policies = new NoticePolicyStore();

    @Inject
    public Notices(Clock clock, PatronContacts contacts, SchoolCalendar calendars, Settings settings) {
        this(clock, contacts, calendars, settings.mail());
    }

    public Notices(Clock clock, PatronContacts contacts, SchoolCalendar calendars, Optional<MailSettings> mail) {
        this.clock = clock;
        this.contacts = contacts;
        this.calendars = calendars;
        this.mail = mail;
    }

    /**
     * Puts letters into the outbox: one for each way to whoever is to hear of it. Who was told of the same kind on that day
     * already gets one letter more on the next open day, and no second one of what is written once a day.
     */
    public void queue(Connection connection, NoticeWish wish) throws SQLException {
        var site = store.site(connection, wish.site());
        if (site.isEmpty()) throw new IllegalArgumentException("No site has the code " + wish.site());
        var policy = policies.find(connection, site.get()).orElse(NoticePolicy.STANDARD);
        for (var to : readers(connection, wish, policy)) add(connection, wish, site.get(), policy, to);
    }

    /** A way, and which of several at its end. */
    private record Reader(NoticeWay way, String about) {}

    private List<Reader> readers(Connection connection, NoticeWish wish, NoticePolicy policy) throws SQLException {
        if (wish.kind() == NoticeKind.SYSTEM_NOTE) {
            var admins = mail.map(MailSettings::admins).orElse(List.of()).size();
            return IntStream.range(0, admins)
                    .mapToObj(number -> new Reader(NoticeWay.ADMIN_MAIL, String.valueOf(number)))
                    .toList();
        }
        if (wish.kind() == NoticeKind.WORK_ORDER)
            return mail.isPresent() ? List.of(new Reader(NoticeWay.DISTRICT_MAIL, wish.homeroom())) : List.of();
        var contact = contacts.find(connection, wish.patron());
        if (contact.isEmpty()) return List.of();
        return Ways.of(wish.kind(), contact.get(), policy.guardians(), mail.isPresent()).stream()
                .map(way -> new Reader(way, wish.homeroom()))
                .toList();
    }

    private void add(Connection connection, NoticeWish wish, int site, NoticePolicy policy, Reader to)
            throws SQLException {
        var asked = wish;
        for (var day = 0; day < MOST_DAYS; day++) {
            var key = NoticeKeys.of(asked, site, to.way(), to.about());
            var known = store.add(connection, new Added(key, asked, site, to.way(), to.about(), clock.instant()));
            if (known.isEmpty() || asked.kind().isDaily() && known.get().state() != NoticeState.QUEUED) return;
            switch (known.get().state()) {
                case QUEUED, HELD, CANCELLED -> {
                    store.parts(connection, known.get().id(), asked.parts());
                    if (!asked.kind().isDaily()) {
                        store.requeue(connection, known.get().id(), later(asked.notBefore(), known.get()));
                    }
                    return;
                }
                default -> asked = asked.on(nextDay(asked), from(asked, policy));
            }
        }
    }

    /**
     * Somebody is to hear what has become of a session. Nothing is sent here (B-19); what happens to it within some minutes is one
     * letter, which says what is true when it goes.
     */
    public void tell(Connection connection, ClassSession session, SessionReader to) throws SQLException {
        if (mail.isEmpty() || !to.wanted()) return;
        var site = store.site(connection, session.site());
        if (site.isEmpty()) throw new IllegalArgumentException("No site has the code " + session.site());
        var contact = to.patron().isPresent()
                ? contacts.find(connection, to.patron().getAsLong())
                        .filter(known -> known.active() && !known.email().isEmpty())
                : Optional.<PatronContact>empty();
        if (contact.isEmpty() && (to.account().isEmpty() || to.mail().isEmpty())) return;
        var now = clock.instant();
        var way = contact.isPresent() ? NoticeWay.OWN_MAIL : NoticeWay.ACCOUNT_MAIL;
        var patron = contact.map(PatronContact::patron).orElse(0L);
        var account = contact.isPresent() ? 0 : to.account().getAsLong();
        var letter = new NoticeStore.ToReader(
                NoticeKeys.ofSession(session, way, contact.isPresent() ? patron : account),
                site.get(),
                patron,
                account,
                way,
                session.id(),
                calendars.of(session.site()).today(now),
                now);
        store.tell(connection, letter, now.plus(QUIET), LONGEST_QUIET);
    }

    /** Whether there is a mail server: without one nothing goes out to somebody who has no paper here. */
    public boolean hasMail() {
        return mail.isPresent();
    }

    private static Instant later(Instant wished, NoticeStore.Known known) {
        var open = known.state() == NoticeState.QUEUED;
        return open && known.notBefore().isAfter(wished) ? known.notBefore() : wished;
    }

    private LocalDate nextDay(NoticeWish wish) {
        return calendars.of(wish.site()).nextOpenDay(wish.day()).orElseGet(() -> wish.day()
                .plusDays(1));
    }

    private Instant from(NoticeWish wish, NoticePolicy policy) {
        var zone = calendars.of(wish.site()).zone();
        return nextDay(wish).atTime(policy.sendAt()).atZone(zone).toInstant();
    }

    /**
     * Nothing more is to be said of these loans: they were returned, undone or forgotten. Their numbers are gone from the outbox
     * when this returns, and letters that were about nothing else are cancelled. May be called again.
     */
    public int loansOver(Connection connection, Collection<Long> loans) throws SQLException {
        return store.drop(connection, What.LOAN, loans, clock.instant());
    }

    /** The same for holds that were picked up, cancelled, undone or have run out. */
    public int holdsOver(Connection connection, Collection<Long> holds) throws SQLException {
        return store.drop(connection, What.HOLD, holds, clock.instant());
    }
}
