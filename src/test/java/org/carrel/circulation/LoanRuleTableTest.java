package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.key;
import static org.carrel.circulation.Lending.row;
import static org.carrel.circulation.Lending.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.patrons.PatronCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoanRuleTableTest {
    /** In the order of rule L1. */
    private static final List<LoanRuleKey> ORDER = List.of(
            key("LMC", "STUDENT", "BOOK"),
            key("LMC", "STUDENT", ""),
            key("LMC", "", "BOOK"),
            key("LMC", "", ""),
            key("", "STUDENT", "BOOK"),
            key("", "STUDENT", ""),
            key("", "", "BOOK"),
            key("", "", ""));

    @Test
    @DisplayName("L1: site+category+type, site+category, site+type, site, category+type, category, type, default")
    void theMostParticularRuleWinsInThisOrder() {
        for (var from = 0; from < ORDER.size(); from++) {
            var rules = new ArrayList<LoanRule>();
            for (var i = from; i < ORDER.size(); i++) rules.add(row(ORDER.get(i), "renewals=" + i));
            Collections.reverse(rules);
            var found = Lending.resolve(table(rules.toArray(LoanRule[]::new)));
            assertThat(found.most(RuleField.RENEWALS)).hasValue(from);
            assertThat(found.row(RuleField.RENEWALS)).hasValue(ORDER.get(from));
        }
    }

    @Test
    @DisplayName("L1: a rule of another site, category or type says nothing")
    void rulesForOthersAreNotLookedAt() {
        var found = Lending.resolve(table(
                row(key("HS", "STUDENT", "BOOK"), "renewals=1"),
                row(key("LMC", "TEACHER", "BOOK"), "renewals=2"),
                row(key("LMC", "STUDENT", "DVD"), "renewals=3"),
                row(LoanRuleKey.DEFAULT, "renewals=4")));
        assertThat(found.most(RuleField.RENEWALS)).hasValue(4);
    }

    @Test
    @DisplayName("L1: each field is found for itself")
    void aBlankIsInheritedFieldByField() {
        var found = Lending.resolve(table(
                row(key("LMC", "STUDENT", "BOOK"), "period=21 days"),
                row(key("", "STUDENT", ""), "renewals=2", "loan limit=5"),
                row(LoanRuleKey.DEFAULT, "period=7 days", "renewals=9")));
        assertThat(found.period()).isEqualTo(LoanPeriod.of(21, LoanPeriod.Unit.DAYS));
        assertThat(found.most(RuleField.RENEWALS)).hasValue(2);
        assertThat(found.row(RuleField.LOAN_LIMIT)).hasValue(key("", "STUDENT", ""));
        assertThat(found.row(RuleField.SHELF_DAYS)).as("built in").isEmpty();
        assertThat(found.most(RuleField.SHELF_DAYS)).hasValue(5);
    }

    @Test
    @DisplayName("L1: blank, 0 and unlimited are three things")
    void blankZeroAndUnlimited() {
        var general = row(LoanRuleKey.DEFAULT, "loan limit=5");
        assertThat(limit(table(row(key("", "STUDENT", "")), general))).hasValue(5);
        assertThat(limit(table(row(key("", "STUDENT", ""), "loan limit=0"), general)))
                .hasValue(0);
        assertThat(limit(table(row(key("", "STUDENT", ""), "loan limit=unlimited"), general)))
                .isEmpty();
    }

    private static OptionalInt limit(LoanRuleTable table) {
        return Lending.resolve(table).most(RuleField.LOAN_LIMIT);
    }

    @Test
    void codesAreComparedAsTheCatalogDoes() {
        var table = table(row(key("lmc", "", "book"), "renewals=3"), row(LoanRuleKey.DEFAULT, "renewals=1"));
        assertThat(Lending.resolve(table).most(RuleField.RENEWALS)).hasValue(3);
        assertThat(table.rule(key("LMC", "", "Book"))).isPresent();
    }

    @Test
    void aCopyWithoutATypeFollowsRulesForAny() {
        var table = table(row(key("", "", "BOOK"), "renewals=3"), row(LoanRuleKey.DEFAULT, "renewals=1"));
        assertThat(table.resolve("LMC", PatronCategory.STUDENT, "").most(RuleField.RENEWALS))
                .hasValue(1);
        assertThat(table.resolve(new LoanRuleKey(Optional.empty(), Optional.empty(), Optional.empty()))
                        .most(RuleField.RENEWALS))
                .hasValue(1);
    }

    @Test
    void anEmptyTableIsAsItIsBuiltIn() {
        var rule = Lending.resolve(LoanRuleTable.EMPTY);
        assertThat(rule.period()).isEqualTo(LoanPeriod.of(14, LoanPeriod.Unit.DAYS));
        assertThat(rule.money(RuleField.FINE_RATE).orElseThrow()).isZero();
        for (var field : RuleField.values())
            if (!field.builtIn().isEmpty())
                assertThat(field.read(field.builtIn())).as(field.name()).hasValue(field.builtIn());
    }
}
