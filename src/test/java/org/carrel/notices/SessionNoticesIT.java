package org.carrel.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.carrel.fixtures.PostOffice;
import org.carrel.fixtures.PostOffice.Mail;
import org.carrel.notices.mail.Mailer;
import org.carrel.patrons.OwnClasses;
import org.carrel.patrons.PatronContacts;
import org.carrel.patrons.PatronField;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.MailSettings;
import org.carrel.platform.Sql;
import org.carrel.privacy.TitlePolicies;
import org.carrel.scheduling.BookingAnswer.Booked;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.CalendarFeeds;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SessionReaders;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.TestBookings;
import org.carrel.school.Sites;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.carrel.security.SecretWords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Letters about sessions, from booking to the mail server's door. It is the spring of 2031, so that the product's own worker leaves
 * them alone.
 */
class SessionNoticesIT {
    private static final LocalDate TODAY = LocalDate.of(2031, 3, 5);
    /** In summer time, while today is in winter time (B-02). */
    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 17);

    private TestBookings school;
    private PostOffice office;
    private SessionNotices told;
    private String mail;
    private Caller teacher;
    private long zone;
    private boolean failing;

    @BeforeEach
    void open() {
        office = PostOffice.open();
        school = TestBookings.open(List.of(
                (connection, before, now, event) -> told.changed(connection, before, now, event),
                (connection, before, now, event) -> {
                    if (failing) throw new SQLException("The commit fails");
                }));
        school.desk.clock.set(TODAY.atTime(9, 0).atZone(TestBookings.CHICAGO).toInstant());
        school.load("days, 2031-03-03, 2031-04-30, A B, Mon-Fri\n");
        told = new SessionNotices(
                school.desk.database,
                new Notices(school.clock(), new PatronContacts(), school.desk.calendar, Optional.of(settings())),
                new SessionReaders(),
                school.desk.calendar,
                () -> school.bookings,
                "https://library.example");
        // What other tests have put into the outbox is years old here, and would go out with ours.
        update("update notice set state = 'cancelled', done_at = utc_timestamp(3) where state = 'queued'");
        teacher = school.teacher();
        mail = teacher.username() + "@school.example";
        // As rosters have it: the same user name.
        var patron = school.desk.person(Map.of(
                PatronField.CATEGORY, "TEACHER",
                PatronField.USERNAME, teacher.username(),
                PatronField.EMAIL, mail,
                PatronField.GIVEN_NAME, "Dana",
                PatronField.FAMILY_NAME, "Chen"));
        assertThat(patron).isPositive();
        zone = school.zone(1, 30);
    }

    @AfterEach
    void close() {
        if (school != null) {
            update("delete from notice where created_at > '2030-01-01'");
            school.close();
        }
        office.close();
    }

    private void update(String sql, Object... values) {
        school.desk.database.transaction(connection -> Sql.update(connection, sql, values));
    }

    private MailSettings settings() {
        return new MailSettings(
                "127.0.0.1", office.port(), false, "", Optional.empty(), PostOffice.LIBRARY, List.of(), 600);
    }

    private Outbox outbox() {
        var writer = new NoticeWriter(
                school.desk.database,
                school.clock(),
                new PatronContacts(),
                new NoticeTexts(school.desk.database, school.clock(), school.desk.audit),
                new TitlePolicies(school.desk.database, school.clock(), school.desk.audit),
                new Sites(school.desk.database, school.clock(), school.desk.audit),
                List.of(told),
                List.of(),
                "https://library.example");
        return new Outbox(
                school.desk.database,
                school.clock(),
                writer,
                Optional.of(new Mailer(settings())),
                URI.create("https://library.example"));
    }

    private void pass(Duration time) {
        school.desk.clock.set(school.clock().instant().plus(time));
    }

    /** What goes out when nothing more has happened for a while. */
    private List<Mail> sent() {
        var before = office.taken().size();
        pass(Notices.QUIET);
        outbox().send();
        return office.taken().subList(before, office.taken().size());
    }

    /** The part that calendars read, which says the same method as its type. */
    private static String calendar(Mail mail, String method) {
        try {
            var parts = (MimeMultipart) mail.read().getContent();
            var part = parts.getBodyPart(1);
            assertThat(part.getContentType()).isEqualTo("text/calendar; charset=UTF-8; method=" + method);
            var text = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("METHOD:" + method + "\r\n", "BEGIN:VTIMEZONE");
            return text;
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Mail mail) {
        try {
            return String.valueOf(((MimeMultipart) mail.read().getContent())
                            .getBodyPart(0)
                            .getContent())
                    .replace("\r\n", "\n");
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertSame(String calendar, ClassSession session) throws IOException, ParserException {
        var one = Biweekly.parse(calendar).first().getEvents().getFirst();
        assertThat(one.getUid().getValue()).isEqualTo(session.uid() + "@carrel");
        assertThat(one.getSequence().getValue()).isEqualTo(session.sequence());
        assertThat(one.getDateStart().getValue().toInstant())
                .isEqualTo(session.span().starts());
        assertThat(one.getDateEnd().getValue().toInstant())
                .isEqualTo(session.span().ends());
        VEvent other = new CalendarBuilder()
                .build(new StringReader(calendar))
                .<VEvent>getComponents("VEVENT")
                .getFirst();
        assertThat(Instant.from(other.<Temporal>getDateTimeStart().getDate()))
                .isEqualTo(session.span().starts());
        assertThat(other.getUid().orElseThrow().getValue()).isEqualTo(session.uid() + "@carrel");
    }

    private ClassSession moved(ClassSession session, int period) {
        var wish = session.wish(UUID.randomUUID()).at(session.day(), period, period);
        return ((Booked) school.bookings.change(session.id(), session.version(), wish, Optional.empty(), teacher))
                .session();
    }

    @Test
    void b38ASessionGoesIntoTheCalendarMovesThereAndGoesOutOfIt() throws Exception { // B-02, B-38, B-39, B-40
        var booked = school.booked(school.wish(MONDAY, 2, zone), teacher);
        assertThat(outbox().send()).as("something more may happen").isZero();
        var first = sent();
        assertThat(first).singleElement().satisfies(letter -> assertThat(letter.to())
                .containsExactly(mail));
        assertThat(first.getFirst().subject())
                .isEqualTo(
                        "Class session Monday, March 17, 2031: booked / Sesión de clase, lunes, 17 de marzo de 2031: reservada");
        assertThat(text(first.getFirst()))
                .contains("Hello Dana Chen", "- Grade 5, Chen: volcanoes\n", "9:00", "Hola, Dana Chen");
        assertSame(calendar(first.getFirst(), "REQUEST"), booked);
        var page = "https://library.example/schedule/session/" + booked.id();
        assertThat(text(first.getFirst())).contains("To change it, or to stop these letters: " + page + "\n");
        assertThat(calendar(first.getFirst(), "REQUEST")).contains("URL:" + page + "\r\n");

        var moved = moved(booked, 4);
        var second = sent();
        assertThat(second).hasSize(1);
        assertThat(second.getFirst().subject()).contains(": moved");
        assertSame(calendar(second.getFirst(), "REQUEST"), moved);

        school.bookings.cancel(moved.id(), "Field trip", teacher);
        var third = sent();
        assertThat(third).hasSize(1);
        assertThat(text(third.getFirst())).contains("does not take place (called off)", "- Reason: Field trip\n");
        var off = school.bookings.find(moved.id()).orElseThrow();
        assertSame(calendar(third.getFirst(), "CANCEL"), off);
        assertThat(off.sequence()).isGreaterThan(moved.sequence());
        assertThat(calendar(third.getFirst(), "CANCEL")).contains("STATUS:CANCELLED\r\n");
    }

    @Test
    void severalChangesWithinSomeMinutesAreOneLetterOfTheLastState() throws Exception { // B-19
        var session = school.booked(school.wish(MONDAY, 2, zone), teacher);
        pass(Duration.ofMinutes(1));
        session = moved(session, 3);
        pass(Duration.ofMinutes(1));
        session = moved(session, 5);
        assertThat(outbox().send()).isZero();
        var letters = sent();
        assertThat(letters).hasSize(1);
        assertSame(calendar(letters.getFirst(), "REQUEST"), session);
        assertThat(session.sequence()).isEqualTo(2);
    }

    @Test
    void whoChangesAllTheTimeHearsOfItAllTheSame() {
        var session = school.booked(school.wish(MONDAY, 2, zone), teacher);
        for (var minute = 0; minute < 12; minute++) {
            pass(Duration.ofMinutes(1));
            session = moved(session, 2 + minute % 2 * 2);
        }
        outbox().send();
        assertThat(office.taken()).hasSize(1);
    }

    @Test
    void whoHasItNoMoreTakesItOutAndWhoHasItNowTakesItIn() throws Exception { // B-39
        var session = school.booked(school.wish(MONDAY, 2, zone), teacher);
        assertThat(sent()).hasSize(1);
        var other = school.desk.person(
                Map.of(PatronField.CATEGORY, "TEACHER", PatronField.EMAIL, "b" + mail, PatronField.GIVEN_NAME, "Lee"));
        var librarian = school.librarian();
        var number = school.bookings.teacher(other, school.desk.site, librarian);
        var wish = session.wish(UUID.randomUUID());
        var given = new SessionWish(
                wish.site(), wish.day(), wish.first(), wish.last(), number, wish.about(), wish.parts(), wish.request());
        var changed = ((Booked)
                        school.bookings.change(session.id(), session.version(), given, Optional.empty(), librarian))
                .session();
        var letters = sent();
        assertThat(letters).hasSize(2);
        for (var letter : letters) {
            var mine = letter.to().contains(mail);
            assertSame(calendar(letter, mine ? "CANCEL" : "REQUEST"), changed);
            assertThat(letter.subject()).contains(mine ? ": not yours any more" : ": changed");
            assertThat(text(letter))
                    .as("a page that they can open")
                    .contains(
                            mine
                                    ? "another time: https://library.example/schedule\n"
                                    : "https://library.example/schedule/session/" + changed.id() + "\n");
        }
    }

    @Test
    void aPersonWhoIsAPartHearsOfItByTheirAccountUnlessTheyDoNotWantTo() throws Exception {
        var helper = school.somebody(Role.LIBRARIAN);
        var address = "h" + UUID.randomUUID().toString().substring(0, 8) + "@school.example";
        update("update account set username = ? where id = ?", address, helper.account());
        var bare = school.bare(BookingResource.Kind.PERSON, 1, OptionalInt.empty());
        var person = school.resource(new BookingResource(
                0,
                bare.site(),
                bare.kind(),
                bare.nameEn(),
                "",
                1,
                OptionalInt.empty(),
                Duration.ZERO,
                Duration.ZERO,
                OptionalLong.empty(),
                OptionalLong.of(helper.account()),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                false));
        var wish = school.wish(MONDAY, 2, zone)
                .with(List.of(new PartWish(zone, 24, false), new PartWish(person, 1, false)));
        var session = school.booked(wish, teacher);
        var letters = sent();
        assertThat(letters).extracting(letter -> letter.to().getFirst()).containsExactlyInAnyOrder(mail, address);
        for (var letter : letters) assertSame(calendar(letter, "REQUEST"), session);
        var feeds = new CalendarFeeds(
                school.desk.database,
                school.clock(),
                new Sites(school.desk.database, school.clock(), school.desk.audit),
                new OwnClasses(school.desk.database, school.clock()),
                new SecretWords(school.clock()),
                school.desk.audit,
                "https://library.example");
        feeds.wantMail(false, helper);
        moved(session, 3);
        assertThat(sent()).extracting(letter -> letter.to().getFirst()).containsExactly(mail);
        feeds.wantMail(true, helper);
        assertThat(feeds.wantsMail(helper)).isTrue();
    }

    @Test
    void aRefusalIsToldWithItsReason() throws Exception {
        var session = school.booked(school.wish(MONDAY, 2, zone), teacher);
        update("update class_session set state = 'requested' where id = ?", session.id());
        school.bookings.decide(session.id(), false, "The room is being painted", school.librarian());
        var letters = sent();
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().subject()).contains(": not approved");
        assertThat(text(letters.getFirst())).contains("- Reason: The room is being painted\n");
        calendar(letters.getFirst(), "CANCEL");
    }

    @Test
    void whatIsRolledBackIsNotTold() { // B-19
        failing = true;
        var wish = school.wish(MONDAY, 2, zone);
        assertThatThrownBy(() -> school.bookings.book(wish, Optional.empty(), teacher))
                .isInstanceOf(DatabaseProblem.class);
        assertThat(school.holds()).isZero();
        assertThat(queued()).isZero();
        failing = false;
        assertThat(school.booked(wish, teacher).state())
                .as("the same once more")
                .isEqualTo(ClassSession.State.BOOKED);
        assertThat(queued()).isEqualTo(1);
    }

    private long queued() {
        return school.desk.number("select count(*) from notice where kind = 'session' and created_at > '2030-01-01'");
    }
}
