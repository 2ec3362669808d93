package org.carrel.patrons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.carrel.cli.CarrelCommand;
import org.carrel.fixtures.PostOffice;
import org.carrel.patrons.CardOwner.Known;
import org.carrel.patrons.CardOwner.Nobody;
import org.carrel.patrons.CardOwner.Several;
import org.carrel.patrons.MergeResult.Merged;
import org.carrel.patrons.MergeResult.Problem;
import org.carrel.patrons.MergeResult.Refused;
import org.carrel.patrons.PatronSearch.Who;
import org.carrel.patrons.RosterRun.Origin;
import org.carrel.patrons.RosterRun.State;
import org.carrel.platform.Csv;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.RosterSettings;
import org.carrel.platform.Setting;
import org.carrel.platform.Sql;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of people, cards and merges on the product's database. */
class PeopleListsIT {
    private static final Caller LIBRARIAN =
            new Caller(1, "the.librarian", "The librarian", Role.LIBRARIAN, Optional.empty());
    private static TestPeople people;
    private static Rosters rosters;

    @TempDir
    Path folder;

    @BeforeAll
    static void connect() {
        people = TestPeople.connect();
        rosters = new Rosters(people.database, TestPeople.DAY);
    }

    @AfterAll
    static void close() {
        if (people != null) people.close();
    }

    /** B87: zeros in front and numbers of nineteen digits come back as they were, from both kinds of file. */
    @Test
    void b87WhatIsExportedComesBackAsItWas() throws IOException {
        var mark = TestPeople.unique("x");
        var source = "list " + mark;
        var list = Files.writeString(
                folder.resolve("first.csv"),
                "Number,Last name,First name,Grade,Card,Guardian phone\n"
                        + "0071%1$s,Núñez-%1$s,Zoë,07,0000%2$s1,+1 555 0100\n".formatted(mark, digits())
                        + "8939010102358478435,Big %1$s,Ana,08,0000%2$s2,\n".formatted(mark, digits()));
        var first = rosters.stage(list, "first.csv", source, Origin.DESK, "test");
        rosters.map(first, rosters.question(first).orElseThrow().guess());
        rosters.commit(first, true, "test");
        var exports = new PeopleExports(people.database);
        var wish = new PatronSearch(mark, "", "", "", Who.ALL);
        var csv = new StringBuilder(Csv.BYTE_ORDER_MARK);
        exports.rows(wish, row -> csv.append(Csv.row(row)));
        assertThat(csv.toString()).contains("0071" + mark, "8939010102358478435", "'+1 555 0100");
        var book = new ByteArrayOutputStream();
        exports.workbook(wish, book);
        isTheSame(Files.writeString(folder.resolve("people.csv"), csv.toString(), StandardCharsets.UTF_8), source);
        isTheSame(Files.write(folder.resolve("people.xlsx"), book.toByteArray()), source);
    }

    private static String digits() {
        return String.valueOf(System.nanoTime() % 1_000_000_000);
    }

    private static void isTheSame(Path file, String source) {
        var upload = new RosterUpload(file, "again", source, Origin.DESK, true);
        var run = rosters.stage(upload, "test");
        var question = rosters.question(run).orElseThrow();
        assertThat(question.guess().columns()).hasSize(PatronField.values().length);
        assertThat(rosters.map(run, question.guess())).isTrue();
        var staged = rosters.find(run).orElseThrow();
        assertThat(rosters.lines(run, Optional.empty(), 0, 10))
                .as(file.toString())
                .isEmpty();
        assertThat(staged.summary().changesNothing()).isTrue();
    }

