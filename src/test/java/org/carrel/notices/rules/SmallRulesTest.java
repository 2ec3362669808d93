package org.carrel.notices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.notices.NoticeFacts.DueSoon;
import org.carrel.notices.NoticeFacts.HoldReady;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.Lost;
import org.carrel.notices.NoticeFacts.LostSoon;
import org.carrel.notices.NoticeFacts.Overdue;
import org.carrel.notices.NoticeFacts.Shelved;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticePolicy;
import org.carrel.notices.NoticePolicy.Draft;
import org.carrel.notices.NoticePolicy.Guardians;
import org.carrel.notices.NoticePolicy.Problem;
import org.carrel.notices.NoticeWay;
import org.carrel.notices.NoticeWish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heads of letters, tries, keys, times that are typed, and what is still true. */
class SmallRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Property
    void noTextMakesASecondLineOfAHead(@ForAll String text) {
        var clean = HeaderText.clean(text);
        assertThat(clean.chars()).noneMatch(Character::isISOControl);
        assertThat(clean).doesNotContain("\u2028", "\u2029", "\u202E").hasSizeLessThanOrEqualTo(250);
        assertThat(HeaderText.clean(clean)).isEqualTo(clean);
    }

    @Test
    void namesStayAsTheyAre() {
        for (var name : List.of("Zoë Núñez-Ibarra", "Ng’ang’a", "شيماء", "नीतू", "李小龍", "Þórður")) {
            assertThat(HeaderText.clean(name)).isEqualTo(name);
        }
    }

    @ParameterizedTest(name = "try {0}: wait {1}")
    @CsvSource({"0, PT1M", "1, PT1M", "2, PT5M", "4, PT1H", "5, PT4H", "99, PT4H"})
    void triesBecomeRarer(int tries, Duration wait) {
        assertThat(Retries.ofANotice(tries)).isEqualTo(wait);
        assertThat(Retries.ofTheServer(tries)).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void afterThreeDaysItIsEnough() {
        var now = Instant.parse("2026-03-05T12:00:00Z");
        assertThat(Retries.isEnough(now.minus(Duration.ofDays(3)), now)).isFalse();
        assertThat(Retries.isEnough(now.minus(Duration.ofDays(3)).minusSeconds(1), now))
                .isTrue();
    }

    @Test
    void oneLetterAPersonDayKindAndWay() {
        var wish = NoticeWish.holdReady("LMC", 7, 1, MONDAY, Instant.EPOCH);
        var key = NoticeKeys.of(wish, 3, NoticeWay.OWN_MAIL, "");
        assertThat(key).isEqualTo("HOLD_READY/3/7/2026-03-02/OWN_MAIL/");
        assertThat(NoticeKeys.of(NoticeWish.holdReady("LMC", 7, 2, MONDAY, Instant.MAX), 3, NoticeWay.OWN_MAIL, ""))
                .isEqualTo(key);
        assertThat(NoticeKeys.onPaper(key)).isEqualTo("HOLD_READY/3/7/2026-03-02/PAPER/");
        var id = NoticeKeys.messageId(12, key, "library.example");
        assertThat(id)
                .matches("<notice-[0-9a-f]{32}@library\\.example>")
                .isEqualTo(NoticeKeys.messageId(12, key, "library.example"));
        assertThat(id).isNotEqualTo(NoticeKeys.messageId(13, key, "library.example"));
        assertThat(NoticeKeys.ofAddress(" Zoe@School.example ")).isEqualTo(NoticeKeys.ofAddress("zoe@school.example"));
    }

    @Test
    void timesAreReadAndShownAgain() {
        var read = PolicyText.read(new Draft(" 2 ", "14, 7;1  7", "LATE", "FRIDAY", "6:45", 3));
        assertThat(read.policy())
                .hasValue(new NoticePolicy(
                        2, List.of(1, 7, 14), Guardians.LATE, Optional.of(DayOfWeek.FRIDAY), LocalTime.of(6, 45), 3));
        assertThat(PolicyText.read(PolicyText.draft(NoticePolicy.STANDARD)).policy())
                .hasValue(NoticePolicy.STANDARD);
        assertThat(PolicyText.read(new Draft("0", "", "x", "NEVER", "07:00", 0)).policy())
                .hasValue(new NoticePolicy(0, List.of(), Guardians.NEVER, Optional.empty(), LocalTime.of(7, 0), 0));
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(textBlock = """
            '',  1,       07:00, DUE_SOON
            31,  1,       07:00, DUE_SOON
            -1,  1,       07:00, DUE_SOON
            1,   'often', 07:00, OVERDUE
            1,   '0',     07:00, OVERDUE
            1,   '366',   07:00, OVERDUE
            1,   '1 2 3 4 5 6 7 8 9 10 11', 07:00, OVERDUE
            1,   1,       25:00, SEND_AT
            1,   1,       '',    SEND_AT
            """)
    void whatCannotBeIsNamed(String before, String stages, String time, Problem problem) {
        var read = PolicyText.read(new Draft(before, stages, "NEVER", "NEVER", time, 0));
        assertThat(read.policy()).isEmpty();
        assertThat(read.problems()).containsExactly(problem);
    }

    @Test
    void whatIsOverIsNotTold() {
        var soon = lent(1, MONDAY, false);
        var late = lent(2, MONDAY.minusDays(1), false);
        var lost = lent(3, MONDAY.minusDays(9), true);
        var all = List.of(soon, late, lost);
        assertThat(StillTrue.ofLoans(NoticeKind.DUE_SOON, all, MONDAY)).hasValue(new DueSoon(List.of(soon)));
        assertThat(StillTrue.ofLoans(NoticeKind.OVERDUE, all, MONDAY)).hasValue(new Overdue(List.of(late)));
        assertThat(StillTrue.ofLoans(NoticeKind.LOST, all, MONDAY)).hasValue(new Lost(List.of(lost)));
        assertThat(StillTrue.ofLoans(NoticeKind.OVERDUE, List.of(soon), MONDAY)).isEmpty();
        var waits = new Shelved(4, "x", MONDAY);
        assertThat(StillTrue.ofHolds(List.of(waits, new Shelved(5, "y", MONDAY.minusDays(1))), MONDAY))
                .hasValue(new HoldReady(List.of(waits)));
        var always = new Shelved(6, "z", Optional.empty());
        assertThat(StillTrue.ofHolds(List.of(always, waits), MONDAY))
                .as("B33: without a last day it waits on")
                .hasValue(new HoldReady(List.of(waits, always)));
        assertThat(StillTrue.ofLoans(NoticeKind.LOST_SOON, all, MONDAY)).hasValue(new LostSoon(List.of(late)));
        assertThat(StillTrue.ofHolds(List.of(), MONDAY)).isEmpty();
    }

    private static Lent lent(long id, LocalDate due, boolean lost) {
        return new Lent(id, "x", due, lost, Optional.of(BigDecimal.ONE));
    }
}
