package org.carrel.patrons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.RosterCommit.Committed;
import org.carrel.patrons.RosterCommit.NotWaiting;
import org.carrel.patrons.RosterCommit.Stopped;
import org.carrel.patrons.RosterRun.Origin;
import org.carrel.patrons.RosterRun.State;
import org.carrel.patrons.RosterSummary.Changes;
import org.carrel.patrons.RosterUndone.NotCommitted;
import org.carrel.patrons.RosterUndone.NotLast;
import org.carrel.patrons.RosterUndone.Undone;
import org.carrel.patrons.rosters.RosterSamples;
import org.carrel.platform.Sql;
import org.carrel.security.Owner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rosters on the product's database; every test has a source and numbers of its own. */
class RostersIT {
    private static final String HEADER = "sourcedId,role,givenName,familyName,identifier,grades,metadata.cardNumber\n";
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

    /** B83, B85 by the shared samples. They carry fixed numbers, so one source and one test have them. */
    @Test
    void b83B85TheSamplesComeChangeAndComeAgain() {
        var source = TestPeople.unique("sample");
        var first = stage(RosterSamples.file("oneroster-1.1-bulk.zip"), source);
        assertThat(count(source)).as("looking through writes nobody").isZero();
        assertThat(summary(first).count(RosterOutcome.NEW)).isEqualTo(25);
        assertThat(rosters.commit(first, false, "test")).isInstanceOf(Committed.class);
        assertThat(rosters.commit(first, false, "test")).isEqualTo(new NotWaiting());
        assertThat(count(source)).isEqualTo(25);
        assertThat(people.count("select count(*) from roster_piece where run_id = ?", first))
                .isZero();

        var again = stage(RosterSamples.file("oneroster-1.1-bulk.zip"), source);
        assertThat(summary(again).changesNothing()).isTrue();
        var versions = versions(source);
        rosters.commit(again, false, "test");
        assertThat(versions(source)).isEqualTo(versions);

        var second = stage(RosterSamples.file("oneroster-1.1-bulk-day2.zip"), source);
        var summary = summary(second);
        assertThat(summary.users()).isEqualTo(24);
        assertThat(summary.count(RosterOutcome.NEW)).isEqualTo(1);
        assertThat(summary.count(RosterOutcome.RENAMED)).isEqualTo(1);
        assertThat(summary.count(RosterOutcome.REKEYED)).isEqualTo(1);
        assertThat(summary.count(RosterOutcome.MISSING)).isEqualTo(3);
        assertThat(summary.enrolments()).isEqualTo(new Changes(1, 2, 2));
        assertThat(rosters.commit(second, false, "test")).isInstanceOf(Committed.class);
        assertThat(count(source)).isEqualTo(26);
        var missing = rosters.lines(second, Optional.of(RosterOutcome.MISSING), 0, 10);
        var gone =
                people.patrons.find(missing.getFirst().patronId().orElseThrow()).orElseThrow();
        assertThat(gone.missingSince()).isPresent();
        assertThat(gone.facts().status()).as("not yet").isEqualTo(PatronStatus.ACTIVE);

        var back = stage(RosterSamples.file("oneroster-1.1-bulk.zip"), source);
        assertThat(summary(back).count(RosterOutcome.RETURNED)).isEqualTo(3);
        rosters.commit(back, false, "test");
        assertThat(people.patrons.find(gone.id()).orElseThrow().missingSince()).isEmpty();
    }

    @Test
    void b84ABrokenExportChangesNothing() {
        var source = TestPeople.unique("broken");
        var run = stage(RosterSamples.file("oneroster-1.1-bulk-empty-users.zip"), source);
        assertThat(rosters.find(run).orElseThrow().state()).isEqualTo(State.REFUSED);
        assertThat(rosters.commit(run, true, "test"))
                .as("not even when somebody insists")
                .isEqualTo(new NotWaiting());
    }