    @Test
    void mergingMovesEverythingAndKeepsWhatMoved() {
        var held = new Held();
        var merges = new PatronMerges(
                people.database, TestPeople.DAY, new AuditTrail(people.database, TestPeople.DAY), List.of(held));
        var mark = TestPeople.unique("m").toUpperCase();
        var kept = people.add(TestPeople.student("Di", "Double " + mark));
        var other = people.add(TestPeople.student("Diana", "Double " + mark)
                .with(PatronField.EMAIL, "di@school.org")
                .with(PatronField.USERNAME, mark));
        people.cards.add(other, mark + "-1", "test");
        people.blocks.block(other, "Owes a charger", Optional.empty(), "test");
        held.counts.put(other, 2);
        assertThat(merges.merge(kept, kept, LIBRARIAN)).isEqualTo(new Refused(Problem.SAME));
        assertThat(merges.merge(kept, -1, LIBRARIAN)).isEqualTo(new Refused(Problem.GONE));
        var own = new Caller(2, mark.toLowerCase(), "Di", Role.LIBRARIAN, Optional.empty());
        assertThat(merges.merge(kept, other, own)).isEqualTo(new Refused(Problem.OWN));
        assertThat(people.patrons.find(other).orElseThrow().mergedInto()).isEmpty();
        assertThat(merges.merge(kept, other, LIBRARIAN)).isInstanceOf(Merged.class);
        assertThat(people.patrons.byCard(mark + "-1").orElseThrow().id()).isEqualTo(kept);
        assertThat(people.blocks.holding(kept)).hasSize(1);
        assertThat(people.patrons.find(kept).orElseThrow().facts().get(PatronField.EMAIL))
                .isEqualTo("di@school.org");
        assertThat(held.counts).containsEntry(kept, 2).doesNotContainKey(other);
        var gone = people.patrons.find(other).orElseThrow();
        assertThat(gone.mergedInto()).hasValue(kept);
        assertThat(merges.merge(kept, other, LIBRARIAN)).as("twice").isEqualTo(new Refused(Problem.GONE));
        assertThat(merges.into(kept)).singleElement().satisfies(merge -> {
            assertThat(merge.moved().cards()).hasSize(1);
            assertThat(merge.moved().blocks()).hasSize(1);
            assertThat(merge.fields()).containsExactlyInAnyOrder(PatronField.EMAIL, PatronField.USERNAME);
        });
        assertThat(people.patrons.find(PatronSearch.words(mark), 1, 10).rows()).hasSize(1);
    }

    private PatronMerges merges(PatronHoldings... holdings) {
        return new PatronMerges(
                people.database, TestPeople.DAY, new AuditTrail(people.database, TestPeople.DAY), List.of(holdings));
    }

    /** Two days later, so that what came since is told from what came before. */
    private PatronUnmerges unmerges(PatronHoldings... holdings) {
        var later = Clock.offset(TestPeople.DAY, Duration.ofDays(2));
        return new PatronUnmerges(
                people.database, later, new AuditTrail(people.database, TestPeople.DAY), List.of(holdings));
    }

    private static final List<String> TABLES_OF_PEOPLE = List.of(
            "select number, status, patron_id from patron_card where patron_id in (?, ?) order by id",
            "select reason, lifted_at, patron_id from patron_block where patron_id in (?, ?) order by id",
            "select sourced_id, latest, patron_id from patron_source_key where patron_id in (?, ?) order by sourced_id",
            "select sourced_id, user_sourced_id, patron_id from enrolment where patron_id in (?, ?) order by sourced_id",
            "select word, patron_id, patron_id from patron_word where patron_id in (?, ?) order by word, patron_id",
            "select patron_id, pin_hash, set_at from patron_pin where patron_id in (?, ?) order by patron_id",
            "select concat_ws('|', identifier, username, email, given_name, family_name, grade, homeroom, status, source_id,"
                    + " note, local_fields), concat_ws('|', left_on, missing_since, expires_on, merged_into), id from patron"
                    + " where id in (?, ?) order by id");

    /** Everything that a merge touches, as text. */
    private List<String> everything(long one, long other) {
        return people.database.read(connection -> {
            var rows = new ArrayList<String>();
            for (var sql : TABLES_OF_PEOPLE)
                rows.addAll(Sql.list(
                        connection,
                        sql,
                        row -> row.getString(1) + ";" + row.getString(2) + ";" + row.getString(3),
                        one,
                        other));
            return rows;
        });
    }

