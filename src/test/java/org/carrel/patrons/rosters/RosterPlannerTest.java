package org.carrel.patrons.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterLine.Change;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterRemark;
import org.carrel.patrons.RosterSummary.Changes;
import org.carrel.patrons.RosterThreshold;
import org.carrel.patrons.rosters.RowChange.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterPlannerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final KnownInMemory NOTHING =
            new KnownInMemory(Map.of(), Map.of(), Map.of("sch-0101", "MS"), Map.of(), Map.of(), Map.of());

    @TempDir
    Path folder;

    @Test
    void theFirstRosterBringsEverybodyButTheGuardian() {
        var plan = plan(sample("oneroster-1.1-bulk.zip"), NOTHING);
        assertThat(outcomes(plan)).isEqualTo(Map.of(RosterOutcome.NEW, 25));
        assertThat(plan.counts().contacts()).isEqualTo(1);
        assertThat(plan.counts().enrolments()).isEqualTo(new Changes(34, 0, 0));
        assertThat(plan.counts().classes()).isEqualTo(new Changes(4, 0, 0));
        var zoe = person(plan, "u-s-01");
        assertThat(zoe.facts().get(PatronField.SITE)).isEqualTo("MS");
        assertThat(zoe.facts().get(PatronField.GUARDIAN_NAME)).isEqualTo("Dolores Ibarra");
        assertThat(zoe.facts().get(PatronField.GUARDIAN_PHONE)).isEqualTo("+1 555-0100");
        assertThat(person(plan, "u-s-04").facts().get(PatronField.HOMEROOM)).isEqualTo("Homeroom 7A");
        assertThat(person(plan, "u-s-11").facts().get(PatronField.HOMEROOM))
                .as("the enrolment is over")
                .isEmpty();
        assertThat(person(plan, "u-a-01").facts().get(PatronField.SITE))
                .as("a district is no site")
                .isEmpty();
        assertThat(person(plan, "u-s-16").remarks())
                .contains(new RosterRemark(RosterRemark.Kind.USERNAME_BY_CASE, "MIXEDCASE"));
    }

    @Test
    void b85TheSameRosterAgainChangesNothing() {
        var plan = plan(sample("oneroster-1.1-bulk.zip"), bulk());
        assertThat(plan.counts().summary(List.of(), List.of()).changesNothing()).isTrue();
        assertThat(plan.people()).noneMatch(PlannedPerson::writes);
    }

    @Test
    void b83WhoIsNotInTheNextRosterIsMissingAndNobodyIsStopped() {
        var plan = plan(sample("oneroster-1.1-bulk-day2.zip"), bulk());
        assertThat(outcomes(plan))
                .containsEntry(RosterOutcome.NEW, 1)
                .containsEntry(RosterOutcome.RENAMED, 1)
                .containsEntry(RosterOutcome.REKEYED, 1)
                .containsEntry(RosterOutcome.MISSING, 3)
                .doesNotContainKeys(RosterOutcome.CHANGED, RosterOutcome.CONFLICT, RosterOutcome.LEAVING);
        assertThat(plan.counts().users()).isEqualTo(24);
        assertThat(plan.counts().enrolments()).isEqualTo(new Changes(1, 2, 2));
        assertThat(ids(plan, RosterOutcome.MISSING)).containsExactlyInAnyOrder("u-s-11", "u-s-14", "u-s-18");
        assertThat(person(plan, "u-s-05-v2").changes())
                .first()
                .isEqualTo(new Change("SOURCED_ID", "u-s-05", "u-s-05-v2"));
        assertThat(person(plan, "u-s-02").changes())
                .containsExactly(
                        new Change("GIVEN_NAME", "Siobhán", "Shiv"),
                        new Change("FAMILY_NAME", "O’Brien", "O’Brien-Walsh"));
        assertThat(plan.counts().beyond()).as("three are few").isEmpty();
    }

    @Test
    void aListOfChangesTouchesNobodyElse() {
        var plan = plan(sample("oneroster-1.1-delta.zip"), bulk());
        assertThat(plan.counts().users()).isEqualTo(2);
        assertThat(outcomes(plan)).isEqualTo(Map.of(RosterOutcome.CHANGED, 1));
        assertThat(plan.counts().people().get(RosterOutcome.SAME))
                .as("had left before")
                .isEqualTo(1);
        assertThat(plan.counts().enrolments()).isEqualTo(new Changes(0, 0, 1));
    }

    @Test
    void numbersThatLostTheirZerosAreTheSamePeople() {
        var plan = plan(read(RosterSamples.withUsers(folder, "users.excel-mangled.csv")), bulk());
        assertThat(outcomes(plan)).doesNotContainKeys(RosterOutcome.NEW, RosterOutcome.MISSING, RosterOutcome.CHANGED);
        assertThat(ids(plan, RosterOutcome.REFUSED)).containsExactly("u-s-06", "u-s-07", "u-s-20");
        assertThat(person(plan, "u-s-01").remarks())
                .contains(new RosterRemark(RosterRemark.Kind.LOST_ZEROS, "417 → 000417"));
    }

    @Test
    void whatPeopleHereChangedStays() {
        var known = bulk();
        var edited = change(known, "u-s-02", person -> withLocal(person, EnumSet.of(PatronField.GIVEN_NAME)));
        var plan = plan(sample("oneroster-1.1-bulk-day2.zip"), edited);
        assertThat(person(plan, "u-s-02").changes())
                .containsExactly(new Change("FAMILY_NAME", "O’Brien", "O’Brien-Walsh"));
        assertThat(plan.counts().keptLocal()).isEqualTo(1);
    }

    @Test
    void aNumberOfSomebodyWithAnotherNameIsLeftToAPerson() {
        var roster = users("x-1,student,Quentin,Vale,000417,07\nx-2,student,Zoë,Núñez-Ibarra,419,08");
        var plan = plan(roster, bulk());
        assertThat(person(plan, "x-1").outcome()).isEqualTo(RosterOutcome.CONFLICT);
        assertThat(person(plan, "x-2").remarks())
                .extracting(RosterRemark::kind)
                .containsExactly(RosterRemark.Kind.NUMBER_WITHOUT_ZEROS);
        assertThat(outcomes(plan)).doesNotContainKey(RosterOutcome.NEW);
    }

    @Test
    void tooManyWhoLeaveStopTheRosterUnlessTheyAreFew() {
        var everybody = users(rows(1, 100));
        var known = committed(everybody);
        assertThat(plan(users(rows(11, 100)), known).counts().beyond())
                .as("ten of a hundred")
                .isEmpty();
        assertThat(plan(users(rows(12, 100)), known).counts().beyond())
                .containsExactly(new RosterThreshold(RosterThreshold.Kind.STUDENTS_LEAVING, 11, 100, 10));
        assertThat(plan(users(rows(1, 100).replace("Given", "Other")), known)
                        .counts()
                        .beyond())
                .extracting(RosterThreshold::kind)
                .containsExactly(RosterThreshold.Kind.PEOPLE_CHANGED);
        var small = committed(users(rows(1, 20)));
        assertThat(plan(users(rows(6, 20)), small).counts().beyond())
                .as("five are few")
                .isEmpty();
        assertThat(plan(users(rows(7, 20)), small).counts().beyond()).hasSize(1);
    }

    @Test
    void aRosterWithoutOneGoodRowIsRefused() {
        var plan = plan(users("u1,student,Ana,Lima,1.2E+9,07"), NOTHING);
        assertThat(plan.counts().findings())
                .extracting(RosterFinding::kind)
                .contains(RosterFinding.Kind.NO_ACCEPTED_ROWS);
    }

    private static String rows(int from, int to) {
        var rows = new StringBuilder();
        for (var i = from; i <= to; i++) rows.append("u%d,student,Given%d,Family%d,N%d,07\n".formatted(i, i, i, i));
        return rows.toString();
    }

    private Roster users(String rows) {
        return read(RosterSamples.zip(
                folder.resolve("r" + System.nanoTime() + ".zip"),
                Map.of("users.csv", "sourcedId,role,givenName,familyName,identifier,grades\n" + rows)));
    }

    private static KnownInMemory bulk() {
        return committed(sample("oneroster-1.1-bulk.zip"));
    }

    /** What is here after this roster came first. */
    private static KnownInMemory committed(Roster roster) {
        var plan = plan(roster, NOTHING);
        var people = new HashMap<Long, Known.Person>();
        var keys = new HashMap<String, Long>();
        for (var planned : plan.people()) {
            var id = people.size() + 1L;
            keys.put(planned.sourcedId(), id);
            people.put(
                    id,
                    new Known.Person(
                            id,
                            1,
                            true,
                            false,
                            planned.sourcedId(),
                            planned.facts(),
                            Set.of(),
                            Optional.empty(),
                            Set.of()));
        }
        return new KnownInMemory(
                people,
                keys,
                NOTHING.sites(),
                plan.added(Kind.TERM),
                plan.added(Kind.CLASS),
                plan.added(Kind.ENROLMENT));
    }

    private static Known change(KnownInMemory known, String id, UnaryOperator<Known.Person> edit) {
        var people = new HashMap<>(known.people);
        people.computeIfPresent(known.keys.get(id), (key, person) -> edit.apply(person));
        return known.with(people);
    }

    private static Known.Person withLocal(Known.Person person, Set<PatronField> local) {
        return new Known.Person(
                person.id(),
                person.version(),
                person.ours(),
                person.handMade(),
                person.latestId(),
                person.facts(),
                local,
                person.missingSince(),
                person.cards());
    }

    private static MadePlan plan(Roster roster, Known known) {
        return MadePlan.of(roster, known, TODAY);
    }

    private static Roster sample(String name) {
        return read(RosterSamples.file(name));
    }

    private static Roster read(Path file) {
        return RosterReader.of(file).read(Optional.empty());
    }

    private static Map<RosterOutcome, Integer> outcomes(MadePlan plan) {
        var counts = new HashMap<>(plan.counts().summary(List.of(), List.of()).people());
        counts.remove(RosterOutcome.SAME);
        return counts;
    }

    private static PlannedPerson person(MadePlan plan, String id) {
        return plan.people().stream()
                .filter(person -> person.sourcedId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(MadePlan plan, RosterOutcome outcome) {
        return new ArrayList<>(plan.people().stream()
                .filter(person -> person.outcome() == outcome)
                .map(PlannedPerson::sourcedId)
                .toList());
    }
}
