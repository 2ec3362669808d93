package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.key;
import static org.carrel.circulation.Lending.row;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.carrel.circulation.RuleProblem.Kind;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronCategory;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.AuditEvent;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.FluentWait;

/** Loan rules through their doors, on the product's database. Every test leaves the rules as it has found them. */
class LoanRulesIT {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-25T17:00:00Z"), ZoneId.of("Pacific/Auckland"));
    private static final long ADMIN = 4711;

    private record Doors(LoanRules rules, FirstLoanRules first, AuditTrail audit) {
        RuleDraft draft(LoanRule changed) {
            var now = rules.read();
            var all = new ArrayList<>(now.table().rules());
            all.removeIf(rule -> rule.key().folded().equals(changed.key().folded()));
            all.add(changed);
            var table = new LoanRuleTable(all, now.table().groups(), now.table().schedules());
            return RuleDraft.of(now.version(), table, RuleAct.EDIT, "test");
        }
    }

    private static void with(List<LoansOnRecord> loans, Consumer<Doors> act) {
        Staff.at(DAY, doors -> {
            var database = doors.database();
            var calendar = new SchoolCalendar(database, DAY, doors.audit());
            var rules = new LoanRules(database, DAY, doors.audit(), calendar, loans);
            var before = rules.read().table();
            try {
                act.accept(new Doors(rules, new FirstLoanRules(database, DAY, doors.audit()), doors.audit()));
            } finally {
                var now = rules.read();
                if (!now.table().equals(before))
                    rules.save(RuleDraft.of(now.version(), before, RuleAct.RESTORE, "test"), ADMIN);
            }
            return true;
        });
    }

    @Test
    void aSchoolHasRulesFromTheFirstStart() {
        with(List.of(), doors -> {
            var books = doors.rules().table().resolve("LMC", PatronCategory.STUDENT, "R");
            assertThat(books.period().text()).isEqualTo("14 days");
            assertThat(books.most(RuleField.LOAN_LIMIT)).hasValue(5);
            assertThat(doors.first().isOver()).isTrue();
            assertThat(doors.rules().history(10_000).getLast().by())
                    .as("the program itself")
                    .isEmpty();
            assertThat(doors.first().fill("rule,,,,period=99 days")).isEmpty();
            assertThat(doors.rules().read().table().resolve("LMC", PatronCategory.STUDENT, "R"))
                    .as("only once")
                    .isEqualTo(books);
            assertThat(doors.first().fill("rule,,student,,period=99 days"))
                    .extracting(RuleProblem::kind)
                    .containsExactly(Kind.NO_DEFAULT);
        });
    }

    @Test
    @DisplayName("L2, B49: what cannot be used is refused, and nothing is saved")
    void whatCannotBeUsedIsRefused() {
        with(List.of(), doors -> {
            var before = doors.rules().read();
            var free = doors.draft(row(key("", "STUDENT", "ZZ"), "fine rate=0.25"));
            assertThat(doors.rules().save(free, ADMIN))
                    .extracting(RuleProblem::kind)
                    .containsExactly(Kind.NO_INTERVAL);
            assertThat(doors.rules().preview(free).problems()).hasSize(1);
            assertThat(doors.rules().read()).isEqualTo(before);
        });
    }

    @Test
    void aChangeIsAVersionOfItsOwnAndCanBeTakenBack() {
        with(List.of(), doors -> {
            var before = doors.rules().read();
            assertThat(doors.rules().save(doors.draft(row(key("", "STUDENT", "ZZ"), "period=3 days")), ADMIN))
                    .isEmpty();
            var after = doors.rules().read();
            assertThat(after.version()).isEqualTo(before.version() + 1);
            assertThat(doors.rules()
                            .table()
                            .resolve("LMC", PatronCategory.STUDENT, "zz")
                            .period()
                            .text())
                    .as("at once on this node")
                    .isEqualTo("3 days");
            assertThat(doors.rules().history(2))
                    .extracting(RuleVersion::version)
                    .containsExactly(after.version(), before.version());
            assertThat(doors.rules().history(1).getFirst().by()).hasValue(ADMIN);
            assertThat(doors.rules().version(before.version())).hasValue(before.table());
            assertThat(doors.audit().of(new Subject("loan_rules", after.version()), 5))
                    .extracting(AuditEvent::action)
                    .containsExactly("loan_rules_saved");
            assertThat(doors.rules().save(RuleDraft.of(before.version(), before.table(), RuleAct.RESTORE, ""), ADMIN))
                    .as("from a page that is old")
                    .extracting(RuleProblem::kind)
                    .containsExactly(Kind.STALE);
        });
    }

