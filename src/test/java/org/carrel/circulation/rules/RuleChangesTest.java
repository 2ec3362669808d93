package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.key;
import static org.carrel.circulation.Lending.row;
import static org.carrel.circulation.Lending.table;

import java.util.List;
import java.util.Optional;
import org.carrel.circulation.LoanRule;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.RuleChange;
import org.carrel.circulation.RuleField;
import org.junit.jupiter.api.Test;

class RuleChangesTest {
    private static final LoanRule GENERAL = row(LoanRuleKey.DEFAULT, "period=14 days", "renewals=2");
    private static final LoanRule FILMS = row(key("", "", "DVD"), "period=3 days");

    @Test
    void onlyWhatNobodyElseSaysChanges() {
        var after = row(LoanRuleKey.DEFAULT, "period=21 days", "renewals=2");
        var changes = RuleChanges.between(table(GENERAL, FILMS), table(after, FILMS));
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().field()).isEqualTo(RuleField.PERIOD);
        assertThat(changes.getFirst().from()).hasValue("14 days");
        assertThat(changes.getFirst().to()).hasValue("21 days");
        assertThat(changes.getFirst().loans())
                .contains(key("", "STUDENT", ""))
                .doesNotContain(key("", "STUDENT", "DVD"));
    }

    @Test
    void aRuleThatGoesLeavesItsLoansToTheNext() {
        var changes = RuleChanges.between(table(GENERAL, FILMS), table(GENERAL));
        assertThat(changes).extracting(RuleChange::to).containsExactly(Optional.of("14 days"));
        assertThat(changes.getFirst().loans())
                .contains(key("", "TEACHER", "DVD"))
                .allMatch(loan -> loan.itemType().isPresent());
    }

    @Test
    void whatSaysTheSameChangesNothing() {
        assertThat(RuleChanges.between(table(GENERAL), table(GENERAL, row(key("LMC", "STUDENT", ""), "renewals=2"))))
                .isEqualTo(List.of());
    }
}