    @Test
    void whoIsMissingForAWeekIsGoneAndComesBackClean() {
        var source = TestPeople.unique("week");
        commit(users(source, 1, 3), source);
        commit(users(source, 2, 3), source);
        var patron = patron(source, 1);
        assertThat(patron.facts().status()).isEqualTo(PatronStatus.ACTIVE);
        new Rosters(people.database, Clock.offset(TestPeople.DAY, Duration.ofDays(6))).settle();
        assertThat(patron(source, 1).facts().status()).isEqualTo(PatronStatus.ACTIVE);
        new Rosters(people.database, Clock.offset(TestPeople.DAY, Duration.ofDays(7))).settle();
        assertThat(patron(source, 1).facts().status()).isEqualTo(PatronStatus.INACTIVE);
        assertThat(patron(source, 1).leftOn()).isPresent();
        commit(users(source, 1, 3), source);
        assertThat(patron(source, 1).facts().status()).isEqualTo(PatronStatus.ACTIVE);
        assertThat(patron(source, 1).leftOn()).isEmpty();
        assertThat(patron(source, 1).missingSince()).isEmpty();
    }

    @Test
    void tooManyWhoLeaveWaitForAPersonWhoseYesIsKept() {
        var source = TestPeople.unique("many");
        commit(users(source, 1, 20), source);
        var run = stage(users(source, 11, 20), source);
        assertThat(rosters.commit(run, false, "test")).isInstanceOf(Stopped.class);
        assertThat(people.count(
                        "select count(*) from patron p join roster_source s on s.id = p.source_id "
                                + "where s.name = ? and p.missing_since is not null",
                        source))
                .isZero();
        assertThat(rosters.commit(run, true, "the librarian")).isInstanceOf(Committed.class);
        assertThat(rosters.find(run).orElseThrow().confirmedBy()).hasValue("the librarian");
    }

    @Test
    void whatPeopleHereEditedStaysUntilItIsGivenBack() {
        var source = TestPeople.unique("local");
        commit(users(source, 1, 2), source);
        var before = patron(source, 1);
        people.patrons.change(
                new PatronChange(
                        before.id(),
                        before.version(),
                        before.facts().with(PatronField.GIVEN_NAME, "Nickname"),
                        "Sits by the window",
                        Optional.empty()),
                "test");
        commit(users(source, 1, 2), source);
        assertThat(patron(source, 1).facts().get(PatronField.GIVEN_NAME)).isEqualTo("Nickname");
        people.patrons.giveBack(before.id(), patron(source, 1).local(), "test");
        commit(users(source, 1, 2), source);
        assertThat(patron(source, 1).facts().get(PatronField.GIVEN_NAME)).isEqualTo("Given1");
        assertThat(patron(source, 1).note()).isEqualTo("Sits by the window");
    }

    @Test
    void cardsOfTheRosterAreCardsAndALostOneStaysLost() {
        var source = TestPeople.unique("cards").toUpperCase();
        commit(users(source, 1, 2), source);
        var patron = people.patrons.byCard("C-" + source + "-1").orElseThrow();
        var card = people.patrons.open(patron.id()).orElseThrow().cards().getFirst();
        assertThat(card.fromRoster()).isTrue();
        people.cards.lost(patron.id(), card.id(), "test");
        commit(users(source, 1, 2), source);
        assertThat(people.patrons.byCard("C-" + source + "-1")).isEmpty();
    }

    @Test
    void aDiscardedRosterLeavesNothingOfTheFile() {
        var source = TestPeople.unique("discard");
        var run = stage(users(source, 1, 2), source);
        assertThat(rosters.discard(run)).isTrue();
        assertThat(rosters.discard(run)).isFalse();
        assertThat(people.count("select count(*) from roster_piece where run_id = ?", run))
                .isZero();
        assertThat(count(source)).isZero();
    }

    /** Everything as before, classes and places in them too; a second time nothing. */
    @Test
    void theLastRosterIsTakenBack() {
        var source = TestPeople.unique("undo");
        commit(school(source, "07", 1, 4), source);
        var before = everything(source);
        var run = stage(school(source, "08", 2, 6), source);
        assertThat(rosters.commit(run, true, "test")).isInstanceOf(Committed.class);
        assertThat(everything(source)).isNotEqualTo(before);
        assertThat(rosters.undo(run, "the admin")).isEqualTo(new Undone(0));
        assertThat(everything(source)).isEqualTo(before);
        assertThat(rosters.find(run).orElseThrow().state()).isEqualTo(State.UNDONE);
        assertThat(rosters.undo(run, "the admin")).as("twice is nothing").isEqualTo(new NotCommitted());
        assertThat(everything(source)).isEqualTo(before);
    }