    @Test
    void aMergeThatIsTakenBackLeavesEverythingAsItWas() throws IOException {
        var held = new Held();
        var mark = TestPeople.unique("U").toUpperCase();
        var source = TestPeople.unique("unmerge");
        var file = Files.writeString(
                folder.resolve("users.csv"),
                "sourcedId,role,givenName,familyName,identifier,grades\nk1,student,Di,Twin %1$s,%1$s-1,07\n"
                        .formatted(mark));
        rosters.commit(rosters.stage(file, "users.csv", source, Origin.DESK, "test"), false, "test");
        var other = people.count("select id from patron where identifier = ?", mark + "-1");
        var kept = people.add(TestPeople.student("Diana", "Twin " + mark));
        people.cards.add(other, mark + "-C", "test");
        people.cards.add(kept, mark + "-K", "test");
        people.blocks.block(other, "Owes a charger", Optional.empty(), "test");
        pin(other, "hash of " + mark);
        held.counts.put(other, 2);
        held.counts.put(kept, 1);
        var before = everything(kept, other);
        assertThat(unmerges(held).undo(other, LIBRARIAN))
                .isEqualTo(new MergeUndone.Refused(MergeUndone.Problem.NOT_MERGED));
        assertThat(merges(held).merge(kept, other, LIBRARIAN)).isInstanceOf(Merged.class);
        assertThat(people.count("select patron_id from patron_pin where pin_hash = ?", "hash of " + mark))
                .as("the card signs in with its PIN")
                .isEqualTo(kept);
        assertThat(everything(kept, other)).isNotEqualTo(before);
        var told = unmerges(held).preview(other, LIBRARIAN);
        assertThat(held.counts).as("a preview changes nothing").containsEntry(kept, 3);
        var undone = unmerges(held).undo(other, LIBRARIAN);
        assertThat(undone).isEqualTo(told).isInstanceOfSatisfying(MergeUndone.Undone.class, done -> {
            assertThat(done.stays()).isEmpty();
            assertThat(done.back().cards()).hasSize(1);
            assertThat(done.back().held()).isEqualTo(2);
            assertThat(done.fields()).containsExactly(PatronField.IDENTIFIER);
        });
        assertThat(everything(kept, other)).isEqualTo(before);
        assertThat(held.counts).containsEntry(kept, 1).containsEntry(other, 2);
        assertThat(merges(held).into(kept)).isEmpty();
        assertThat(unmerges(held).undo(other, LIBRARIAN))
                .as("twice")
                .isEqualTo(new MergeUndone.Refused(MergeUndone.Problem.NOT_MERGED));
        assertThat(merges(held).merge(kept, other, LIBRARIAN)).as("and again").isInstanceOf(Merged.class);
    }

    private void pin(long patron, String hash) {
        people.database.transaction(connection -> Sql.update(
                connection,
                "replace into patron_pin (patron_id, pin_hash, set_at) values (?, ?, ?)",
                patron,
                hash,
                LocalDateTime.ofInstant(TestPeople.DAY.instant(), ZoneOffset.UTC)));
    }

