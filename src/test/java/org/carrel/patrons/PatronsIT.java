package org.carrel.patrons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.CardResult.Given;
import org.carrel.patrons.CardResult.Gone;
import org.carrel.patrons.CardResult.NotANumber;
import org.carrel.patrons.CardResult.Taken;
import org.carrel.patrons.PatronSaved.Problem;
import org.carrel.patrons.PatronSaved.Saved;
import org.carrel.patrons.PatronSaved.Stale;
import org.carrel.patrons.PatronSaved.Wrong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PatronsIT {
    private static TestPeople people;

    @BeforeAll
    static void connect() {
        people = TestPeople.connect();
    }

    @AfterAll
    static void close() {
        if (people != null) people.close();
    }

    @Test
    void peopleAreFoundHoweverTheirNamesAreTyped() {
        var mark = TestPeople.unique("q");
        var zoe = people.add(TestPeople.student("Zoë", "O’Neill-" + mark));
        var thao = people.add(TestPeople.student("Thảo", "Nguyễn-" + mark).with(PatronField.PREFERRED_NAME, "Tia"));
        var max = people.add(TestPeople.student("Max", "Müller-Lüdenscheidt " + mark));
        assertThat(found("zoe oneill " + mark)).containsExactly(zoe);
        assertThat(found(mark + " o'neill ZOË")).containsExactly(zoe);
        assertThat(found("nguyen " + mark)).containsExactly(thao);
        assertThat(found("tia " + mark)).as("preferred name").containsExactly(thao);
        assertThat(found("mueller ludensch " + mark)).containsExactly(max);
        assertThat(found(mark)).hasSize(3);
        assertThat(found("%" + mark)).as("no sign is a pattern").hasSize(3);
        assertThat(found("_")).isEmpty();
    }

    @Test
    void aListIsNarrowedByGradeHomeroomAndWhoLeft() {
        var mark = TestPeople.unique("n");
        var here = people.add(TestPeople.student("Ana", mark).with(PatronField.HOMEROOM, "7B " + mark));
        var left = people.add(TestPeople.student("Bo", mark)
                .with(PatronField.STATUS, PatronStatus.INACTIVE.name())
                .with(PatronField.GRADE, "08"));
        assertThat(ids(new PatronSearch(mark, "", "", "", PatronSearch.Who.ALL)))
                .containsExactly(here, left);
        assertThat(ids(new PatronSearch(mark, "08", "", "", PatronSearch.Who.ALL)))
                .containsExactly(left);
        assertThat(ids(new PatronSearch(mark, "", "", "", PatronSearch.Who.LEFT)))
                .containsExactly(left);
        assertThat(ids(new PatronSearch("", "", "7B " + mark, "", PatronSearch.Who.ACTIVE)))
                .containsExactly(here);
        assertThat(people.patrons.find(left).orElseThrow().leftOn()).hasValue(LocalDate.of(2026, 10, 1));
        assertThat(people.patrons.grades()).containsSubsequence("07");
    }

    @Test
    void usernamesThatDifferByCaseAreTwo() {
        var name = TestPeople.unique("case");
        var small = people.add(TestPeople.student("Ana", name).with(PatronField.USERNAME, name));
        var large = people.add(TestPeople.student("Ana", name).with(PatronField.USERNAME, name.toUpperCase()));
        assertThat(people.patrons.find(small).orElseThrow().facts().get(PatronField.USERNAME))
                .isEqualTo(name);
        assertThat(people.patrons.find(large).orElseThrow().facts().get(PatronField.USERNAME))
                .isNotEqualTo(name);
        assertThat(people.count("select count(*) from patron where username = ?", name))
                .isEqualTo(1);
    }

    @Test
    void aCardHasOnePersonAndAPersonManyCards() {
        var number = TestPeople.unique("C").toUpperCase();
        var ana = people.add(TestPeople.student("Ana", "Cardholder"));
        var bo = people.add(TestPeople.student("Bo", "Cardholder"));
        assertThat(people.cards.add(ana, "  " + number.toLowerCase() + " ", "test"))
                .isEqualTo(new Given());
        assertThat(people.cards.add(ana, number + " 2", "test")).isEqualTo(new Given());
        assertThat(people.cards.add(bo, number, "test")).isEqualTo(new Taken(ana, "Ana Cardholder"));
        assertThat(people.cards.add(bo, "!?", "test")).isEqualTo(new NotANumber());
        assertThat(byCard(number)).hasValue(ana);
        assertThat(byCard(" " + number + " 2 ")).as("B78, B79").hasValue(ana);
        assertThat(found(number)).containsExactly(ana);
    }

    @Test
    void aLostCardStopsWorkingAtOnceAndItsNumberWithIt() {
        var number = TestPeople.unique("8").toUpperCase();
        var ana = people.add(TestPeople.student("Ana", "Loser").with(PatronField.IDENTIFIER, number));
        assertThat(byCard(number))
                .as("the student number is a card until there is one")
                .hasValue(ana);
        people.cards.add(ana, number, "test");
        var card = people.patrons.open(ana).orElseThrow().cards().getFirst();
        assertThat(people.cards.lost(ana, card.id(), "test")).isTrue();
        assertThat(people.cards.lost(ana, card.id(), "test")).isFalse();
        assertThat(byCard(number)).isEmpty();
        assertThat(people.cards.replace(ana, card.id(), number + "X", "test")).isEqualTo(new Gone());
    }

    @Test
    void aReplacedCardGivesWayToTheNewOneOnly() {
        var number = TestPeople.unique("R").toUpperCase();
        var ana = people.add(TestPeople.student("Ana", "Replacer"));
        people.cards.add(ana, number, "test");
        people.cards.add(ana, number + "-2", "test");
        var first = people.patrons.open(ana).orElseThrow().cards().get(1);
        assertThat(people.cards.replace(ana, first.id(), number + "-2", "test")).isInstanceOf(Taken.class);
        assertThat(byCard(number)).hasValue(ana);
        assertThat(people.cards.replace(ana, first.id(), number + "-3", "test")).isEqualTo(new Given());
        assertThat(byCard(number)).isEmpty();
        assertThat(byCard(number + "-3")).hasValue(ana);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsSaved() {
        var number = TestPeople.unique("T");
        people.add(TestPeople.student("Ana", "First").with(PatronField.IDENTIFIER, number));
        var facts = TestPeople.student("Bo", "")
                .with(PatronField.IDENTIFIER, number)
                .with(PatronField.EMAIL, "bo at school")
                .with(PatronField.SITE, "nowhere")
                .with(PatronField.GIVEN_NAME, "x".repeat(201));
        assertThat(people.patrons.add(facts, "", Optional.empty(), "test"))
                .isEqualTo(new Wrong(Map.of(
                        PatronField.FAMILY_NAME, Problem.MISSING,
                        PatronField.IDENTIFIER, Problem.TAKEN,
                        PatronField.EMAIL, Problem.NO_EMAIL,
                        PatronField.SITE, Problem.NO_SUCH_SITE,
                        PatronField.GIVEN_NAME, Problem.TOO_LONG)));
    }

    @Test
    void twoWhoEditThePersonAtOnceDoNotOverwriteEachOther() {
        var ana = people.add(TestPeople.student("Ana", "Edited"));
        var before = people.patrons.find(ana).orElseThrow();
        var first = change(before, before.facts().with(PatronField.GRADE, "08"));
        var second = change(before, before.facts().with(PatronField.HOMEROOM, "8A"));
        assertThat(people.patrons.change(first, "test")).isEqualTo(new Saved(ana));
        assertThat(people.patrons.change(second, "test")).isEqualTo(new Stale());
        var after = people.patrons.open(ana).orElseThrow();
        assertThat(after.patron().facts().get(PatronField.GRADE)).isEqualTo("08");
        assertThat(after.patron().local())
                .as("no roster, so nothing to protect")
                .isEmpty();
        assertThat(after.events()).extracting(PatronEvent::detail).containsExactly("grade", "");
        assertThat(people.patrons.change(change(after.patron(), after.patron().facts()), "test"))
                .isEqualTo(new Saved(ana));
        assertThat(people.patrons.find(ana).orElseThrow().version())
                .as("nothing changed")
                .isEqualTo(2);
    }

    @Test
    void aBlockHoldsUntilItsDayOrUntilItIsLifted() {
        var ana = people.add(TestPeople.student("Ana", "Blocked"));
        assertThat(people.blocks.block(ana, "  ", Optional.empty(), "test")).isFalse();
        assertThat(people.blocks.block(ana, "Late", Optional.of(LocalDate.of(2026, 9, 30)), "test"))
                .isFalse();
        assertThat(people.blocks.block(ana, "Until today", Optional.of(LocalDate.of(2026, 10, 1)), "test"))
                .isTrue();
        assertThat(people.blocks.block(ana, "For good", Optional.empty(), "test"))
                .isTrue();
        var holding = people.blocks.holding(ana);
        assertThat(holding).extracting(PatronBlock::reason).containsExactly("For good", "Until today");
        assertThat(holding.getLast().holds(LocalDate.of(2026, 10, 2))).isFalse();
        assertThat(people.blocks.lift(ana, holding.getFirst().id(), "test")).isTrue();
        assertThat(people.blocks.lift(ana, holding.getFirst().id(), "test")).isFalse();
        assertThat(people.blocks.holding(ana)).hasSize(1);
    }

    /** PR-10: what must not be kept has no place. */
    @Test
    void noColumnIsMadeForBirthDatesNumbersOfTheStateOrPictures() {
        var sql = "select count(*) from information_schema.columns where table_schema = database() "
                + "and table_name not in ('account', 'account_session') and (column_name like '%birth%' or column_name like '%ssn%' or column_name like '%photo%' "
                + "or column_name like '%sex%' or column_name like '%race%' or column_name like '%password%')";
        assertThat(people.count(sql)).isZero();
    }

    private static PatronChange change(Patron patron, PatronFacts facts) {
        return new PatronChange(patron.id(), patron.version(), facts, patron.note(), patron.expires());
    }

    private static Optional<Long> byCard(String typed) {
        return people.patrons.byCard(typed).map(Patron::id);
    }

    private static List<Long> found(String words) {
        return ids(PatronSearch.words(words));
    }

    private static List<Long> ids(PatronSearch search) {
        return people.patrons.find(search, 1, 50).rows().stream()
                .map(Patron::id)
                .toList();
    }

    @Test
    void onlyFieldsThatWereEditedCanBeGivenBack() {
        var ana = people.add(TestPeople.student("Ana", "Giver"));
        assertThat(people.patrons.giveBack(ana, Set.of(PatronField.GRADE), "test"))
                .isTrue();
        assertThat(people.patrons.open(ana).orElseThrow().events()).hasSize(1);
        assertThat(people.patrons.giveBack(-1, Set.of(), "test")).isFalse();
    }
}
