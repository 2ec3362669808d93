package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.SCHOOL;
import static org.carrel.circulation.Lending.at;
import static org.carrel.circulation.Lending.rule;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.DueAnswer;
import org.carrel.circulation.DueFacts;
import org.carrel.circulation.Lending;
import org.carrel.circulation.RenewalAnswer;
import org.carrel.circulation.RenewalAnswer.Reason;
import org.carrel.circulation.RenewalAnswer.Refused;
import org.carrel.circulation.RenewalAnswer.Renewed;
import org.carrel.circulation.RenewalFacts;
import org.carrel.circulation.RenewalFacts.Waiting;
import org.carrel.circulation.ResolvedRule;
import org.carrel.school.SiteCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalsTest {
    private static RenewalAnswer renew(ResolvedRule rule, String now, String due) {
        return Renewals.renew(rule, SCHOOL, at(now), facts(due, 0, Waiting.NOBODY));
    }

    private static RenewalFacts facts(String due, int renewals, Waiting waiting) {
        return new RenewalFacts(Optional.of(at(due)), renewals, waiting, DueFacts.NONE);
    }

    private static List<Reason> reasons(RenewalAnswer answer) {
        return ((Refused) answer).reasons();
    }

    @ParameterizedTest(name = "from {0}: {1}")
    @CsvSource({"now, 2026-12-14T23:59", "due date, 2026-12-16T23:59"})
    @DisplayName("D6: the period counts from now or from the due date")
    void fromNowOrFromTheDueDate(String from, String due) {
        var answer = (Renewed) renew(
                rule("period=14 days", "renewals=1", "renew from=" + from), "2026-11-30T10:00", "2026-12-02T23:59");
        assertThat(answer.due().at()).isEqualTo(at(due));
        assertThat(answer.renewals()).isEqualTo(1);
    }

    @Test
    @DisplayName("B14: renewed and lent in the same minute are due on the same day")
    void aRenewalIsAsLongAsALoan() {
        var rule = rule("period=28 days", "renewals=2");
        var lent = (DueAnswer.Due) DueDates.due(rule, SCHOOL, at("2026-11-30T10:00"), DueFacts.NONE);
        var renewed = (Renewed) renew(rule, "2026-11-30T10:00", "2026-12-01T23:59");
        assertThat(renewed.due().at()).isEqualTo(lent.at());
    }

    @Test
    @DisplayName("B21: a renewal that the ceiling makes void is refused")
    void aRenewalMustChangeSomething() {
        var rule = rule("period=21 days", "renewals=2", "ceiling=2027-05-28");
        assertThat(reasons(renew(rule, "2027-05-20T10:00", "2027-05-28T23:59")))
                .containsExactly(new Reason.WouldNotChange(at("2027-05-28T23:59")));
        assertThat(reasons(renew(
                        rule("period=14 days", "renewals=2", "renew from=now"),
                        "2026-11-30T10:00",
                        "2026-12-20T23:59")))
                .as("nor make it shorter")
                .containsExactly(new Reason.WouldNotChange(at("2026-12-14T23:59")));
    }

    @Test
    @DisplayName("B22: a renewal period of 0 is today, a blank one the length of a loan")
    void zeroIsNotBlank() {
        var zero = rule("period=14 days", "renewals=1", "renewal period=0 days");
        var overdue = (Renewed) renew(zero, "2026-11-30T10:00", "2026-11-25T23:59");
        assertThat(overdue.due().at()).isEqualTo(at("2026-11-30T23:59"));
        assertThat(reasons(renew(zero, "2026-11-30T10:00", "2026-11-30T23:59")))
                .containsExactly(new Reason.WouldNotChange(at("2026-11-30T23:59")));
        var blank = (Renewed) renew(rule("period=14 days", "renewals=1"), "2026-11-30T10:00", "2026-11-25T23:59");
        assertThat(blank.due().at()).isEqualTo(at("2026-12-14T23:59"));
    }

    @Test
    @DisplayName("B47: all reasons at once, the gravest first")
    void allReasonsAtOnce() {
        var rule = rule("period=21 days", "renewals=2", "ceiling=2027-05-28");
        var answer =
                Renewals.renew(rule, SCHOOL, at("2027-05-20T10:00"), facts("2027-05-28T23:59", 2, Waiting.THIS_COPY));
        assertThat(reasons(answer))
                .containsExactly(
                        new Reason.Held(), new Reason.TooMany(2), new Reason.WouldNotChange(at("2027-05-28T23:59")));
    }

    @ParameterizedTest(name = "{0}, {1}: refused {2}")
    @CsvSource({
        "never, THIS_COPY, false",
        "if needed, NOBODY, false",
        "if needed, OTHER_COPIES, false",
        "if needed, THIS_COPY, true",
        "always, NOBODY, false",
        "always, OTHER_COPIES, true",
        "always, THIS_COPY, true"
    })
    @DisplayName("H6, B36: whether the holds of others stop a renewal")
    void holds(String policy, Waiting waiting, boolean refused) {
        var rule = rule("period=14 days", "renewals=1", "when held=" + policy);
        var answer = Renewals.renew(rule, SCHOOL, at("2026-11-30T10:00"), facts("2026-12-01T23:59", 0, waiting));
        assertThat(answer instanceof Refused).isEqualTo(refused);
    }

    @ParameterizedTest(name = "{0} renewals allowed, {1} used: refused {2}")
    @CsvSource({"0, 0, true", "1, 0, false", "1, 1, true", "unlimited, 99, false"})
    void howOften(String most, int used, boolean refused) {
        var rule = rule("period=14 days", "renewals=" + most);
        var answer =
                Renewals.renew(rule, SCHOOL, at("2026-11-30T10:00"), facts("2026-12-01T23:59", used, Waiting.NOBODY));
        assertThat(answer instanceof Refused).isEqualTo(refused);
    }

    @Test
    void whatHasNoDueDateCannotBeRenewed() {
        var never = new RenewalFacts(Optional.empty(), 0, Waiting.NOBODY, DueFacts.NONE);
        assertThat(reasons(
                        Renewals.renew(rule("period=unlimited", "renewals=1"), SCHOOL, at("2026-11-30T10:00"), never)))
                .containsExactly(new Reason.NoDueDate());
    }

    @Test
    @DisplayName("F7: the fine until then stays or goes, as the rule says")
    void theFineOfALateRenewal() {
        var keeps = rule("period=14 days", "renewals=1");
        var forgives = rule("period=14 days", "renewals=1", "renewal forgives=yes");
        assertThat(((Renewed) renew(keeps, "2026-11-30T10:00", "2026-11-25T23:59")).fineForgiven())
                .isFalse();
        assertThat(((Renewed) renew(forgives, "2026-11-30T10:00", "2026-11-25T23:59")).fineForgiven())
                .isTrue();
        assertThat(((Renewed) renew(forgives, "2026-11-30T10:00", "2026-12-01T23:59")).fineForgiven())
                .as("not late")
                .isFalse();
    }

    @Test
    @DisplayName("B10: every day is closed, and the renewal is answered at once")
    void nobodySearchesForEver() {
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            var answer = Renewals.renew(
                    rule("period=14 days", "renewals=1"),
                    SiteCalendar.unknown(Lending.CHICAGO),
                    at("2026-11-30T10:00"),
                    facts("2026-12-01T23:59", 0, Waiting.NOBODY));
            assertThat(((Renewed) answer).due().at()).isEqualTo(at("2026-12-14T23:59"));
        });
    }
}