    @Test
    void whatCameSinceAMergeStaysAndIsTold() {
        var mark = TestPeople.unique("S").toUpperCase();
        var kept = people.add(TestPeople.student("Kit", "Twin " + mark));
        var other = people.add(TestPeople.student("Christopher", "Twin " + mark)
                .with(PatronField.EMAIL, "kit@school.org")
                .with(PatronField.USERNAME, mark));
        people.cards.add(other, mark + "-1", "test");
        people.blocks.block(other, "Owes a charger", Optional.empty(), "test");
        merges().merge(kept, other, LIBRARIAN);
        var later = Clock.offset(TestPeople.DAY, Duration.ofDays(1));
        var card = people.count("select id from patron_card where number = ?", mark + "-1");
        new PatronCards(people.database, later).replace(kept, card, mark + "-2", "test");
        new PatronBlocks(people.database, later).block(kept, "Owes a book", Optional.empty(), "test");
        var now = people.patrons.find(kept).orElseThrow();
        var facts = now.facts().with(PatronField.EMAIL, "christopher@school.org");
        new Patrons(people.database, later)
                .change(new PatronChange(kept, now.version(), facts, "", Optional.empty()), "test");
        var undone = (MergeUndone.Undone) unmerges().undo(other, LIBRARIAN);
        assertThat(undone.stays())
                .containsExactlyInAnyOrder(
                        new MergeUndone.Staying(MergeUndone.Stay.NEW_CARDS, 1),
                        new MergeUndone.Staying(MergeUndone.Stay.NEW_BLOCKS, 1),
                        new MergeUndone.Staying(MergeUndone.Stay.FIELDS, 1));
        assertThat(undone.fields()).containsExactly(PatronField.USERNAME);
        assertThat(people.patrons.byCard(mark + "-2").orElseThrow().id()).isEqualTo(kept);
        assertThat(people.count("select patron_id from patron_card where number = ?", mark + "-1"))
                .as("the card that was replaced")
                .isEqualTo(other);
        assertThat(people.patrons.find(kept).orElseThrow().facts().get(PatronField.EMAIL))
                .isEqualTo("christopher@school.org");
        assertThat(people.blocks.holding(kept)).hasSize(1);
        assertThat(people.blocks.holding(other)).hasSize(1);
        assertThat(people.patrons.find(PatronSearch.words(mark), 1, 10).rows()).hasSize(2);
    }

    /** The one who was kept went into a third: first that is taken back, then this. */
    @Test
    void mergesAreTakenBackTheLastOneFirst() {
        var mark = TestPeople.unique("C").toUpperCase();
        var first = people.add(TestPeople.student("A", "Chain " + mark));
        var second = people.add(TestPeople.student("B", "Chain " + mark));
        var third = people.add(TestPeople.student("C", "Chain " + mark));
        merges().merge(second, first, LIBRARIAN);
        merges().merge(third, second, LIBRARIAN);
        assertThat(people.patrons.find(first).orElseThrow().mergedInto()).hasValue(third);
        assertThat(unmerges().undo(first, LIBRARIAN)).isEqualTo(new MergeUndone.Refused(MergeUndone.Problem.MERGED_ON));
        assertThat(unmerges().undo(second, LIBRARIAN)).isInstanceOf(MergeUndone.Undone.class);
        assertThat(people.patrons.find(first).orElseThrow().mergedInto()).hasValue(second);
        assertThat(unmerges().undo(first, LIBRARIAN)).isInstanceOf(MergeUndone.Undone.class);
        assertThat(people.patrons.find(first).orElseThrow().mergedInto()).isEmpty();
    }

    /** After the merge a roster came with both: each goes on with the own row. */
    @Test
    void aRosterGoesOnWithBothAfterAMergeWasTakenBack() throws IOException {
        var source = TestPeople.unique("both");
        var list =
                "sourcedId,role,givenName,familyName,identifier,grades\na,student,Ada,Two %1$s,%1$s-1,07\nb,student,Bea,Two %1$s,%1$s-2,08\n"
                        .formatted(source);
        var file = Files.writeString(folder.resolve("users.csv"), list);
        rosters.commit(rosters.stage(file, "users.csv", source, Origin.DESK, "test"), false, "test");
        var ada = people.count("select id from patron where identifier = ?", source + "-1");
        var bea = people.count("select id from patron where identifier = ?", source + "-2");
        merges().merge(ada, bea, LIBRARIAN);
        unmerges().undo(bea, LIBRARIAN);
        var again = rosters.stage(file, "users.csv", source, Origin.DESK, "test");
        assertThat(rosters.lines(again, Optional.empty(), 0, 10)).isEmpty();
        assertThat(rosters.find(again).orElseThrow().summary().count(RosterOutcome.SAME))
                .isEqualTo(2);
    }

