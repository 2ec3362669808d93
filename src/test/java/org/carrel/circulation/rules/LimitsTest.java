package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.key;
import static org.carrel.circulation.Lending.row;
import static org.carrel.circulation.Lending.rule;
import static org.carrel.circulation.Lending.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.CountedLoan;
import org.carrel.circulation.LimitGroup;
import org.carrel.circulation.LimitHit;
import org.carrel.circulation.LoanRule;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.patrons.PatronCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private static List<LimitHit.Kind> check(LoanRuleTable table, String type, List<CountedLoan> loans) {
        return Limits.check(new Limits.Wish(table, "LMC", PatronCategory.STUDENT, type), loans).stream()
                .map(LimitHit::kind)
                .toList();
    }

    private static List<CountedLoan> loans(String... types) {
        var all = new ArrayList<CountedLoan>();
        for (var type : types) all.add(new CountedLoan(type, false));
        return all;
    }

    @ParameterizedTest(name = "limit {0}, has {1}: refused {2}")
    @CsvSource({"0, 0, true", "1, 0, false", "1, 1, true", "unlimited, 99, false"})
    @DisplayName("B39, L3: one more is allowed while there are fewer than the limit")
    void oneMoreWhileThereAreFewer(String limit, int has, boolean refused) {
        var table = table(row(LoanRuleKey.DEFAULT, "loan limit=" + limit));
        var loans = Collections.nCopies(has, new CountedLoan("BOOK", false));
        assertThat(!check(table, "BOOK", loans).isEmpty()).isEqualTo(refused);
    }

    @Test
    @DisplayName("B39: no row for the type: the default row")
    void whereNoRowSpeaksTheDefaultDoes() {
        var table = table(row(key("", "TEACHER", ""), "loan limit=99"), row(LoanRuleKey.DEFAULT, "loan limit=1"));
        assertThat(check(table, "BOOK", loans("DVD"))).containsExactly(LimitHit.Kind.RULE);
    }

    @Test
    void aRuleCountsWhatItIsFor() {
        var table = table(
                row(key("", "STUDENT", "DVD"), "loan limit=2"),
                row(key("", "STUDENT", ""), "loan limit=3"),
                row(LoanRuleKey.DEFAULT, "loan limit=9"));
        assertThat(check(table, "DVD", loans("BOOK", "BOOK", "BOOK", "DVD"))).isEmpty();
        assertThat(check(table, "DVD", loans("DVD", "DVD"))).containsExactly(LimitHit.Kind.RULE);
        assertThat(check(table, "BOOK", loans("BOOK", "MAGAZINE", "DVD", "DVD")))
                .isEmpty();
        assertThat(check(table, "BOOK", loans("BOOK", "MAGAZINE", "BOOK"))).containsExactly(LimitHit.Kind.RULE);
    }

    @Test
    void theTotalCountsEverything() {
        var table = table(
                row(key("", "STUDENT", "DVD"), "loan limit=2"),
                row(key("", "STUDENT", ""), "loan limit=3", "total limit=4"),
                row(LoanRuleKey.DEFAULT, "period=14 days"));
        assertThat(check(table, "DVD", loans("BOOK", "BOOK", "BOOK"))).isEmpty();
        assertThat(check(table, "DVD", loans("BOOK", "BOOK", "BOOK", "DVD"))).containsExactly(LimitHit.Kind.TOTAL);
        assertThat(check(table, "BOOK", loans("BOOK", "BOOK", "BOOK", "DVD")))
                .as("all that it would go over")
                .containsExactly(LimitHit.Kind.RULE, LimitHit.Kind.TOTAL);
    }

    @Test
    @DisplayName("L3: one device of whatever kind and five books")
    void groupsGoAcrossTypes() {
        var devices = new LimitGroup(
                "Devices", Optional.empty(), Optional.of(PatronCategory.STUDENT), 1, List.of("LAPTOP", "CAMERA"));
        var rules = List.<LoanRule>of(
                row(key("", "", "LAPTOP"), "loan limit=unlimited"),
                row(key("", "", "CAMERA"), "loan limit=unlimited"),
                row(LoanRuleKey.DEFAULT, "loan limit=5"));
        var table = new LoanRuleTable(rules, List.of(devices), List.of());
        assertThat(check(table, "camera", loans("BOOK", "BOOK", "BOOK", "BOOK", "BOOK")))
                .isEmpty();
        assertThat(check(table, "CAMERA", loans("LAPTOP"))).containsExactly(LimitHit.Kind.GROUP);
        assertThat(check(table, "BOOK", loans("LAPTOP", "BOOK", "BOOK", "BOOK", "BOOK")))
                .isEmpty();
        var hit = Limits.check(new Limits.Wish(table, "LMC", PatronCategory.STUDENT, "CAMERA"), loans("LAPTOP"))
                .getFirst();
        assertThat(hit).isEqualTo(new LimitHit(LimitHit.Kind.GROUP, 1, 1, "Devices", Optional.empty()));
        assertThat(Limits.check(new Limits.Wish(table, "LMC", PatronCategory.TEACHER, "CAMERA"), loans("LAPTOP")))
                .isEmpty();
    }

    @Test
    @DisplayName("B39: what is used in the house counts only where the rule says so")
    void useInTheHouse() {
        var inside = List.of(new CountedLoan("BOOK", true));
        assertThat(check(table(row(LoanRuleKey.DEFAULT, "loan limit=1")), "BOOK", inside))
                .isEmpty();
        assertThat(check(table(row(LoanRuleKey.DEFAULT, "loan limit=1", "on site counts=yes")), "BOOK", inside))
                .containsExactly(LimitHit.Kind.RULE);
    }

    @Test
    void holds() {
        assertThat(Limits.mayHold(rule("hold limit=2"), 1)).isTrue();
        assertThat(Limits.mayHold(rule("hold limit=2"), 2)).isFalse();
        assertThat(Limits.mayHold(rule("hold limit=2", "holds allowed=no"), 0)).isFalse();
        assertThat(Limits.mayHold(rule(), 99)).isTrue();
    }

    @ParameterizedTest(name = "grade {0}: {1}")
    @CsvSource({"05, false", "06, true", "12, true", "KG, false", "'', true", "UG, true"})
    void grades(String grade, boolean may) {
        var rule = rule("lowest grade=6");
        assertThat(Limits.mayBorrow(rule, PatronCategory.STUDENT, grade)).isEqualTo(may);
        assertThat(Limits.mayBorrow(rule, PatronCategory.TEACHER, grade)).isTrue();
        assertThat(Limits.mayBorrow(rule(), PatronCategory.STUDENT, grade)).isTrue();
    }
}
