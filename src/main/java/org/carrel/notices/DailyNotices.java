package org.carrel.notices;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carrel.notices.NoticeContent.OpenLoan;
import org.carrel.notices.rules.NoticeDays;
import org.carrel.notices.rules.NoticeDays.Span;
import org.carrel.notices.store.NoticeListStore;
import org.carrel.notices.store.NoticeStore;
import org.carrel.patrons.PatronContacts;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SchoolSite;
import org.carrel.school.SiteCalendar;
import org.carrel.school.Sites;

/** What an open day brings: who has something due soon, who is late, and the lists of the homerooms. */
@Door
public class DailyNotices {
    /** A loan that is due later than this has no reminder yet. */
    private static final int LOOKED_AHEAD = 60;

    private final Database database;
    private final Clock clock;
    private final Sites sites;
    private final SchoolCalendar calendars;
    private final NoticePolicies policies;
    private final NoticeWriter writer;
    private final Notices notices;
    private final PatronContacts contacts;
    private final NoticeStore store = new NoticeStore();
    private final NoticeListStore lists = new NoticeListStore();

    @Inject
    public DailyNotices(
            Database database,
            Clock clock,
            Sites sites,
            SchoolCalendar calendars,
            NoticePolicies policies,
            NoticeWriter writer,
            Notices notices,
            PatronContacts contacts) {
        this.database = database;
        this.clock = clock;
        this.sites = sites;
        this.calendars = calendars;
        this.policies = policies;
        this.writer = writer;
        this.notices = notices;
        this.contacts = contacts;
    }

    /** Writes what is due at every site; nothing where the day is done, the site is closed, or it is too early. */
    public void write() {
        if (!writer.hasContent()) return;
        database.exclusively("daily-notices", Duration.ZERO, () -> sites.list().forEach(this::write));
    }

    private void write(SchoolSite site) {
        var now = clock.instant();
        var calendar = calendars.of(site.code());
        var policy = policies.of(site.code());
        var today = calendar.today(now);
        if (now.atZone(calendar.zone()).toLocalTime().isBefore(policy.sendAt())) return;
        var planned = database.read(connection -> store.planned(connection, site.id()));
        NoticeDays.span(planned, today, calendar).ifPresent(span -> {
            write(new Day(site.code(), policy, calendar, span, now));
            database.transaction(connection -> {
                store.planned(connection, site.id(), today);
                return true;
            });
        });
    }

    private record Day(String site, NoticePolicy policy, SiteCalendar calendar, Span span, Instant now) {
        LocalDate today() {
            return span.upTo();
        }
    }

    /** Each letter in a transaction of its own, so that no desk waits; what breaks off is done again and doubles nothing. */
    private void write(Day day) {
        cancelWhatIsOver(day.site());
        var loans = writer.openLoans(day.site(), day.today().plusDays(LOOKED_AHEAD)).stream()
                .collect(Collectors.groupingBy(OpenLoan::patron, TreeMap::new, Collectors.toList()));
        loans.forEach((patron, own) -> {
            dueSoon(day, patron, own).ifPresent(this::queue);
            overdue(day, patron, own).ifPresent(this::queue);
        });
        if (day.policy().digestDay().filter(day.span()::holds).isPresent()) digests(day);
    }

    private Optional<NoticeWish> dueSoon(Day day, long patron, List<OpenLoan> loans) {
        var openDays = day.policy().dueSoonDays();
        if (openDays == 0) return Optional.empty();
        var soon = loans.stream()
                .filter(loan -> !loan.due().isBefore(day.today()))
                .filter(loan -> NoticeDays.dueSoon(loan.due(), openDays, day.calendar())
                        .filter(day.span()::holds)
                        .isPresent())
                .map(OpenLoan::loan)
                .toList();
        return wish(NoticeKind.DUE_SOON, day, patron, soon);
    }

    /** Whoever is reminded of one thing is reminded of all that is late. */
    private Optional<NoticeWish> overdue(Day day, long patron, List<OpenLoan> loans) {
        var late =
                loans.stream().filter(loan -> loan.due().isBefore(day.today())).toList();
        var due = late.stream()
                .anyMatch(loan -> NoticeDays.isStage(loan.due(), day.policy().overdueDays(), day.span()));
        if (!due) return Optional.empty();
        return wish(
                NoticeKind.OVERDUE,
                day,
                patron,
                late.stream().map(OpenLoan::loan).toList());
    }

    private static Optional<NoticeWish> wish(NoticeKind kind, Day day, long patron, List<Long> loans) {
        if (loans.isEmpty()) return Optional.empty();
        return Optional.of(NoticeWish.ofLoans(kind, day.site(), patron, loans, day.now(), day.today()));
    }

    private void digests(Day day) {
        var homerooms = new ArrayList<String>();
        for (var pupil : writer.late(day.site(), day.today()).keySet()) {
            var known = homerooms.stream().anyMatch(pupil.homeroom()::equalsIgnoreCase);
            if (!pupil.homeroom().isEmpty() && !known) homerooms.add(pupil.homeroom());
        }
        for (var homeroom : homerooms) {
            var teachers = database.read(connection -> contacts.teachers(connection, day.site(), homeroom));
            for (var teacher : teachers) {
                queue(NoticeWish.digest(day.site(), teacher, homeroom, day.today(), day.now()));
            }
        }
    }

    /** Strips that nobody has printed, about what was returned meanwhile. */
    private void cancelWhatIsOver(String site) {
        var paper = database.read(connection -> lists.paper(connection, site, clock.instant()));
        for (var notice : paper) {
            if (writer.write(notice).isPresent()) continue;
            database.transaction(connection -> {
                var still = lists.lock(connection, notice.id())
                        .filter(now -> now.state() == NoticeState.QUEUED)
                        .isPresent();
                if (still) lists.set(connection, notice.id(), NoticeState.CANCELLED, Optional.of(clock.instant()));
                return still;
            });
        }
    }

    private void queue(NoticeWish wish) {
        database.transaction(connection -> {
            notices.queue(connection, wish);
            return true;
        });
    }
}