    @Test
    void anotherNodeSeesItWithinSeconds() {
        with(
                List.of(),
                doors -> Staff.at(DAY, other -> {
                    var calendar = new SchoolCalendar(other.database(), DAY, other.audit());
                    var there = new LoanRules(other.database(), DAY, other.audit(), calendar, List.of());
                    assertThat(there.table()
                                    .resolve("LMC", PatronCategory.STUDENT, "ZZ")
                                    .period()
                                    .text())
                            .isEqualTo("14 days");
                    assertThat(doors.rules().save(doors.draft(row(key("", "STUDENT", "ZZ"), "period=3 days")), ADMIN))
                            .isEmpty();
                    new FluentWait<>(there).withTimeout(Duration.ofSeconds(20)).until(rules -> rules.table()
                            .resolve("LMC", PatronCategory.STUDENT, "ZZ")
                            .period()
                            .text()
                            .equals("3 days"));
                    return true;
                }));
    }

    @Test
    void ofManyWhoSaveAtOnceOneDoes() throws Exception {
        with(List.of(), doors -> {
            var draft = doors.draft(row(key("", "STUDENT", "ZZ"), "period=3 days"));
            var saved = new ArrayList<Future<List<RuleProblem>>>();
            try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var i = 0; i < 8; i++)
                    saved.add(all.submit(() -> doors.rules().save(draft, ADMIN)));
            }
            assertThat(saved).filteredOn(one -> one.resultNow().isEmpty()).hasSize(1);
            assertThat(saved)
                    .filteredOn(one -> !one.resultNow().isEmpty())
                    .allMatch(one -> one.resultNow().getFirst().kind() == Kind.STALE);
        });
    }

    @Test
    @DisplayName("B48: a preview says what would have become of the loans on record, and touches none")
    void aPreviewLooksAtTheLoansOnRecord() {
        var kept =
                new RuleSnapshot("LMC", Lending.CHICAGO, PatronCategory.STUDENT, "ZZ", Lending.rule("period=14 days"));
        var loan = new LoanFact(
                1, kept, Instant.parse("2026-11-02T17:00:00Z"), false, Optional.of(Lending.at("2026-11-16T23:59")));
        with(List.of(most -> List.of(loan)), doors -> {
            var preview = doors.rules().preview(doors.draft(row(key("", "STUDENT", "ZZ"), "period=3 days")));
            assertThat(preview.problems()).isEmpty();
            assertThat(preview.loans().sooner()).isEqualTo(1);
            assertThat(preview.loans().first().getFirst().to()).hasValue(Lending.at("2026-11-05T23:59"));
            assertThat(preview.changes()).extracting(RuleChange::field).containsExactly(RuleField.PERIOD);
            assertThat(preview.changes().getFirst().loans()).containsExactly(key("", "STUDENT", "ZZ"));
        });
    }

    @Test
    void aDueDateIsExplained() {
        with(List.of(), doors -> {
            var wish = new ExplainWish(
                    "LMC", PatronCategory.STUDENT, "R", Instant.parse("2026-11-12T16:00:00Z"), DueFacts.NONE);
            var explained = doors.rules().explain(wish);
            var due = (DueAnswer.Due) explained.answer();
            assertThat(due.on()).as("over Thanksgiving").isEqualTo(Lending.day("2026-11-30"));
            assertThat(due.steps().get(1).closure().orElseThrow().reasonEs()).isEqualTo("Acción de Gracias");
            assertThat(explained.rule().row(RuleField.PERIOD)).hasValue(LoanRuleKey.DEFAULT);
        });
    }
}
