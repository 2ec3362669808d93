package org.carrel.notices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.notices.rules.NoticeKeys;
import org.carrel.notices.rules.Samples;
import org.carrel.notices.rules.Wording;
import org.carrel.notices.store.NoticeListStore;
import org.carrel.notices.store.NoticeStore;
import org.carrel.notices.store.OutboxStore;
import org.carrel.patrons.PatronContact;
import org.carrel.patrons.PatronContacts;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolSite;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;

/** What waits in the outbox of a site, what has to be looked at, and the strips to print. Acts are in the audit trail. */
@Door
public class NoticeDesk {
    private static final Duration COUNTED = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;
    private final NoticeWriter writer;
    private final Outbox outbox;
    private final PatronContacts contacts;
    private final NoticeTexts texts;
    private final AuditTrail audit;
    private final NoticeListStore lists = new NoticeListStore();
    private final NoticeStore notices = new NoticeStore();
    private final OutboxStore sending = new OutboxStore();

    @Inject
    public NoticeDesk(
            Database database,
            Clock clock,
            NoticeWriter writer,
            Outbox outbox,
            PatronContacts contacts,
            NoticeTexts texts,
            AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.writer = writer;
        this.outbox = outbox;
        this.contacts = contacts;
        this.texts = texts;
        this.audit = audit;
    }

    /** Which letters are shown. */
    public enum Shown {
        /** Failed, or nobody knows. */
        TO_LOOK_AT,
        WAITING,
        PAPER,
        HELD
    }

    /**
     * A letter of a list.
     *
     * @param name empty in a note to administrators
     */
    public record Line(QueuedNotice notice, String name, String homeroom) {}

    /**
     * How it stands.
     *
     * @param sent within a week
     * @param notNeeded within a week, as there was nothing to say any more
     */
    public record Counts(Map<Shown, Integer> shown, int sent, int notNeeded) {
        public int of(Shown list) {
            return shown.getOrDefault(list, 0);
        }
    }

    /** What the desk can do with a letter. */
    public enum Act {
        /** Try it, or try it again. */
        AGAIN,
        HOLD,
        RELEASE,
        CANCEL,
        PAPER
    }

    /** What came of it. */
    public enum Result {
        DONE,
        /** There is no such letter within reach. */
        MISSING,
        /** It is another matter by now. */
        TOO_LATE
    }

    /** A letter on paper, to be folded with the name outside. */
    public record Strip(long notice, String name, String homeroom, NoticeLetter letter) {}

    /** Strips of one homeroom, which begin on a new page; empty for those who have none. */
    public record Sheet(String homeroom, List<Strip> strips) {}

    public boolean hasMail() {
        return outbox.hasMail();
    }

    public Counts counts(String site) {
        return database.read(connection -> {
            var shown = new EnumMap<Shown, Integer>(Shown.class);
            for (var list : Shown.values()) shown.put(list, lists.count(connection, site, list));
            var over = lists.overSince(connection, site, clock.instant().minus(COUNTED));
            return new Counts(
                    shown, over.getOrDefault(NoticeState.SENT, 0), over.getOrDefault(NoticeState.CANCELLED, 0));
        });
    }

    /** @param page from 1 */
    public List<Line> list(String site, Shown shown, int page, int size) {
        return database.read(connection -> {
            var rows = lists.list(connection, site, shown, page, size);
            var people = contacts.find(
                    connection, rows.stream().map(QueuedNotice::patron).toList());
            return rows.stream()
                    .map(row -> line(row, Optional.ofNullable(people.get(row.patron()))))
                    .toList();
        });
    }

    private static Line line(QueuedNotice notice, Optional<PatronContact> contact) {
        return new Line(
                notice,
                contact.map(PatronContact::sortedName).orElse(""),
                contact.map(PatronContact::homeroom).orElse(""));
    }

    public Result change(Caller by, long id, Act act) {
        return database.transaction(connection -> {
            var found = lists.lock(connection, id).filter(notice -> by.isOf(notice.site()));
            if (found.isEmpty()) return Result.MISSING;
            var notice = found.get();
            if (!change(connection, notice, act)) return Result.TOO_LATE;
            tell(connection, by, "notice_" + act.name().toLowerCase(Locale.ROOT), notice);
            return Result.DONE;
        });
    }