    @Test
    void nobodyTakesBackAMergeOfTheirOwnOrOneOfEarlierTimes() {
        var mark = TestPeople.unique("O").toUpperCase();
        var kept = people.add(TestPeople.student("Di", "Own " + mark));
        var other = people.add(TestPeople.student("Diana", "Own " + mark).with(PatronField.USERNAME, mark));
        merges().merge(kept, other, LIBRARIAN);
        var own = new Caller(2, mark.toLowerCase(), "Di", Role.LIBRARIAN, Optional.empty());
        assertThat(unmerges().undo(other, own)).isEqualTo(new MergeUndone.Refused(MergeUndone.Problem.OWN));
        people.database.transaction(connection ->
                Sql.update(connection, "update patron_merge set was_status = null where merged_id = ?", other));
        assertThat(unmerges().undo(other, LIBRARIAN)).isEqualTo(new MergeUndone.Refused(MergeUndone.Problem.TOO_OLD));
        assertThat(people.patrons.find(other).orElseThrow().mergedInto()).hasValue(kept);
    }

    /** After a merge the roster goes on with the one who is kept. */
    @Test
    void aRosterKnowsWhoWasMerged() throws IOException {
        var source = TestPeople.unique("merged");
        var merges = new PatronMerges(
                people.database, TestPeople.DAY, new AuditTrail(people.database, TestPeople.DAY), List.of());
        var file = Files.writeString(
                folder.resolve("users.csv"),
                "sourcedId,role,givenName,familyName,identifier,grades\nu1,student,Di,Twin %1$s,%1$s-1,07\n"
                        .formatted(source));
        rosters.commit(rosters.stage(file, "users.csv", source, Origin.DESK, "test"), false, "test");
        var brought = people.count("select id from patron where identifier = ?", source + "-1");
        var byHand = people.add(TestPeople.student("Di", "Twin " + source));
        assertThat(merges.merge(byHand, brought, LIBRARIAN)).isInstanceOf(Merged.class);
        var again = rosters.stage(file, "users.csv", source, Origin.DESK, "test");
        assertThat(rosters.lines(again, Optional.empty(), 0, 10)).isEmpty();
        assertThat(rosters.find(again).orElseThrow().summary().count(RosterOutcome.SAME))
                .isEqualTo(1);
    }

    /** B83: who leaves with things in the bag stands on the list, with the last homeroom. */
    @Test
    void b83WhoLeavesWithThingsStandsOnTheList() {
        var held = new Held();
        var room = TestPeople.unique("Room ");
        var gone = TestPeople.student("Eli", "Leaver")
                .with(PatronField.HOMEROOM, room)
                .with(PatronField.STATUS, PatronStatus.INACTIVE.name());
        var has = people.add(gone.with(PatronField.GUARDIAN_NAME, "Rosa"));
        people.add(gone);
        people.add(gone.with(PatronField.STATUS, PatronStatus.ACTIVE.name()));
        held.counts.put(has, 3);
        var wish = new PatronSearch("", "", room, "", Who.LEAVERS);
        var known = new Clearance(people.database, List.of(held));
        assertThat(known.list(wish, false, 1, 10).total()).isEqualTo(2);
        assertThat(known.list(wish, true, 1, 10).rows()).singleElement().satisfies(row -> {
            assertThat(row.patron().id()).isEqualTo(has);
            assertThat(row.holds()).hasValue(3);
        });
        var unknown = new Clearance(people.database, List.<PatronHoldings>of());
        assertThat(unknown.list(wish, true, 1, 10).total())
                .as("nobody knows: all")
                .isEqualTo(2);
    }

