package org.carrel.patrons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.carrel.patrons.RosterCommit.Committed;
import org.carrel.patrons.RosterCommit.NotWaiting;
import org.carrel.patrons.RosterCommit.Stopped;
import org.carrel.patrons.RosterRun.Origin;
import org.carrel.patrons.RosterRun.State;
import org.carrel.patrons.RosterSummary.Changes;
import org.carrel.patrons.rosters.RosterSamples;
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

    private static void commit(Path file, String source) {
        assertThat(rosters.commit(stage(file, source), false, "test")).isInstanceOf(Committed.class);
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