    /** More than what is read, compared and written at a time. */
    @Test
    void aSchoolOfManyPagesComesChangesAndIsTakenBack() {
        var source = TestPeople.unique("pages");
        commit(school(source, "07", 1, 601), source);
        var before = everything(source);
        assertThat(before).hasSize(2 * 601 + 2);
        var again = stage(school(source, "07", 1, 601), source);
        assertThat(summary(again).changesNothing()).isTrue();
        assertThat(rosters.commit(again, false, "test")).isInstanceOf(Committed.class);
        assertThat(everything(source)).isEqualTo(before);
        var run = stage(school(source, "08", 301, 901), source);
        var summary = summary(run);
        assertThat(summary.count(RosterOutcome.NEW)).isEqualTo(300);
        assertThat(summary.count(RosterOutcome.MISSING)).isEqualTo(300);
        assertThat(summary.count(RosterOutcome.CHANGED)).isEqualTo(301);
        assertThat(summary.enrolments()).isEqualTo(new Changes(300, 301, 300));
        assertThat(summary.beyond()).extracting(RosterThreshold::part).containsExactly(300);
        assertThat(rosters.commit(run, false, "test")).isInstanceOf(Stopped.class);
        assertThat(everything(source)).isEqualTo(before);
        assertThat(rosters.commit(run, true, "test")).isInstanceOf(Committed.class);
        assertThat(patron(source, 901).facts().get(PatronField.HOMEROOM)).isEqualTo("Room 08");
        assertThat(rosters.undo(run, "test")).isEqualTo(new Undone(0));
        assertThat(everything(source)).isEqualTo(before);
    }

    @Test
    void rostersAreTakenBackOneAfterTheOther() {
        var source = TestPeople.unique("chain");
        var first = commit(school(source, "07", 1, 4), source);
        var second = commit(school(source, "07", 2, 4), source);
        var between = everything(source);
        var third = commit(school(source, "08", 1, 5), source);
        assertThat(rosters.undo(second, "test")).isEqualTo(new NotLast(third));
        assertThat(rosters.undo(third, "test")).isEqualTo(new Undone(0));
        assertThat(everything(source)).isEqualTo(between);
        assertThat(rosters.undo(second, "test")).isEqualTo(new Undone(0));
        assertThat(rosters.undo(first, "test")).isEqualTo(new Undone(0));
        assertThat(count(source)).isZero();
    }

    /** Leavers come back as they were, also when the week was over meanwhile. */
    @Test
    void whoWasMissingForAWeekIsHereAgain() {
        var source = TestPeople.unique("weekback");
        commit(users(source, 1, 3), source);
        var before = everything(source);
        var run = commit(users(source, 2, 3), source);
        new Rosters(people.database, Clock.offset(TestPeople.DAY, Duration.ofDays(7))).settle();
        assertThat(patron(source, 1).facts().status()).isEqualTo(PatronStatus.INACTIVE);
        assertThat(rosters.undo(run, "test")).isEqualTo(new Undone(0));
        assertThat(patron(source, 1).leftOn()).isEmpty();
        assertThat(everything(source)).isEqualTo(before);
    }

    @Test
    void whoWasEditedSinceStaysAndIsListed() {
        var source = TestPeople.unique("edited");
        commit(users(source, 1, 2), source);
        var run = commit(school(source, "08", 1, 4), source);
        var edited = patron(source, 1);
        people.patrons.change(
                new PatronChange(
                        edited.id(),
                        edited.version(),
                        edited.facts().with(PatronField.PREFERRED_NAME, "Nick"),
                        "",
                        Optional.empty()),
                "test");
        people.blocks.block(patron(source, 3).id(), "Owes a charger", Optional.empty(), "test");
        assertThat(rosters.undo(run, "test")).isEqualTo(new Undone(2));
        var kept = rosters.lines(run, Optional.empty(), 0, 10).stream()
                .filter(RosterLine::kept)
                .map(RosterLine::name)
                .toList();
        assertThat(kept).hasSize(2);
        assertThat(patron(source, 1).facts().get(PatronField.GRADE)).isEqualTo("08");
        assertThat(patron(source, 2).facts().get(PatronField.GRADE)).isEqualTo("07");
        assertThat(count(source))
                .as("the new one with a block stays, the other is gone")
                .isEqualTo(3);
    }

