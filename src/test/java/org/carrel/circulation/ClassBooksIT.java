package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.OwnClass;
import org.carrel.patrons.OwnClasses;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Sql;
import org.carrel.privacy.TitleReaders;
import org.carrel.security.AuditEvent;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a teacher sees of the own class, on the product's database. */
class ClassBooksIT {
    private TestDesk given;
    private Privacy privacy;
    private ClassBooks books;
    private Caller teacher;
    private String room = "";

    @BeforeEach
    void open() {
        given = TestDesk.open();
        given.rule("period=14 days");
        privacy = Privacy.connect(given.clock);
        var classes = new OwnClasses(given.database, given.clock);
        books = new ClassBooks(given.database, given.clock, classes, given.loans, privacy.views, privacy.policies);
        room = TestDesk.unique("Room ");
        teacher = teacher(room);
    }

    @AfterEach
    void close() {
        if (privacy != null) privacy.close();
        if (given != null) given.close();
    }

    /** Somebody with an account and an entry of the same name. */
    private Caller teacher(String homeroom) {
        var account = Staff.another(Role.TEACHER).caller();
        given.person(Map.of(
                PatronField.CATEGORY,
                "TEACHER",
                PatronField.USERNAME,
                account.username().toUpperCase(Locale.ROOT),
                PatronField.HOMEROOM,
                homeroom));
        return new Caller(account.account(), account.username(), "Ms Somebody", Role.TEACHER, Optional.of(given.site));
    }

    private long student(String name) {
        return given.person(Map.of(PatronField.GIVEN_NAME, name, PatronField.HOMEROOM, room));
    }

    private long looks(long patron, String action) {
        return given.audit.of(new Subject("patron", patron), 20).stream()
                .map(AuditEvent::action)
                .filter(action::equals)
                .count();
    }

    @Test
    void aTeacherSeesHowMuchIsLateAndNoTitleUnlessTheLawOfTheStateSaysSo() { // PR-4, PR-5
        var late = student("Late");
        var soon = student("Soon");
        var nothing = student("Nothing");
        var elsewhere = given.student("Elsewhere");
        given.scan(late, given.copy("Long ago"));
        given.clock.pass(Duration.ofDays(10));
        given.scan(late, given.copy("Lately"));
        given.scan(elsewhere, given.copy("Not theirs"));
        given.clock.pass(Duration.ofDays(5));
        given.scan(soon, given.copy("Today"));
        given.clock.pass(Duration.ofDays(5));

        assertThat(books.classes(teacher)).containsExactly(new OwnClass(OwnClass.HOMEROOM, room));
        var rows = books.look(teacher, OwnClass.HOMEROOM, "their class");
        assertThat(rows).extracting(ClassBooks.Row::patron).containsExactly(late, soon);
        assertThat(rows.getFirst()).satisfies(row -> {
            assertThat(row.loans()).isEqualTo(2);
            assertThat(row.overdue()).isEqualTo(1);
            assertThat(row.soon()).isEqualTo(1);
            assertThat(row.titlesTold()).isFalse();
        });
        assertThat(looks(late, "class_viewed")).isEqualTo(1);
        assertThat(looks(nothing, "class_viewed")).as("was not shown").isZero();
        assertThat(books.titles(teacher, OwnClass.HOMEROOM, late, "why")).isEmpty();
        assertThat(looks(late, "person_viewed")).isZero();

        privacy.policies.change(Privacy.admin(), given.site, TitleReaders.PARENT, "A statute", "Test");
        assertThat(books.titles(teacher, OwnClass.HOMEROOM, late, "why")).isEmpty();
        privacy.policies.change(Privacy.admin(), given.site, TitleReaders.TEACHER, "A statute", "Test");
        assertThat(books.look(teacher, OwnClass.HOMEROOM, "their class")).allMatch(ClassBooks.Row::titlesTold);
        assertThat(books.titles(teacher, OwnClass.HOMEROOM, late, "why").orElseThrow())
                .extracting(ClassBooks.Title::overdue)
                .containsExactly(true, false);
        assertThat(looks(late, "person_viewed")).isEqualTo(1);
        assertThat(books.titles(teacher, OwnClass.HOMEROOM, elsewhere, "why"))
                .as("of nobody else's class")
                .isEmpty();
        assertThat(looks(elsewhere, "person_viewed")).isZero();
    }

    @Test
    void aClassOfTheRosterIsItsTeachersWhileItLasts() {
        var anja = given.student("Anja");
        given.scan(anja, given.copy("Held"));
        var self = new OwnClasses(given.database, given.clock).self(teacher).orElseThrow();
        var number = schoolClass(self.id(), anja, "2026-08-15", "2026-12-18");
        assertThat(books.classes(teacher))
                .extracting(OwnClass::number)
                .containsExactlyInAnyOrder(number, OwnClass.HOMEROOM);
        assertThat(books.look(teacher, number, "why"))
                .extracting(ClassBooks.Row::patron)
                .containsExactly(anja);
        var other = teacher("");
        assertThat(books.classes(other)).isEmpty();
        assertThat(books.look(other, number, "why")).isEmpty();
        given.clock.pass(Duration.ofDays(90));
        assertThat(books.look(teacher, number, "why")).as("the term is over").isEmpty();
    }

    private long schoolClass(long teaches, long learns, String first, String last) {
        var mark = TestDesk.unique("src");
        return given.database.transaction(connection -> {
            var source = Sql.first(
                            connection,
                            "insert into roster_source (name) values (?) returning id",
                            row -> row.getLong(1),
                            mark)
                    .orElseThrow();
            var number = Sql.first(
                            connection,
                            "insert into school_class (source_id, sourced_id, title) values (?, ?, ?) returning id",
                            row -> row.getLong(1),
                            source,
                            mark,
                            "Biology " + mark)
                    .orElseThrow();
            var enrol = "insert into enrolment (source_id, sourced_id, class_id, patron_id, user_sourced_id, role, "
                    + "begins_on, ends_on) values (?, ?, ?, ?, ?, ?, ?, ?)";
            Sql.update(connection, enrol, source, mark + "t", number, teaches, "t", "teacher", first, last);
            Sql.update(connection, enrol, source, mark + "s", number, learns, "s", "student", first, last);
            return number;
        });
    }

    /** Two people of one name are nobody: no account is shown somebody else's loans. */
    @Test
    void anAccountThatCouldBeTwoPeopleIsNeither() {
        var classes = new OwnClasses(given.database, given.clock);
        assertThat(classes.self(teacher)).isPresent();
        given.person(Map.of(PatronField.USERNAME, teacher.username()));
        assertThat(classes.self(teacher)).isEmpty();
        assertThat(books.classes(teacher)).isEmpty();
    }
}
