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

    /** People are compared some hundreds at a time: what one of them has is taken for all who come later. */
    @Test
    void whatTheFirstHasTheThousandthCannotHave() {
        var many = rows(1, 1_200).replace("u1200,student,Given1200,Family1200,N1200", "u1200,student,Other,Name,N1");
        var plan = plan(users(many), NOTHING);
        assertThat(outcomes(plan)).isEqualTo(Map.of(RosterOutcome.NEW, 1_199, RosterOutcome.CONFLICT, 1));
        assertThat(person(plan, "u1200").remarks())
                .containsExactly(new RosterRemark(RosterRemark.Kind.NUMBER_OF_ANOTHER, "u1"));
        assertThat(plan(users(many), committed(users(rows(1, 1_200)))).counts().people())
                .as("the number of somebody else does not make it another person")
                .isEqualTo(Map.of(RosterOutcome.SAME, 1_199, RosterOutcome.RENAMED, 1));
    }

    /** The homeroom with the first id, the guardian who comes behind, and rows that nobody has any more. */
    @Test
    void homeroomsAndGuardiansComeInAnyOrder() {
        var users = new StringBuilder("sourcedId,role,givenName,familyName,identifier,agentSourcedIds,email,phone\n");
        var places = new StringBuilder("sourcedId,classSourcedId,userSourcedId,role\n");
        for (var i = 1; i <= 1_100; i++) {
            users.append("u%d,student,Given%d,Family%d,N%d,%s,,\n".formatted(i, i, i, i, i == 1 ? "g1" : ""));
            places.append("b%d,h2,u%d,student\na%d,h1,u%d,student\nc%d,m1,u%d,student\n".formatted(i, i, i, i, i, i));
        }
        users.append("g1,guardian,Ana,Lima,,,ana@example.org,555\ng2,guardian,Bo,Lima,,u2,,\n");
        places.append("x1,h1,nobody,student\nx2,nowhere,u1,student\nx3,h1,g1,student\n");
        var classes =
                "sourcedId,title,classType,schoolSourcedId\nh1,Room 1,homeroom,\nh2,Room 2,homeroom,\nm1,Math,scheduled,\n";
        var roster = read(RosterSamples.zip(
                folder.resolve("many.zip"),
                Map.of("users.csv", users.toString(), "enrollments.csv", places.toString(), "classes.csv", classes)));
        var plan = plan(roster, NOTHING);
        assertThat(plan.counts().enrolments()).isEqualTo(new Changes(3_300, 0, 0));
        assertThat(plan.counts().findings())
                .contains(new RosterFinding(RosterFinding.Kind.ROWS_REFUSED, "enrollments.csv", "3"));
        assertThat(plan.people())
                .allMatch(person -> person.facts().get(PatronField.HOMEROOM).equals("Room 1"));
        assertThat(person(plan, "u1").facts().get(PatronField.GUARDIAN_EMAIL)).isEqualTo("ana@example.org");
        assertThat(person(plan, "u2").facts().get(PatronField.GUARDIAN_NAME)).isEqualTo("Bo Lima");
        assertThat(person(plan, "u3").facts().get(PatronField.GUARDIAN_NAME)).isEmpty();
        var delta = read(RosterSamples.zip(
                folder.resolve("delta.zip"),
                Map.of(
                        "manifest.csv",
                        "propertyName,value\noneroster.version,1.1\nfile.users,delta\nfile.enrollments,delta\n",
                        "users.csv",
                        "sourcedId,status,role,givenName,familyName,identifier\nu7,active,student,Given7,Family7,N7\n",
                        "enrollments.csv",
                        "sourcedId,status,classSourcedId,userSourcedId,role\na7,tobedeleted,h1,u7,student\n")));
        var after = plan(delta, committed(roster));
        assertThat(after.counts().enrolments()).isEqualTo(new Changes(0, 0, 1));
        assertThat(after.people()).singleElement().satisfies(person -> assertThat(person.changes())
                .containsExactly(new Change("HOMEROOM", "Room 1", "Room 2")));
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