    @Test
    void aNewIdInTheRosterAndACardAreTakenBackToo() {
        var source = TestPeople.unique("rekey").toUpperCase();
        commit(users(source, 1, 2), source);
        var before = everything(source);
        var rows = HEADER
                + "other,student,Given1,Family %s,%s-1,07,C-%s-1b\n".formatted(source, source, source)
                + "u2,student,Given2,Family %s,%s-2,07,C-%s-2\n".formatted(source, source, source);
        var run = commit(RosterSamples.zip(folder.resolve("rekey.zip"), Map.of("users.csv", rows)), source);
        assertThat(people.patrons.byCard("C-" + source + "-1b")).isPresent();
        assertThat(rosters.undo(run, "test")).isEqualTo(new Undone(0));
        assertThat(people.patrons.byCard("C-" + source + "-1b")).isEmpty();
        assertThat(everything(source)).isEqualTo(before);
        assertThat(summary(stage(users(source, 1, 2), source)).changesNothing()).isTrue();
    }

    /** Two desks press the button at once: nobody comes twice (B85). */
    @Test
    void b85TwoRostersOfOneSourceAtOnceBringNobodyTwice() throws InterruptedException {
        var source = TestPeople.unique("twice");
        var runs = List.of(stage(users(source, 1, 30), source), stage(users(source, 1, 30), source));
        var desks = runs.stream()
                .map(run -> Thread.ofVirtual().start(() -> rosters.commit(run, true, "test")))
                .toList();
        for (var desk : desks) desk.join();
        assertThat(count(source)).isEqualTo(30);
        assertThat(runs)
                .allSatisfy(run ->
                        assertThat(rosters.find(run).orElseThrow().state()).isEqualTo(State.COMMITTED));
    }

    /** A list without a standard: asked once, remembered, its sensitive columns never kept. */
    @Test
    void aPlainListIsAskedForItsColumnsOnce() throws IOException {
        var source = TestPeople.unique("list");
        var file = folder.resolve("list.csv");
        Files.writeString(
                file,
                "Student ID,Last Name,First Name,Grade,SSN,Barcode\n007%1$s,Núñez,Zoë,K,123-45-6789,%1$s\n"
                        .formatted(source));
        var run = stage(file, source);
        assertThat(rosters.find(run).orElseThrow().state()).isEqualTo(State.MAPPING);
        var question = rosters.question(run).orElseThrow();
        assertThat(question.columns()).containsExactly("Student ID", "Last Name", "First Name", "Grade", "Barcode");
        assertThat(question.guess().columns())
                .containsEntry(PatronField.IDENTIFIER, "Student ID")
                .containsEntry(PatronField.FAMILY_NAME, "Last Name");
        assertThat(question.guess().card()).isEqualTo("Barcode");
        assertThat(rosters.map(run, question.guess())).isTrue();
        assertThat(rosters.map(run, question.guess())).as("asked once").isFalse();
        assertThat(summary(run).findings()).anyMatch(finding -> finding.kind() == RosterFinding.Kind.COLUMN_SENSITIVE);
        assertThat(rosters.commit(run, false, "test")).isInstanceOf(Committed.class);
        var zoe = people.patrons.byCard(source).orElseThrow();
        assertThat(zoe.facts().get(PatronField.IDENTIFIER)).as("B87").isEqualTo("007" + source);
        assertThat(zoe.facts().get(PatronField.GRADE)).isEqualTo("KG");
        assertThat(rosters.find(stage(file, source)).orElseThrow().state()).isEqualTo(State.PLANNED);
    }