    /** B77: what two people have, but for zeros in front, is asked. */
    @Test
    void b77AScannerThatAddsZerosFindsTheCardAndAsksWhenTwoHaveIt() {
        var site = TestPeople.unique("S");
        people.database.transaction(
                connection -> Sql.update(connection, "insert into site (code, name) values (?, ?)", site, site));
        var scans = new CardScans(people.database, people.patrons);
        var bare = "7" + digits();
        var ana = people.add(TestPeople.student("Ana", "Zeros"));
        people.cards.add(ana, bare, "test");
        assertThat(scans.whose("00" + bare, site)).as("until the site says so").isEqualTo(new Nobody());
        assertThat(scans.ignoreZeros(site, true)).isTrue();
        assertThat(scans.ignoreZeros("nowhere", true)).isFalse();
        assertThat(scans.whose(" 00" + bare + " ", site)).isInstanceOf(Known.class);
        var bo = people.add(TestPeople.student("Bo", "Zeros"));
        people.cards.add(bo, "00" + bare, "test");
        assertThat(scans.whose(bare, site))
                .isInstanceOfSatisfying(Several.class, several -> assertThat(several.people())
                        .extracting(Patron::id)
                        .containsExactlyInAnyOrder(ana, bo));
        assertThat(scans.whose(bare, "LMC")).isInstanceOf(Known.class);
        assertThat(people.patrons.find(PatronSearch.words("0" + bare), 1, 10).total())
                .as("who looks at all schools sees both")
                .isEqualTo(2);
    }

    @Test
    void aSheetHasTheNewestGoodCardElseTheNumber() {
        var room = TestPeople.unique("Cards ");
        var mark = TestPeople.unique("K").toUpperCase();
        var ana = people.add(TestPeople.student("Ana", "A").with(PatronField.HOMEROOM, room));
        people.cards.add(ana, mark + "-1", "test");
        people.cards.add(ana, mark + "-2", "test");
        people.add(
                TestPeople.student("Bo", "B").with(PatronField.HOMEROOM, room).with(PatronField.IDENTIFIER, mark));
        people.add(TestPeople.student("Cy", "C").with(PatronField.HOMEROOM, room));
        var sheet = new CardSheets(people.database).of(new PatronSearch("", "", room, "", Who.ACTIVE));
        assertThat(sheet.cards()).extracting(CardSheets.Card::number).containsExactly(mark + "-2", mark);
        assertThat(sheet.without()).extracting(Patron::spokenName).containsExactly("Cy C");
    }

    /** What the watched folder brings is taken in once; what is too much waits for a person. */
    @Test
    void theWatchedFolderTakesTheNewestFileOnce() throws IOException {
        var source = TestPeople.unique("folder");
        var settings = new RosterSettings(Optional.of(folder), source, Optional.empty());
        var told = new ArrayList<RosterRefused>();
        var telling = new Rosters(people.database, TestPeople.DAY, told::add);
        var watched = new RosterFolder(telling, people.database, TestPeople.DAY, settings);
        assertThat(watched.look()).as("an empty folder").isEmpty();
        lay("users.csv", users(source, 1, 20), Duration.ofSeconds(10));
        assertThat(watched.look()).as("it may still grow").isEmpty();
        lay("users.csv", users(source, 1, 20), Duration.ofMinutes(10));
        var first = watched.look().orElseThrow();
        assertThat(rosters.find(first).orElseThrow().state()).isEqualTo(State.COMMITTED);
        assertThat(watched.look()).as("the same file").isEmpty();
        lay("users.csv", users(source, 11, 20), Duration.ofMinutes(5));
        var second = watched.look().orElseThrow();
        assertThat(rosters.find(second).orElseThrow().state()).as("waits").isEqualTo(State.PLANNED);
        lay("users.csv", "sourcedId,role,givenName,familyName\n", Duration.ofMinutes(4));
        var third = watched.look().orElseThrow();
        assertThat(rosters.find(third).orElseThrow().state()).isEqualTo(State.REFUSED);
        assertThat(told)
                .as("B84: somebody is told, and of what was taken in nobody is")
                .containsExactly(
                        new RosterRefused(
                                second,
                                source,
                                Origin.DROP,
                                RosterThreshold.Kind.STUDENTS_LEAVING.name(),
                                TestPeople.DAY.instant()),
                        new RosterRefused(
                                third,
                                source,
                                Origin.DROP,
                                RosterFinding.Kind.NO_ROWS.name(),
                                TestPeople.DAY.instant()));
        assertThat(folder.resolve("users.csv")).exists();
    }

