package org.carrel.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.carrel.fixtures.PostOffice;
import org.carrel.fixtures.PostOffice.Mail;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.Staff;
import org.carrel.notices.NoticeDesk.Act;
import org.carrel.notices.NoticeDesk.Result;
import org.carrel.notices.NoticeDesk.Shown;
import org.carrel.notices.mail.Mailer;
import org.carrel.notices.store.NoticeStore;
import org.carrel.notices.store.OutboxStore;
import org.carrel.patrons.PatronContacts;
import org.carrel.patrons.PatronField;
import org.carrel.platform.MailSettings;
import org.carrel.platform.Sql;
import org.carrel.privacy.ErasureReason;
import org.carrel.privacy.ErasureResult;
import org.carrel.privacy.TitleReaders;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SiteDraft;
import org.carrel.school.Sites;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The outbox on the product's database, with mail servers of its own. All of it happens in the spring of 2031, so that the
 * product's own worker leaves it alone.
 */
class NoticesIT {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);
    private static final AtomicLong NEXT = new AtomicLong(9_000_000);
    private static final String SECRET = "Am I Going to Be a Parent?";

    private final String code = "ZN-" + Long.toString(System.nanoTime(), 28);
    private final LentThings things = new LentThings();
    private final TestClock clock = new TestClock();
    private final PatronContacts contacts = new PatronContacts();
    private Privacy privacy;
    private PostOffice office;

    /** A clock that a test moves. */
    private static final class TestClock extends Clock {
        private Instant now = MONDAY.atTime(9, 0).atZone(CHICAGO).toInstant();

        void pass(Duration time) {
            now = now.plus(time);
        }

        void is(LocalDate day, int hour) {
            now = day.atTime(hour, 0).atZone(CHICAGO).toInstant();
        }

        @Override
        public ZoneId getZone() {
            return CHICAGO;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void open() {
        privacy = Privacy.connect(clock);
        // What other tests have put into the outbox is years old here, and would go out with ours.
        privacy.write(connection -> Sql.update(
                connection,
                "update notice set state = 'cancelled', done_at = utc_timestamp(3) where state = 'queued'"));
        var draft = new SiteDraft(
                code, "Notice School", "", "(555) 010-0142", CHICAGO.getId(), "EN", "Notice Library", "", 0);
        assertThat(new Sites(privacy.database, clock, privacy.audit).add(draft, 1))
                .isEmpty();
        var week = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getValue() <= 5)
                .collect(Collectors.toMap(day -> day, day -> "8:00-15:00"));
        assertThat(calendars().saveHours(code, week, 1)).isEmpty();
        office = PostOffice.open();
    }

    @AfterEach
    void close() {
        office.close();
        privacy.write(connection -> {
            Sql.update(connection, "delete from notice where created_at > '2030-01-01'");
            Sql.update(connection, "delete from notice_day where planned_on > '2030-01-01'");
            var own = "site_id = (select id from site where code = '" + code + "')";
            Sql.update(
                    connection,
                    "delete from patron_event where patron_id in (select id from patron where " + own + ")");
            for (var table : List.of("patron", "opening_hour", "site_setting", "title_policy")) {
                Sql.update(connection, "delete from " + table + " where " + own);
            }
            Sql.update(connection, "delete from site where code = ?", code);
        });
        privacy.close();
    }

    private SchoolCalendar calendars() {
        return new SchoolCalendar(privacy.database, clock, privacy.audit);
    }

    private MailSettings settings(int perMinute) {
        return new MailSettings(
                "127.0.0.1",
                office.port(),
                false,
                "",
                Optional.empty(),
                PostOffice.LIBRARY,
                List.of(PostOffice.ADMIN),
                perMinute);
    }

    private Notices notices() {
        return new Notices(clock, contacts, calendars(), Optional.of(settings(60)));
    }

    private NoticeTexts texts() {
        return new NoticeTexts(privacy.database, clock, privacy.audit);
    }

    private NoticeWriter writer() {
        return new NoticeWriter(
                privacy.database,
                clock,
                contacts,
                texts(),
                privacy.policies,
                new Sites(privacy.database, clock, privacy.audit),
                List.of(things),
                List.of(PostOffice.ADMIN),
                "https://library.example");
    }

    private Outbox outbox() {
        return outbox(600);
    }

    private Outbox outbox(int perMinute) {
        var mailer = Optional.of(new Mailer(settings(perMinute)));
        return new Outbox(privacy.database, clock, writer(), mailer, URI.create("https://library.example"));
    }

    private NoticeDesk desk() {
        return new NoticeDesk(privacy.database, clock, writer(), outbox(), contacts, texts(), privacy.audit);
    }

    private DailyNotices daily() {
        return new DailyNotices(
                privacy.database,
                clock,
                new Sites(privacy.database, clock, privacy.audit),
                calendars(),
                new NoticePolicies(privacy.database, privacy.audit),
                writer(),
                notices(),
                contacts);
    }

    private long student(String mark, Map<PatronField, String> more) {
        var facts = new HashMap<>(Map.of(PatronField.SITE, code, PatronField.HOMEROOM, "Room " + mark));
        facts.putAll(more);
        return privacy.add(facts, mark);
    }

    private long student(String mark) {
        return student(mark, Map.of());
    }

    private static String mark() {
        return Privacy.unique("n");
    }

    private static String mail(String mark) {
        return mark + "@school.example";
    }

    private void queue(NoticeWish wish) {
        privacy.write(connection -> notices().queue(connection, wish));
    }

    /** A hold that waits, told now. */
    private long hold(long patron) {
        var hold = things.shelve(NEXT.incrementAndGet(), SECRET, MONDAY.plusDays(4));
        queue(NoticeWish.holdReady(code, patron, hold, MONDAY, clock.instant()));
        return hold;
    }

    private long lend(long patron, LocalDate due) {
        return things.lend(NEXT.incrementAndGet(), code, patron, SECRET, due);
    }

    private List<String> states(long patron) {
        return privacy.database.read(connection -> Sql.list(
                connection,
                "select concat(kind, ' ', way, ' ', state) from notice where patron_id = ? order by id",
                row -> row.getString(1),
                patron));
    }

    private long parts(long patron) {
        return privacy.count(
                "select count(*) from notice_part p join notice n on n.id = p.notice_id where n.patron_id = ?", patron);
    }

    private long only(long patron) {
        return privacy.count("select min(id) from notice where patron_id = ?", patron);
    }

    @Test
    void whatIsCommittedGoesOutOnceAndWhatIsRolledBackNever() {
        var mark = mark();
        var patron = student(mark);
        var hold = things.shelve(NEXT.incrementAndGet(), SECRET, MONDAY.plusDays(4));
        var wish = NoticeWish.holdReady(code, patron, hold, MONDAY, clock.instant());
        assertThatThrownBy(() -> privacy.write(connection -> {
                    notices().queue(connection, wish);
                    throw new IllegalStateException("the loan was not written");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(outbox().send()).isZero();
        queue(wish);
        queue(wish);
        assertThat(outbox().send()).isEqualTo(1);
        assertThat(outbox().send()).isZero();
        var letter = office.taken().getFirst();
        assertThat(letter.to()).containsExactly(mail(mark));
        assertThat(letter.text()).contains(SECRET, "waits until Friday, March 7, 2031");
        assertThat(letter.header("From")).isEqualTo("Notice Library <" + PostOffice.LIBRARY + ">");
        assertThat(states(patron)).containsExactly("hold_ready own_mail sent");
    }

    @Test
    void whatTheDeskUndoesWithinAMinuteIsNeverTold() {
        var patron = student(mark());
        var hold = things.shelve(NEXT.incrementAndGet(), SECRET, MONDAY.plusDays(4));
        queue(NoticeWish.holdReady(code, patron, hold, MONDAY, clock.instant().plusSeconds(60)));
        clock.pass(Duration.ofSeconds(59));
        assertThat(outbox().send()).isZero();
        privacy.write(connection -> notices().holdsOver(connection, List.of(hold)));
        clock.pass(Duration.ofMinutes(5));
        assertThat(outbox().send()).isZero();
        assertThat(states(patron)).containsExactly("hold_ready own_mail cancelled");
        assertThat(parts(patron)).isZero();
        // Trapped again: it is told after all.
        queue(NoticeWish.holdReady(code, patron, hold, MONDAY, clock.instant()));
        assertThat(outbox().send()).isEqualTo(1);
    }

    @Test
    void twoHoldsOfADayAreOneLetterAndALaterOneWaitsForTheNextOpenDay() {
        var patron = student(mark());
        hold(patron);
        hold(patron);
        assertThat(outbox().send()).isEqualTo(1);
        assertThat(office.taken().getFirst().text().split(Pattern.quote(SECRET), -1))
                .hasSize(3);
        hold(patron);
        assertThat(outbox().send()).as("told today already").isZero();
        clock.is(MONDAY.plusDays(1), 7);
        assertThat(outbox().send()).isEqualTo(1);
    }

    @Test
    @DisplayName("F-10: two nodes send each of 60 letters once")
    void manyNodesSendEachLetterOnce() {
        var patrons =
                LongStream.range(0, 60).map(each -> student(mark())).boxed().toList();
        patrons.forEach(this::hold);
        var nodes = List.of(outbox(), outbox(), outbox());
        var sent = nodes.stream().map(node -> CompletableFuture.supplyAsync(node::send)).toList().stream()
                .mapToInt(CompletableFuture::join)
                .sum();
        assertThat(sent).isEqualTo(60);
        assertThat(office.taken()).hasSize(60);
        assertThat(new HashSet<>(office.taken().stream()
                        .map(mail -> mail.header("Message-ID"))
                        .toList()))
                .hasSize(60);
    }

    @Test
    @DisplayName("F-02: a node that ends between the server and the database leaves a question, not a second letter")
    void whoEndsInTheMiddleLeavesItToAPerson() {
        var patron = student(mark());
        hold(patron);
        var store = new OutboxStore();
        var taken = privacy.database.transaction(connection -> store.claim(connection, clock.instant()));
        assertThat(taken).isPresent();
        assertThat(outbox().send()).as("another node").isZero();
        clock.pass(Outbox.LEASE.plusSeconds(1));
        assertThat(outbox().send()).isZero();
        assertThat(states(patron)).containsExactly("hold_ready own_mail unknown");
        assertThat(desk().list(code, Shown.TO_LOOK_AT, 1, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.notice().problem()).hasValue(NoticeProblem.BROKEN_OFF));
        assertThat(desk().change(Privacy.admin(), only(patron), Act.AGAIN)).isEqualTo(Result.DONE);
        assertThat(outbox().send()).isEqualTo(1);
        // The first node wakes up and finds that its word does not count any more.
        privacy.write(connection ->
                store.stop(connection, taken.orElseThrow(), NoticeState.FAILED, NoticeProblem.REFUSED, 550));
        assertThat(states(patron)).containsExactly("hold_ready own_mail sent");
    }

    @Test
    void aLineThatBreaksInTheMiddleIsNotTriedAgainByItself() {
        var patron = student(mark());
        hold(patron);
        office.hangUpAfter(1);
        assertThat(outbox().send()).isZero();
        clock.pass(Duration.ofDays(1));
        assertThat(outbox().send()).isZero();
        assertThat(states(patron)).containsExactly("hold_ready own_mail unknown");
        assertThat(desk().change(Privacy.admin(), only(patron), Act.AGAIN)).isEqualTo(Result.DONE);
        assertThat(outbox().send()).isEqualTo(1);
        assertThat(office.taken().stream()
                        .map(mail -> mail.header("Message-ID"))
                        .distinct())
                .as("a mail store shows it once")
                .hasSize(1);
    }

    @Test
    void aBusyServerIsAskedAgainAndARefusedAddressIsShown() {
        var late = mark();
        var gone = mark();
        var first = student(late);
        hold(first);
        office.busyFor(2);
        assertThat(outbox().send()).isZero();
        assertThat(outbox().send()).as("not at once").isZero();
        clock.pass(Duration.ofMinutes(1));
        assertThat(outbox().send()).isZero();
        clock.pass(Duration.ofMinutes(5));
        assertThat(outbox().send()).isEqualTo(1);
        var second = student(gone);
        hold(second);
        office.refuse(mail(gone));
        assertThat(outbox().send()).isZero();
        clock.pass(Duration.ofDays(1));
        assertThat(outbox().send()).isZero();
        assertThat(states(second)).containsExactly("hold_ready own_mail failed");
        assertThat(desk().list(code, Shown.TO_LOOK_AT, 1, 10)
                        .getFirst()
                        .notice()
                        .replyCode())
                .isEqualTo(550);
        assertThat(desk().change(Privacy.admin(), only(second), Act.PAPER)).isEqualTo(Result.DONE);
        assertThat(desk().sheets(code)).singleElement().satisfies(sheet -> assertThat(sheet.strips())
                .singleElement()
                .satisfies(strip -> assertThat(strip.letter().body())
                        .contains("1 library item")
                        .doesNotContain(SECRET)));
    }

    @Test
    @DisplayName("F-19: a mail server that was away for a day gets everything once, at most so many letters a minute")
    void afterADayWithoutMailEverythingGoesOutOnceAndSlowly() {
        var patrons =
                LongStream.range(0, 50).map(each -> student(mark())).boxed().toList();
        patrons.forEach(this::hold);
        var port = office.port();
        var node = outbox(20);
        office.close();
        for (var hour = 0; hour < 24; hour++) {
            assertThat(node.send()).isZero();
            clock.pass(Duration.ofHours(1));
        }
        assertThat(patrons)
                .allSatisfy(patron -> assertThat(states(patron)).containsExactly("hold_ready own_mail queued"));
        office = PostOffice.at(port);
        var sent = 0;
        var minutes = 0;
        for (; sent < 50 && minutes < 60; minutes++) {
            var now = node.send();
            assertThat(now).isLessThanOrEqualTo(20);
            assertThat(node.send()).as("within the same minute").isZero();
            sent += now;
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(minutes).isBetween(3, 6);
        assertThat(office.taken()).hasSize(50);
        assertThat(office.taken().stream().flatMap(mail -> mail.to().stream()).distinct())
                .hasSize(50);
    }

    @Test
    void aServerThatIsAwayIsAskedByOneLetterAtATime() {
        LongStream.range(0, 5).forEach(each -> hold(student(mark())));
        var port = office.port();
        office.close();
        var node = outbox();
        node.send();
        var tried = "select count(*) from notice where claimed_at is not null and created_at > '2030-01-01'";
        assertThat(privacy.count(tried)).isEqualTo(1);
        node.send();
        assertThat(privacy.count(tried)).as("it pauses").isEqualTo(1);
        office = PostOffice.at(port);
        clock.pass(Duration.ofSeconds(31));
        assertThat(node.send()).isEqualTo(5);
    }

    @Test
    @DisplayName("ST-17: nobody gets more than three letters an hour")
    void nobodyIsFlooded() {
        var guardian = Map.of(PatronField.GUARDIAN_EMAIL, mark() + "@home.example", PatronField.EMAIL, "");
        policy("1", "1", "ALWAYS");
        for (var child = 0; child < 5; child++) hold(student(mark(), guardian));
        assertThat(outbox().send()).isEqualTo(3);
        assertThat(desk().list(code, Shown.WAITING, 1, 10))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.notice().problem()).hasValue(NoticeProblem.TOO_MANY));
        clock.pass(Duration.ofMinutes(59));
        assertThat(outbox().send()).isZero();
        clock.pass(Duration.ofMinutes(2));
        assertThat(outbox().send()).isEqualTo(2);
    }

    private void policy(String before, String stages, String guardians) {
        var policies = new NoticePolicies(privacy.database, privacy.audit);
        var draft = new NoticePolicy.Draft(
                before, stages, guardians, "MONDAY", "07:00", policies.of(code).version());
        assertThat(policies.save(code, draft, 1)).isEmpty();
    }

    @Test
    void aDayBringsWhatIsDueSoonAndWhatIsLateOnOpenDaysOnly() {
        policy("1", "1, 7", "NEVER");
        var mark = mark();
        var patron = student(mark);
        lend(patron, MONDAY.plusDays(1));
        lend(patron, MONDAY.plusDays(4));
        clock.is(MONDAY, 6);
        daily().write();
        assertThat(states(patron)).as("too early").isEmpty();
        clock.is(MONDAY, 7);
        daily().write();
        daily().write();
        assertThat(states(patron)).containsExactly("due_soon own_mail queued");
        assertThat(outbox().send()).isEqualTo(1);
        assertThat(office.taken().getLast().text())
                .contains("due Tuesday, March 4, 2031")
                .doesNotContain("March 7");
        // Due on Tuesday: late on Wednesday. The other one: reminded on Thursday, late from Saturday, told on Monday.
        var told = Map.of(3, "overdue", 4, "due_soon", 8, "overdue");
        for (var day = 2; day < 9; day++) {
            clock.is(MONDAY.plusDays(day - 1), 9);
            daily().write();
            var sent = outbox().send();
            assertThat(sent).as(clock.instant().toString()).isEqualTo(told.containsKey(day) ? 1 : 0);
        }
        assertThat(office.taken().getLast().text()).contains("(6 days late)", "(3 days late)");
    }

    @Test
    void whatComesBackMeanwhileIsNotAskedFor() {
        var patron = student(mark());
        var loan = lend(patron, MONDAY.minusDays(1));
        var other = lend(patron, MONDAY.minusDays(1));
        daily().write();
        assertThat(states(patron)).containsExactly("overdue own_mail queued");
        things.takeBack(loan);
        privacy.write(connection -> notices().loansOver(connection, List.of(loan)));
        assertThat(parts(patron)).isEqualTo(1);
        things.takeBack(other);
        assertThat(outbox().send()).as("nobody has said so, and still").isZero();
        assertThat(states(patron)).containsExactly("overdue own_mail cancelled");
    }

    @Test
    void aHomeroomsTeacherGetsNamesAndCountsAndNoTitle() { // PR-6
        var room = "Room " + mark();
        var one = mark();
        var child = student(one, Map.of(PatronField.HOMEROOM, room));
        student(mark(), Map.of(PatronField.HOMEROOM, room));
        var teacherMark = mark();
        var teacher = student(teacherMark, Map.of(PatronField.CATEGORY, "TEACHER", PatronField.HOMEROOM, room));
        lend(child, MONDAY.minusDays(30));
        lend(child, MONDAY.minusDays(31));
        policy("0", "", "NEVER");
        daily().write();
        assertThat(states(teacher)).containsExactly("homeroom_digest teacher_mail queued");
        assertThat(states(child)).isEmpty();
        assertThat(outbox().send()).isEqualTo(1);
        var letter = office.to(mail(teacherMark)).orElseThrow();
        assertThat(letter.subject()).isEqualTo("Library: overdue in " + room);
        assertThat(letter.text())
                .contains("in " + room + " (1 student):", "- Called" + one + " Family" + one + ": 2 library items")
                .doesNotContain(SECRET);
    }

    @Test
    void titlesStandOnlyWhereNobodyElseReadsThem() { // PR-6
        policy("1", "1", "ALWAYS");
        var shared = mark() + "@family.example";
        var marks = List.of(mark(), mark(), mark(), mark());
        var own = student(marks.get(0));
        var brother = student(marks.get(1), Map.of(PatronField.EMAIL, shared));
        var sister = student(marks.get(2), Map.of(PatronField.EMAIL, shared));
        var paper = student(marks.get(3), Map.of(PatronField.EMAIL, ""));
        for (var patron : List.of(own, brother, sister, paper)) hold(patron);
        outbox().send();
        assertThat(office.to(mail(marks.get(0))).orElseThrow().text()).contains(SECRET);
        assertThat(letters(shared)).hasSize(2).noneMatch(mail -> mail.text().contains(SECRET));
        for (var mark : marks) {
            assertThat(letters("g" + mark + "@home.example")).singleElement().satisfies(mail -> assertThat(mail.text())
                    .contains("1 library item")
                    .doesNotContain(SECRET));
        }
        assertThat(office.taken())
                .noneMatch(mail ->
                        mail.subject().contains(SECRET) || mail.subject().contains("Called"));
        assertThat(desk().sheets(code)).singleElement().satisfies(sheet -> assertThat(sheet.strips())
                .singleElement()
                .satisfies(strip -> assertThat(strip.letter().body()).doesNotContain(SECRET)));
        // By the law of the state, named with a reason: parents may know from now on.
        privacy.policies.change(Privacy.admin(), code, TitleReaders.PARENT, "CRS 24-90-119", "Asked by the board");
        var child = mark();
        hold(student(child));
        outbox().send();
        assertThat(letters("g" + child + "@home.example").getFirst().text()).contains(SECRET);
    }

    private List<Mail> letters(String address) {
        return office.taken().stream()
                .filter(mail -> mail.to().contains(address))
                .toList();
    }

    @Test
    void stripsArePrintedByHomeroomAndForgotten() {
        var noMail = Map.of(PatronField.EMAIL, "");
        var first = student("b" + mark(), noMail);
        var second = student("a" + mark(), noMail);
        hold(first);
        hold(second);
        assertThat(outbox().send()).isZero();
        var desk = desk();
        assertThat(desk.counts(code).of(Shown.PAPER)).isEqualTo(2);
        var sheets = desk.sheets(code);
        assertThat(sheets).hasSize(2);
        var ids = sheets.stream()
                .flatMap(sheet -> sheet.strips().stream())
                .map(NoticeDesk.Strip::notice)
                .toList();
        var elsewhere = Staff.of(Role.TECHNICIAN, "LMC").caller();
        assertThat(desk.printed(elsewhere, ids)).as("another site").isZero();
        assertThat(desk.printed(Privacy.admin(), ids)).isEqualTo(2);
        assertThat(desk.printed(Privacy.admin(), ids)).as("pressed twice").isZero();
        assertThat(desk.sheets(code)).isEmpty();
        assertThat(states(first)).containsExactly("hold_ready paper sent");
        assertThat(parts(first) + parts(second)).isZero();
        assertThat(desk.counts(code).sent()).isEqualTo(2);
    }

    @Test
    void theDeskHoldsBackLetsGoAndCancels() {
        var patron = student(mark());
        hold(patron);
        var id = only(patron);
        var desk = desk();
        var elsewhere = Staff.of(Role.TECHNICIAN, "LMC").caller();
        assertThat(desk.change(elsewhere, id, Act.HOLD)).isEqualTo(Result.MISSING);
        assertThat(desk.change(Privacy.admin(), id, Act.HOLD)).isEqualTo(Result.DONE);
        assertThat(desk.change(Privacy.admin(), id, Act.HOLD)).isEqualTo(Result.TOO_LATE);
        assertThat(outbox().send()).isZero();
        assertThat(desk.list(code, Shown.HELD, 1, 10)).hasSize(1);
        assertThat(desk.change(Privacy.admin(), id, Act.RELEASE)).isEqualTo(Result.DONE);
        assertThat(desk.change(Privacy.admin(), id, Act.CANCEL)).isEqualTo(Result.DONE);
        assertThat(desk.change(Privacy.admin(), id, Act.AGAIN)).isEqualTo(Result.TOO_LATE);
        assertThat(outbox().send()).isZero();
        assertThat(parts(patron)).isZero();
    }

    /** Every text in every table of notices, before and after. */
    @Test
    void noTitleIsInTheSpoolAndNoLoanAfterItIsForgotten() { // PR-1
        var mark = mark();
        var patron = student(mark);
        var loan = lend(patron, MONDAY.minusDays(1));
        daily().write();
        assertThat(dump()).as("a number, no title").contains("loan " + loan).doesNotContain(SECRET, mail(mark));
        privacy.write(connection -> notices().loansOver(connection, List.of(loan)));
        assertThat(dump()).doesNotContain("loan " + loan, SECRET);
        var next = lend(patron, MONDAY.minusDays(7));
        queue(NoticeWish.ofLoans(NoticeKind.OVERDUE, code, patron, List.of(next), clock.instant(), MONDAY.plusDays(1)));
        assertThat(outbox().send()).isEqualTo(1);
        assertThat(dump()).as("sent").doesNotContain("loan " + next, SECRET, mail(mark));
    }

    private String dump() {
        return privacy.database.read(
                connection -> dump(connection, "select concat_ws(' ', dedupe_key, about, problem, state) from notice")
                        + dump(connection, "select concat_ws(' ', what, ref_id) from notice_part"));
    }

    private static String dump(Connection connection, String sql) throws SQLException {
        return String.join("\n", Sql.list(connection, sql, row -> row.getString(1))) + "\n";
    }

    @Test
    void noticesGoWithThePersonAndWithTheirTime() { // PR-8, PR-9
        var patron = student(mark());
        hold(patron);
        var other = student(mark());
        hold(other);
        assertThat(outbox().send()).isEqualTo(2);
        assertThat(privacy.erasures().erase(Privacy.admin(), patron, ErasureReason.ASKED))
                .isEqualTo(ErasureResult.ERASED);
        assertThat(states(patron)).isEmpty();
        NoticesWiring.forgetting(privacy.database).forget(clock.instant().minus(Duration.ofDays(1)));
        assertThat(states(other)).isNotEmpty();
        // Only what happened in 2031 is in the way of this clock.
        privacy.write(connection -> assertThat(
                        new NoticeStore().forget(connection, clock.instant().plusSeconds(1)))
                .isPositive());
        assertThat(states(other)).isEmpty();
    }

    @Test
    void withoutAMailServerEverythingIsOnPaper() {
        var patron = student(mark());
        var hold = things.shelve(NEXT.incrementAndGet(), SECRET, MONDAY.plusDays(4));
        var withoutMail = new Notices(clock, contacts, calendars(), Optional.empty());
        privacy.write(connection ->
                withoutMail.queue(connection, NoticeWish.holdReady(code, patron, hold, MONDAY, clock.instant())));
        assertThat(states(patron)).containsExactly("hold_ready paper queued");
        var none =
                new Outbox(privacy.database, clock, writer(), Optional.empty(), URI.create("https://library.example"));
        assertThat(none.hasMail()).isFalse();
        assertThat(none.send()).isZero();
        assertThat(desk().sheets(code)).hasSize(1);
    }

    @Test
    void aSitesOwnWordsAndBothLanguagesGoOut() {
        var texts = texts();
        var draft = new NoticeText(
                NoticeKind.HOLD_READY, NoticeLanguage.EN, "It is here", "For {name}:\n{things}\n#{{7*7}} {{x}}", 0);
        assertThat(texts.save(code, draft, 1)).isEmpty();
        assertThat(texts.save(code, draft, 1)).extracting(TextProblem::kind).containsExactly(TextProblem.Kind.STALE);
        assertThat(texts.of(code, NoticeKind.HOLD_READY, NoticeLanguage.EN).isOwn())
                .isTrue();
        var site = new Sites(privacy.database, clock, privacy.audit);
        assertThat(site.save(
                        new SiteDraft(
                                code, "Notice School", "", "", CHICAGO.getId(), "BOTH", "", "books@site.example", 1),
                        1))
                .isEmpty();
        var mark = mark();
        hold(student(mark));
        assertThat(outbox().send()).isEqualTo(1);
        var letter = office.taken().getFirst();
        assertThat(letter.subject()).isEqualTo("It is here / Tu reserva está lista para recoger");
        assertThat(letter.text()).startsWith("For Called" + mark).contains("#{7*7} {x}", "Hola, Called" + mark);
        assertThat(letter.header("From")).isEqualTo("Notice School <books@site.example>");
        assertThat(letter.from()).as("the envelope").isEqualTo(PostOffice.LIBRARY);
        assertThat(texts.reset(code, NoticeKind.HOLD_READY, NoticeLanguage.EN, 1))
                .isTrue();
        assertThat(texts.reset(code, NoticeKind.HOLD_READY, NoticeLanguage.EN, 1))
                .isFalse();
    }
}