    /** All that a roster fills, as rows of texts. */
    private static List<String> everything(String source) {
        var sql = """
                select concat_ws('|', 'p', p.id, p.identifier, p.given_name, p.grade, p.homeroom, p.status, p.left_on,
                    p.missing_since, (select group_concat(w.word order by w.word) from patron_word w where w.patron_id = p.id),
                    (select group_concat(k.sourced_id, k.latest order by k.sourced_id) from patron_source_key k
                        where k.patron_id = p.id),
                    (select group_concat(c.number, c.status order by c.id) from patron_card c where c.patron_id = p.id))
                from patron p join roster_source s on s.id = p.source_id where s.name = ?
                union all select concat_ws('|', 'c', c.sourced_id, c.title, c.kind, c.terms) from school_class c
                    join roster_source s on s.id = c.source_id where s.name = ? and not c.gone
                union all select concat_ws('|', 'e', e.sourced_id, e.class_id, e.patron_id, e.user_sourced_id, e.role)
                    from enrolment e join roster_source s on s.id = e.source_id where s.name = ?
                union all select concat_ws('|', 't', t.sourced_id, t.title, t.starts_on) from term t
                    join roster_source s on s.id = t.source_id where s.name = ? and not t.gone
                """;
        return people
                .database
                .read(connection -> Sql.list(connection, sql, row -> row.getString(1), source, source, source, source))
                .stream()
                .sorted()
                .toList();
    }

    /** A school with one homeroom, whose students are in the grade. */
    private Path school(String source, String grade, int from, int to) {
        var users = new StringBuilder(HEADER);
        var places = new StringBuilder("sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role\n");
        for (var i = from; i <= to; i++) {
            users.append("u%d,student,Given%d,Family %s,%s-%d,%s,C-%s-%d\n"
                    .formatted(i, i, source, source, i, grade, source, i));
            places.append("e%d,c%s,s1,u%d,student\n".formatted(i, grade, i));
        }
        var classes =
                "sourcedId,title,courseSourcedId,classType,schoolSourcedId,termSourcedIds\nc%1$s,Room %1$s,,homeroom,s1,t%1$s\n"
                        .formatted(grade);
        var terms =
                "sourcedId,title,type,startDate,endDate,schoolYear\nt%1$s,Year %1$s,schoolYear,2026-08-10,2027-05-28,2027\n"
                        .formatted(grade);
        return RosterSamples.zip(
                folder.resolve(System.nanoTime() + ".zip"),
                Map.of(
                        "users.csv",
                        users.toString(),
                        "enrollments.csv",
                        places.toString(),
                        "classes.csv",
                        classes,
                        "academicSessions.csv",
                        terms));
    }

    /** Who administers one school only takes in who is of that school, and nobody else. */
    @Test
    void aRosterOfOneSiteTouchesNobodyOfAnother() {
        people.database.transaction(
                connection -> Sql.update(connection, "insert ignore into site (code, name) values ('EAST', 'East')"));
        var source = TestPeople.unique("only");
        var own = ofSchools(source, "LMC", "LMC");
        var run = stageOf("LMC", own, source);
        assertThat(summary(run).findings()).noneMatch(finding -> finding.kind().stops());
        assertThat(rosters.commit(run, false, "test")).isInstanceOf(Committed.class);
        assertThat(patron(source, 1).facts().get(PatronField.SITE)).isEqualTo("LMC");
        assertThat(owner(run)).isEqualTo(Owner.site("LMC"));
        assertThat(rosters.runs("LMC", 50)).extracting(RosterRun::id).contains(run);
        assertThat(rosters.runs("EAST", 50)).extracting(RosterRun::id).doesNotContain(run);
        isRefused(stageOf("LMC", ofSchools(source, "LMC", "EAST"), source), "one of them is of another school");
        var elsewhere = TestPeople.unique("east");
        commit(ofSchools(elsewhere, "EAST", "EAST"), elsewhere);
        isRefused(
                stageOf("LMC", ofSchools(TestPeople.unique("mine"), "LMC", "LMC"), elsewhere),
                "the source has people of another school, who would be missing");
        assertThat(patron(elsewhere, 1).missingSince()).isEmpty();
        isRefused(
                stageOf("LMC", ofSchools(elsewhere, "LMC", "LMC"), TestPeople.unique("grab")),
                "it would fetch somebody by number from another school");
        assertThat(patron(elsewhere, 1).facts().get(PatronField.SITE)).isEqualTo("EAST");
        isRefused(
                stageOf("LMC", ofSchools(TestPeople.unique("x"), "nowhere", "LMC"), TestPeople.unique("un")),
                "none of ours");
    }