    /** By command as on the page, and back again; more than usual waits for a person. */
    @Test
    void theCommandRehearsesTakesInAndTakesBack() throws IOException {
        var source = TestPeople.unique("command");
        var access = new DatabaseSettings(
                System.getProperty("carrel.test.db.url", ""),
                System.getProperty("carrel.test.db.user", ""),
                System.getProperty("carrel.test.db.password", ""));
        var mail = Map.of(
                Setting.MAIL_HOST.key(), "127.0.0.1",
                Setting.MAIL_FROM.key(), PostOffice.LIBRARY,
                Setting.MAIL_ADMINS.key(), PostOffice.ADMIN);
        var command = new CarrelCommand(access, Files.createDirectories(folder.resolve("home")), mail);
        var file = Files.writeString(folder.resolve("users.csv"), users(source, 1, 20));
        var roster = List.of("roster", "--source", source);
        assertThat(command.run(with(roster, file.toString()))).contains("20 new", "this was a rehearsal");
        assertThat(count(source)).isZero();
        var said = command.run(with(roster, "--commit", file.toString()));
        assertThat(said).contains("Taken in.");
        assertThat(count(source)).isEqualTo(20);
        Files.writeString(file, users(source, 11, 20));
        assertThat(command.run(with(roster, file.toString()))).contains("this was a rehearsal");
        assertThat(letters(source)).as("who rehearses is told there").isZero();
        assertThat(command.run(with(roster, "--commit", file.toString())))
                .contains("Too much at once: students leaving, 10 of 20", "waits for a person");
        assertThat(letters(source)).as("a nightly job is seen by nobody").isEqualTo(1);
        people.database.transaction(
                connection -> Sql.update(connection, "delete from notice where kind = 'system_note'"));
        var number = said.replaceAll("(?s).*--undo (\\d+).*", "$1");
        assertThat(command.run(List.of("roster", "--undo", number))).contains("is taken back");
        assertThat(command.run(List.of("roster", "--undo", number))).contains("There is no roster");
        assertThat(count(source)).isZero();
    }

    /** To administrators, about rosters of this source. */
    private static long letters(String source) {
        return people.count("""
                select count(*) from notice n join notice_part p on p.notice_id = n.id and p.what = 'roster_run'
                join roster_run r on r.id = p.ref_id join roster_source s on s.id = r.source_id
                where n.kind = 'system_note' and s.name = ?""", source);
    }

    private static List<String> with(List<String> start, String... more) {
        var all = new ArrayList<>(start);
        all.addAll(List.of(more));
        return all;
    }

    private static long count(String source) {
        return people.count(
                "select count(*) from patron p join roster_source s on s.id = p.source_id where s.name = ?", source);
    }

    private void lay(String name, String text, Duration age) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.now(TestPeople.DAY).minus(age)));
    }

    private static String users(String source, int from, int to) {
        var rows = new StringBuilder("sourcedId,role,givenName,familyName,identifier,grades\n");
        for (var i = from; i <= to; i++) {
            rows.append("u%d,student,Given%d,Family %s,%s-%d,07\n".formatted(i, i, source, source, i));
        }
        return rows.toString();
    }

    /** What circulation will know. */
    private static final class Held implements PatronHoldings {
        private final Map<Long, Integer> counts = new HashMap<>();

        @Override
        public Map<Long, Integer> counts(Collection<Long> people) {
            var some = new HashMap<>(counts);
            some.keySet().retainAll(people);
            return some;
        }

        @Override
        public String kind() {
            return "loans";
        }

        /** Loans are numbered from 1. */
        @Override
        public List<Long> move(Connection connection, long from, long to) {
            var moved = counts.remove(from);
            if (moved == null) return List.of();
            counts.merge(to, moved, Integer::sum);
            return LongStream.rangeClosed(1, moved).boxed().toList();
        }

        @Override
        public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) {
            counts.merge(from, -ids.size(), Integer::sum);
            counts.merge(to, ids.size(), Integer::sum);
            return ids;
        }
    }
}
