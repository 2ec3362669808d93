package org.carrel.shelfwork.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carrel.catalog.ItemCondition;
import org.carrel.shelfwork.ShelfCopy.Where;
import org.carrel.shelfwork.WeedingCopy;
import org.carrel.shelfwork.WeedingProblem;
import org.carrel.shelfwork.WeedingRow;
import org.carrel.shelfwork.WeedingRule;
import org.carrel.shelfwork.WithdrawRefusal;
import org.carrel.shelfwork.rules.WeedingRules.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which copies somebody should look at. */
class WeedingRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 14);

    static WeedingCopy copy(String number, @Nullable Integer year, String came, @Nullable String lastUse) {
        return new WeedingCopy(
                ShelfRulesTest.copy(1, 7, "06" + number, ItemCondition.GOOD, false, Where.SHELF),
                number,
                some(year),
                LocalDate.parse(came),
                lastUse == null ? 0 : 3,
                Optional.ofNullable(lastUse).map(LocalDate::parse),
                Optional.empty(),
                1,
                OptionalInt.empty(),
                "");
    }

    private static WeedingCopy kept(WeedingCopy copy, int until) {
        return new WeedingCopy(
                copy.copy(),
                copy.classNumber(),
                copy.year(),
                copy.came(),
                copy.uses(),
                copy.lastUse(),
                copy.lastSeen(),
                copy.copiesHere(),
                OptionalInt.of(until),
                "A classic");
    }

    private static OptionalInt some(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    static WeedingRule rule(String from, String to, @Nullable Integer years, @Nullable Integer unused) {
        return new WeedingRule(
                1, "Rule", from, to, some(years), some(unused), Optional.empty(), OptionalInt.empty(), true, 1);
    }

    @ParameterizedTest(name = "{0}–{1}, older than {2}, unused for {3}: {4} of {5}, came {6}, used {7}: {8}")
    @CsvSource(textBlock = """
            # older than the years, and not just as old
            500, 599, 10, ,  599.5, 2015, 2016-01-01, 2026-09-01, true
            500, 599, 10, ,  599.5, 2016, 2016-01-01, 2026-09-01, false
            # nobody knows the year: it is not called old
            500, 599, 10, ,  599.5, ,     2016-01-01, 2026-09-01, false
            # the last class with all that begins like it; the first below it is none
            610, 619, 5,  ,  619.98, 2000, 2001-01-01, , true
            610, 619, 5,  ,  620,    2000, 2001-01-01, , false
            610, 619, 5,  ,  609.9,  2000, 2001-01-01, , false
            # sections are one by one
            FIC, FIC, , 3,   FIC,   1999, 2001-01-01, 2020-05-01, true
            FIC, FIC, , 3,   E,     1999, 2001-01-01, 2020-05-01, false
            FIC, FIC, , 3,   813,   1999, 2001-01-01, 2020-05-01, false
            500, 599, 10, ,  FIC,   1950, 2001-01-01, 2020-05-01, false
            500, 599, 10, ,  '',    1950, 2001-01-01, 2020-05-01, false
            # every class
            '', '',   20, ,  '',    1950, 2001-01-01, 2020-05-01, true
            # to the day
            '', '',   , 3,   FIC,   1999, 2001-01-01, 2023-10-13, true
            '', '',   , 3,   FIC,   1999, 2001-01-01, 2023-10-14, false
            # never used: since it came
            '', '',   , 3,   FIC,   1999, 2001-01-01, , true
            '', '',   , 3,   FIC,   1999, 2025-01-01, , false
            # both must be true
            500, 599, 10, 3, 599.5, 2010, 2011-01-01, 2026-09-01, false
            500, 599, 10, 3, 599.5, 2025, 2011-01-01, 2020-09-01, false
            500, 599, 10, 3, 599.5, 2010, 2011-01-01, 2020-09-01, true
            """)
    void everythingThatARuleStatesMustBeTrue(
            String from,
            String to,
            @Nullable Integer years,
            @Nullable Integer unused,
            String number,
            @Nullable Integer year,
            String came,
            @Nullable String lastUse,
            boolean named) {
        var rule = rule(from, to, years, unused);
        assertThat(WeedingRules.problem(rule)).isEmpty();
        assertThat(WeedingRules.names(rule, copy(number, year, came, lastUse), TODAY))
                .isEqualTo(named);
    }

    @ParameterizedTest(name = "{0} copies, {1}: more than {2}, at least {3}: {4}")
    @CsvSource(textBlock = """
            4, GOOD,      3, ,        true
            3, GOOD,      3, ,        false
            1, DAMAGED,   , WORN,     true
            1, WORN,      , WORN,     true
            1, WORN,      , DAMAGED,  false
            1, IN_REPAIR, , DAMAGED,  true
            1, GOOD,      , WORN,     false
            1, MISSING,   , WORN,     false
            """)
    void copiesAndConditionCountToo(
            int copies, ItemCondition condition, @Nullable Integer more, @Nullable ItemCondition worst, boolean named) {
        var rule = new WeedingRule(
                1,
                "Rule",
                "",
                "",
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.ofNullable(worst),
                some(more),
                true,
                1);
        var copy = new WeedingCopy(
                ShelfRulesTest.copy(1, 7, "~", condition, false, Where.SHELF),
                "",
                OptionalInt.empty(),
                TODAY,
                0,
                Optional.empty(),
                Optional.empty(),
                copies,
                OptionalInt.empty(),
                "");
        assertThat(WeedingRules.names(rule, copy, TODAY)).isEqualTo(named);
    }

    @Test
    void whatIsKeptIsNotOnTheListUntilItsYearIsOver() {
        var old = copy("599.5", 1990, "1991-01-01", null);
        var rules = List.of(rule("500", "599", 10, null));
        var list = WeedingRules.list(List.of(old, kept(old, 2026), kept(old, 2025)), rules, TODAY);
        assertThat(list).extracting(WeedingRow::copy).containsExactly(old, kept(old, 2025));
        assertThat(list.getFirst().rules()).isEqualTo(rules);
    }

    @Test
    void aRuleThatIsNotInUseNamesNothing() {
        var off = new WeedingRule(
                1,
                "Rule",
                "",
                "",
                OptionalInt.of(1),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                1);
        assertThat(WeedingRules.list(List.of(copy("500", 1950, "1951-01-01", null)), List.of(off), TODAY))
                .isEmpty();
    }

    /** A stricter rule never names what a milder one does not. */
    @Property
    void theMoreYearsTheFewerCopies(
            @ForAll @IntRange(min = 0, max = 60) int age,
            @ForAll @IntRange(min = 0, max = 60) int years,
            @ForAll @IntRange(min = 0, max = 20) int more) {
        var copy = copy("500", TODAY.getYear() - age, "1960-01-01", null);
        var strict = WeedingRules.names(rule("", "", years + more, null), copy, TODAY);
        var mild = WeedingRules.names(rule("", "", years, null), copy, TODAY);
        assertThat(!strict || mild).isTrue();
        assertThat(mild).isEqualTo(age > years);
    }

    @ParameterizedTest(name = "{0}, {1}–{2}, {3}, {4}: {5}")
    @CsvSource(textBlock = """
            '',   500, 599, 10, ,  NO_NAME
            Rule, 500, '',  10, ,  NO_CLASS
            Rule, 599, 500, 10, ,  NO_CLASS
            Rule, 5,   9,   10, ,  NO_CLASS
            Rule, FIC, E,   10, ,  NO_CLASS
            Rule, 500, FIC, 10, ,  NO_CLASS
            Rule, 500, 599, -1, ,  NO_NUMBER
            Rule, 500, 599, 201, , NO_NUMBER
            Rule, 500, 599, ,   0, NO_NUMBER
            Rule, 500, 599, ,   ,  NOTHING_STATED
            """)
    void aRuleThatSaysNothingIsTold(
            String name,
            String from,
            String to,
            @Nullable Integer years,
            @Nullable Integer unused,
            WeedingProblem problem) {
        var rule = new WeedingRule(
                0, name, from, to, some(years), some(unused), Optional.empty(), OptionalInt.empty(), true, 0);
        assertThat(WeedingRules.problem(rule)).contains(problem);
    }

    @ParameterizedTest(name = "{0}, withdrawn {1}, {2} wait, {3} left, {4} planned, {5} left here: {6}")
    @CsvSource(textBlock = """
            SHELF,      false, 0, 0, 0, 0,
            ON_LOAN,    false, 0, 5, 0, 5, ON_LOAN
            HOLD_SHELF, false, 0, 5, 0, 5, SET_ASIDE
            IN_TRANSIT, false, 0, 5, 0, 5, SET_ASIDE
            PULLED,     false, 0, 5, 0, 5, FOR_CLASS
            # somebody waits: not the last one
            SHELF,      false, 2, 0, 0, 0, WANTED
            SHELF,      false, 2, 1, 0, 0,
            # a class is to have so many
            SHELF,      false, 0, 3, 4, 3, FOR_CLASS
            SHELF,      false, 0, 4, 4, 4,
            SHELF,      true,  0, 5, 0, 5, NOT_OURS
            """)
    void whatIsNeededStays(
            Where where,
            boolean withdrawn,
            int waiting,
            int left,
            int planned,
            int leftHere,
            @Nullable WithdrawRefusal refusal) {
        var copy = ShelfRulesTest.copy(1, 7, "~", ItemCondition.WORN, withdrawn, where);
        assertThat(WeedingRules.refusal(copy, new Standing(waiting, left, planned, leftHere)))
                .isEqualTo(Optional.ofNullable(refusal));
    }
}