    /** Between the look and the commit somebody moved to another school. */
    @Test
    void aRosterOfOneSiteIsComparedAnewWhenItIsCommitted() {
        var source = TestPeople.unique("moved");
        commit(ofSchools(source, "LMC", "LMC"), source);
        var run = stageOf("LMC", users(source, 1, 2), source);
        assertThat(rosters.find(run).orElseThrow().state()).isEqualTo(RosterRun.State.PLANNED);
        var one = patron(source, 1);
        var facts = one.facts().with(PatronField.SITE, "EAST");
        people.patrons.change(new PatronChange(one.id(), one.version(), facts, "", Optional.empty()), "test");
        assertThat(rosters.commit(run, true, "test")).isInstanceOf(Stopped.class);
    }

    /** A list that says no school is of the only one that it can be of. */
    @Test
    void peopleWithoutASchoolAreOfTheOnlySite() {
        var source = TestPeople.unique("plain");
        var run = stageOf("LMC", users(source, 1, 3), source);
        assertThat(rosters.commit(run, false, "test")).isInstanceOf(Committed.class);
        assertThat(patron(source, 2).facts().get(PatronField.SITE)).isEqualTo("LMC");
        var again = stageOf("LMC", users(source, 1, 3), source);
        assertThat(summary(again).changesNothing()).isTrue();
    }

    private static long stageOf(String site, Path file, String source) {
        var upload = new RosterUpload(file, "roster.zip", source, Origin.DESK, false, Optional.of(site));
        return rosters.stage(upload, "test");
    }

    private static void isRefused(long run, String why) {
        var refused = rosters.find(run).orElseThrow();
        assertThat(refused.state()).as(why).isEqualTo(RosterRun.State.REFUSED);
        assertThat(refused.summary().findings())
                .as(why)
                .extracting(RosterFinding::kind)
                .contains(RosterFinding.Kind.OTHER_SCHOOLS);
        assertThat(refused.summary().people()).as("not even how many").isEmpty();
        assertThat(rosters.lines(run, Optional.empty(), 0, 100))
                .as("and not who")
                .isEmpty();
        assertThat(owner(run)).isEqualTo(Owner.site("LMC"));
    }

    private static Owner owner(long run) {
        return new RosterOwners(rosters, people.patrons).ownerOf(run).orElseThrow();
    }

    /** Two people, by the codes of their schools. */
    private Path ofSchools(String numbers, String first, String second) {
        var schools = "sourcedId,name,type,identifier\n";
        for (var school : Set.of("LMC", "EAST", "nowhere"))
            schools += "%1$s,School %1$s,school,%1$s\n".formatted(school);
        var users = "sourcedId,orgSourcedIds,role,givenName,familyName,identifier\n"
                + "u1,%1$s,student,Ada,Of %3$s,%3$s-1\nu2,%2$s,student,Bea,Of %3$s,%3$s-2\n"
                        .formatted(first, second, numbers);
        return RosterSamples.zip(
                folder.resolve(System.nanoTime() + ".zip"), Map.of("orgs.csv", schools, "users.csv", users));
    }

    private Path users(String source, int from, int to) {
        var rows = new StringBuilder(HEADER);
        for (var i = from; i <= to; i++) {
            rows.append(
                    "u%d,student,Given%d,Family %s,%s-%d,07,C-%s-%d\n".formatted(i, i, source, source, i, source, i));
        }
        return RosterSamples.zip(folder.resolve(System.nanoTime() + ".zip"), Map.of("users.csv", rows.toString()));
    }

    private static long stage(Path file, String source) {
        return rosters.stage(file, "roster.zip", source, Origin.DESK, "test");
    }

    private static long commit(Path file, String source) {
        var run = stage(file, source);
        assertThat(rosters.commit(run, false, "test")).isInstanceOf(Committed.class);
        return run;
    }

    private static RosterSummary summary(long run) {
        return rosters.find(run).orElseThrow().summary();
    }

    private static Patron patron(String source, int number) {
        var id = people.count("select id from patron where identifier = ?", source + "-" + number);
        return people.patrons.find(id).orElseThrow();
    }

    private static long count(String source) {
        return people.count(
                "select count(*) from patron p join roster_source s on s.id = p.source_id where s.name = ?", source);
    }

    private static long versions(String source) {
        return people.count(
                "select coalesce(sum(p.version), 0) from patron p join roster_source s on s.id = p.source_id "
                        + "where s.name = ?",
                source);
    }
}
