package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.SCHOOL;
import static org.carrel.circulation.Lending.at;
import static org.carrel.circulation.Lending.key;
import static org.carrel.circulation.Lending.loan;
import static org.carrel.circulation.Lending.row;
import static org.carrel.circulation.Lending.rule;
import static org.carrel.circulation.Lending.table;

import java.util.List;
import org.carrel.circulation.Lending;
import org.carrel.circulation.LoanFact;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.Simulated;
import org.carrel.circulation.rules.Simulation.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final LoanRuleTable BEFORE = table(row(LoanRuleKey.DEFAULT, "period=14 days"));

    private static Simulated run(LoanRuleTable after) {
        var first = loan(1, rule("period=14 days"), "2026-11-16T10:00", "2026-11-30T23:59");
        var second = loan(2, rule("period=14 days"), "2026-11-23T10:00", "2026-12-07T23:59");
        return Simulation.run(
                List.of(first, second), new World(BEFORE, site -> SCHOOL), new World(after, site -> SCHOOL), 1);
    }

    @Test
    @DisplayName("B48: other rules for the loans on record, looked at and not touched")
    void whatWouldHaveBecomeOfTheLoans() {
        var longer = run(table(row(LoanRuleKey.DEFAULT, "period=21 days")));
        assertThat(longer.later()).isEqualTo(2);
        assertThat(longer.first()).as("only as many as asked for").hasSize(1);
        assertThat(longer.first().getFirst().to()).hasValue(at("2026-12-07T23:59"));
        assertThat(run(table(row(LoanRuleKey.DEFAULT, "period=7 days"))).sooner())
                .isEqualTo(2);
        assertThat(run(table(row(LoanRuleKey.DEFAULT, "period=unlimited"))).later())
                .isEqualTo(2);
        assertThat(run(table(row(LoanRuleKey.DEFAULT, "period=term"))).undated())
                .isEqualTo(2);
        assertThat(run(BEFORE)).isEqualTo(new Simulated(2, 0, 0, 0, List.of()));
        assertThat(run(table(row(LoanRuleKey.DEFAULT, "period=14 days"), row(key("", "TEACHER", ""), "period=99 days")))
                        .moved())
                .as("a rule for others")
                .isZero();
    }

    @Test
    void aRenewedLoanFollowsThePeriodOfRenewals() {
        var rules = table(row(LoanRuleKey.DEFAULT, "period=14 days", "renewal period=7 days"));
        var one = loan(1, Lending.resolve(rules), "2026-11-23T10:00", "2026-11-30T23:59");
        var renewed = new LoanFact(1, one.rules(), one.lent(), true, one.due());
        var after = table(row(LoanRuleKey.DEFAULT, "period=28 days", "renewal period=7 days"));
        var world = new World(after, site -> SCHOOL);
        assertThat(Simulation.run(List.of(renewed), new World(rules, site -> SCHOOL), world, 9)
                        .moved())
                .isZero();
        assertThat(Simulation.run(List.of(one), new World(rules, site -> SCHOOL), world, 9)
                        .later())
                .isEqualTo(1);
    }
}
