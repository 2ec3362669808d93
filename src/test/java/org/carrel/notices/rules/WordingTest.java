package org.carrel.notices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.notices.NoticeFacts;
import org.carrel.notices.NoticeFacts.DueSoon;
import org.carrel.notices.NoticeFacts.HoldReady;
import org.carrel.notices.NoticeFacts.HomeroomDigest;
import org.carrel.notices.NoticeFacts.Job;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.Loaner;
import org.carrel.notices.NoticeFacts.Loaners;
import org.carrel.notices.NoticeFacts.Lost;
import org.carrel.notices.NoticeFacts.LostSoon;
import org.carrel.notices.NoticeFacts.Overdue;
import org.carrel.notices.NoticeFacts.Pupil;
import org.carrel.notices.NoticeFacts.SessionOffer;
import org.carrel.notices.NoticeFacts.SessionOffers;
import org.carrel.notices.NoticeFacts.Shelved;
import org.carrel.notices.NoticeFacts.SystemNote;
import org.carrel.notices.NoticeFacts.WorkOrder;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticeLanguage;
import org.carrel.notices.NoticeLetter;
import org.carrel.notices.NoticeWay;
import org.carrel.notices.rules.Wording.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String SECRET = "Am I Going to Be a Parent?";

    private static Lent lent(String title, LocalDate due, String amount) {
        return new Lent(
                1, title, due, false, amount.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(amount)));
    }

    private static NoticeFacts facts(NoticeKind kind) {
        return switch (kind) {
            case DUE_SOON -> new DueSoon(List.of(lent(SECRET, MONDAY.plusDays(1), "")));
            case OVERDUE -> new Overdue(List.of(lent(SECRET, MONDAY.minusDays(3), "0.30")));
            case LOST_SOON -> new LostSoon(List.of(new Lent(1, SECRET, MONDAY, false, Optional.empty())));
            case LOST -> new Lost(List.of(new Lent(1, SECRET, MONDAY, true, Optional.of(new BigDecimal("18.99")))));
            case HOLD_READY -> new HoldReady(List.of(new Shelved(1, SECRET, MONDAY.plusDays(3))));
            case HOMEROOM_DIGEST -> new HomeroomDigest("Room 12", List.of(new Pupil("Zoë Núñez", 2)));
            case LOANER -> new Loaners(List.of(new Loaner(SECRET, SECRET)));
            case WORK_ORDER -> new WorkOrder(List.of(new Job(7, "CB-7", "Room 12", "SCREEN", "dark")));
            case SESSION, SESSION_OFF -> Samples.of(kind, MONDAY);
            case SESSION_OFFER ->
                new SessionOffers(
                        List.of(new SessionOffer("Room 12", MONDAY.plusDays(2), 3, 3, MONDAY.atTime(13, 5))),
                        "https://library.example/schedule/waiting");
            case SYSTEM_NOTE -> new SystemNote("https://library.example/desk/roster/7");
        };
    }

    private static NoticeLetter letter(
            NoticeKind kind, NoticeFacts facts, boolean titles, NoticeLanguage... languages) {
        var texts = Arrays.stream(languages)
                .map(language -> Wording.standard(kind, language))
                .toList();
        var frame = new Frame("Zoë Núñez", "Lakeside", "(555) 010-0142", MONDAY, titles);
        return Wording.letter(texts, facts, frame);
    }

    static Stream<Arguments> letters() {
        return Arrays.stream(NoticeKind.values())
                .flatMap(kind -> Arrays.stream(NoticeWay.values()).map(way -> Arguments.of(kind, way)));
    }

    /** PR-6: on everything that another child can see. */
    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("letters")
    void noTitleStandsWhereAnotherChildCanReadIt(NoticeKind kind, NoticeWay way) { // PR-6
        for (var shared : List.of(true, false)) {
            for (var parents : List.of(true, false)) {
                var titles = TitleRule.mayName(kind, way, shared, parents);
                var letter = letter(kind, facts(kind), titles, NoticeLanguage.values());
                assertThat(letter.subject()).as("a subject never has one").doesNotContain(SECRET, "Zoë");
                var ofOwn = way == NoticeWay.OWN_MAIL && !shared;
                var ofGuardian = way == NoticeWay.GUARDIAN_MAIL && parents && !shared;
                var ofNobody = kind == NoticeKind.WORK_ORDER || way == NoticeWay.DISTRICT_MAIL;
                if (!ofOwn && !ofGuardian && !ofNobody)
                    assertThat(letter.body()).doesNotContain(SECRET, "Parent");
            }
        }
    }

    @Test
    void theBorrowersOwnMailNamesEverything() {
        var facts = new Overdue(
                List.of(lent("Holes", MONDAY.minusDays(9), "0.9"), lent("Hatchet", MONDAY.minusDays(1), "")));
        assertThat(letter(NoticeKind.OVERDUE, facts, true, NoticeLanguage.EN).body())
                .startsWith("Hello Zoë Núñez,")
                .contains("- Holes: was due Saturday, February 21, 2026 (9 days late), $0.90\n"
                        + "- Hatchet: was due Sunday, March 1, 2026 (1 day late)\n")
                .endsWith("Lakeside\n(555) 010-0142");
    }

    @Test
    void elsewhereThingsAreCounted() {
        var facts = new Overdue(List.of(
                lent("Holes", MONDAY.minusDays(9), ""),
                lent("Hatchet", MONDAY.minusDays(9), ""),
                lent("Hoot", MONDAY.minusDays(1), "")));
        assertThat(letter(NoticeKind.OVERDUE, facts, false, NoticeLanguage.EN).body())
                .contains("- 2 library items: was due Saturday, February 21, 2026 (9 days late)\n"
                        + "- 1 library item: was due Sunday, March 1, 2026 (1 day late)\n");
        assertThat(letter(NoticeKind.OVERDUE, facts, false, NoticeLanguage.ES).body())
                .contains("- 2 artículos de la biblioteca: debía devolverse el sábado, 21 de febrero de 2026 "
                        + "(9 días de retraso)\n");
    }

    @Test
    void bothLanguagesStandInOneLetter() {
        var letter = letter(NoticeKind.LOST, facts(NoticeKind.LOST), false, NoticeLanguage.EN, NoticeLanguage.ES);
        assertThat(letter.subject()).isEqualTo("About something that seems to be lost / Sobre algo que parece perdido");
        assertThat(letter.body().indexOf("Hello Zoë"))
                .isZero()
                .isLessThan(letter.body().indexOf("Hola, Zoë"));
        assertThat(letter.body()).contains("Amount in all: $18.99.", "Importe total: $18.99.");
    }

    @Test
    void aDigestHasNamesAndCounts() {
        var facts = new HomeroomDigest("Room 12", List.of(new Pupil("Ana López", 1), new Pupil("Zoë Núñez", 3)));
        assertThat(letter(NoticeKind.HOMEROOM_DIGEST, facts, false, NoticeLanguage.EN))
                .satisfies(letter -> assertThat(letter.subject()).isEqualTo("Library: overdue in Room 12"))
                .satisfies(letter -> assertThat(letter.body())
                        .contains(
                                "in Room 12 (2 students):",
                                "- Ana López: 1 library item\n- Zoë Núñez: 3 library items\n"));
    }

    @Test
    void aSessionIsToldWithWhatWhenAndWhere() {
        var moved = letter(NoticeKind.SESSION, facts(NoticeKind.SESSION), false, NoticeLanguage.EN);
        assertThat(moved.subject()).isEqualTo("Class session Monday, March 9, 2026: moved");
        assertThat(moved.body().replace('\u202f', ' '))
                .contains("- Grade 5, Sample: owls\n- Monday, March 9, 2026, 9:50 AM to 10:35 AM\n"
                        + "- Story corner, Cart A (24)\n\n");
        var off = letter(NoticeKind.SESSION_OFF, facts(NoticeKind.SESSION_OFF), false, NoticeLanguage.ES);
        assertThat(off.subject()).isEqualTo("Sesión de clase, lunes, 9 de marzo de 2026: cancelada");
        assertThat(off.body()).contains("- Rincón de lectura, Carrito A (24)\n- Motivo: Field trip\n\n");
    }

    /** A title with line ends or placeholders of its own, as MARC brings them. */
    @Test
    void aTitleStaysOnItsLine() {
        var facts = new DueSoon(List.of(lent("Evil\r\n\r\n- Free: {amount} \u202Etxt", MONDAY, "")));
        assertThat(letter(NoticeKind.DUE_SOON, facts, true, NoticeLanguage.EN).body())
                .contains("- Evil - Free: {amount} txt: due Monday, March 2, 2026\n");
    }
}