    private boolean change(Connection connection, QueuedNotice notice, Act act) throws SQLException {
        var state = notice.state();
        var stopped = state == NoticeState.FAILED || state == NoticeState.UNKNOWN;
        var waits = state == NoticeState.QUEUED;
        var held = state == NoticeState.HELD;
        return switch (act) {
            case AGAIN -> (stopped || waits) && again(connection, notice);
            case HOLD -> waits && set(connection, notice, NoticeState.HELD);
            case RELEASE -> held && set(connection, notice, NoticeState.QUEUED);
            case CANCEL -> (stopped || waits || held) && cancel(connection, notice);
            case PAPER -> (stopped || waits || held) && toPaper(connection, notice);
        };
    }

    private boolean again(Connection connection, QueuedNotice notice) throws SQLException {
        notices.requeue(connection, notice.id(), clock.instant());
        return true;
    }

    private boolean set(Connection connection, QueuedNotice notice, NoticeState state) throws SQLException {
        lists.set(connection, notice.id(), state, Optional.empty());
        return true;
    }

    private boolean cancel(Connection connection, QueuedNotice notice) throws SQLException {
        lists.set(connection, notice.id(), NoticeState.CANCELLED, Optional.of(clock.instant()));
        sending.empty(connection, notice.id());
        return true;
    }

    /** For who has no address any more: the borrower and the teacher, whose names can stand on a strip. */
    private boolean toPaper(Connection connection, QueuedNotice notice) throws SQLException {
        if (!Set.of(NoticeWay.OWN_MAIL, NoticeWay.TEACHER_MAIL).contains(notice.way())) return false;
        if (!lists.toPaper(connection, notice.id(), NoticeKeys.onPaper(notice.key()))) return false;
        notices.requeue(connection, notice.id(), clock.instant());
        lists.set(connection, notice.id(), NoticeState.QUEUED, Optional.empty());
        return true;
    }

    /** What there is to print, by homeroom and name. What has nothing to say any more is left out. */
    public List<Sheet> sheets(String site) {
        var paper = database.read(connection -> lists.paper(connection, site, clock.instant()));
        var strips = new ArrayList<Strip>();
        for (var notice : paper) {
            writer.write(notice)
                    .ifPresent(written ->
                            strips.add(new Strip(notice.id(), written.name(), written.homeroom(), written.letter())));
        }
        strips.sort(
                Comparator.comparing(Strip::homeroom).thenComparing(Strip::name).thenComparing(Strip::notice));
        var sheets = new ArrayList<Sheet>();
        for (var strip : strips) {
            if (sheets.isEmpty() || !sheets.getLast().homeroom().equals(strip.homeroom())) {
                sheets.add(new Sheet(strip.homeroom(), new ArrayList<>()));
            }
            sheets.getLast().strips().add(strip);
        }
        return List.copyOf(sheets);
    }

    /** Two strips for people who do not exist, to try paper and folding. */
    public List<Sheet> sample(SchoolSite site) {
        var today = LocalDate.ofInstant(clock.instant(), site.zone());
        var strips = new ArrayList<Strip>();
        for (var kind : List.of(NoticeKind.OVERDUE, NoticeKind.HOLD_READY)) {
            var words = NoticeLanguage.of(site.languages()).stream()
                    .map(language -> texts.of(site.code(), kind, language))
                    .toList();
            var frame = new Wording.Frame(Samples.NAME, site.name(), site.phone(), today, false);
            var letter = Wording.letter(words, Samples.of(kind, today), frame);
            strips.add(new Strip(strips.size() + 1, Samples.NAME, Samples.ROOM, letter));
        }
        return List.of(new Sheet(Samples.ROOM, strips));
    }

    /** These strips are printed and on their way. How many. */
    public int printed(Caller by, Collection<Long> ids) {
        return database.transaction(connection -> {
            var count = 0;
            for (var notice : lists.lockPaper(connection, ids)) {
                if (!by.isOf(notice.site())) continue;
                lists.set(connection, notice.id(), NoticeState.SENT, Optional.of(clock.instant()));
                sending.empty(connection, notice.id());
                tell(connection, by, "notice_printed", notice);
                count++;
            }
            return count;
        });
    }

    private void tell(Connection connection, Caller by, String action, QueuedNotice notice) throws SQLException {
        if (notice.patron() == 0) return;
        audit.add(connection, OptionalLong.of(by.account()), action, new Subject("patron", notice.patron()));
    }
}
