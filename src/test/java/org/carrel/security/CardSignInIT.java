package org.carrel.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.CardResult;
import org.carrel.patrons.PatronCardHolders;
import org.carrel.patrons.PatronCards;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.Patrons;
import org.carrel.platform.Sql;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.CardSignInResult.Known;
import org.carrel.security.CardSignInResult.Refused;
import org.carrel.security.CardSignInResult.Wait;
import org.carrel.security.rules.PasswordHash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Cards and PINs through their doors, on the product's database, at a time that stands still. */
class CardSignInIT {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-10-01T17:00:00Z"), ZoneOffset.UTC);
    private static final String PIN = "7391";
    private static final long STAFF = 4711;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private record Doors(Staff.Doors all, Patrons patrons, PatronCards cards, CardPins pins, CardSignIn signIn) {
        long student(String card) {
            var facts = new PatronFacts(Map.of(
                    PatronField.GIVEN_NAME,
                    "Zoë",
                    PatronField.FAMILY_NAME,
                    "kowalczyk",
                    PatronField.CATEGORY,
                    "STUDENT",
                    PatronField.STATUS,
                    "ACTIVE"));
            var id = ((PatronSaved.Saved) patrons.add(facts, "", Optional.empty(), "test")).id();
            assertThat(cards.add(id, card, "test")).isInstanceOf(CardResult.Given.class);
            return id;
        }

        String studentWithPin() {
            var card = card();
            assertThat(pins.set(student(card), PIN, STAFF)).isInstanceOf(PinResult.Done.class);
            return card;
        }
    }

    private static void at(Clock clock, Consumer<Doors> act) {
        Staff.at(clock, all -> {
            var patrons = new Patrons(all.database(), clock);
            var holders = new PatronCardHolders(patrons);
            act.accept(new Doors(
                    all,
                    patrons,
                    new PatronCards(all.database(), clock),
                    new CardPins(all.database(), clock, all.audit(), holders),
                    new CardSignIn(all.database(), clock, all.audit(), holders)));
            return true;
        });
    }

    private static Clock later(Duration time) {
        return Clock.offset(NOON, time);
    }

    /** Letters only, so that no PIN is part of it. */
    private static String card() {
        return "CARD-"
                + (Long.toString(System.nanoTime(), 28) + NEXT.incrementAndGet())
                        .chars()
                        .map(sign -> sign <= '9' ? sign - '0' + 'G' : sign - 'a' + 'A')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    private static CardPlace screen() {
        return CardPlace.screen(System.nanoTime() + NEXT.incrementAndGet());
    }

    @Test
    @DisplayName("K-9: card and PIN, and nothing but the first name and a letter")
    void whoHasCardAndPinIsGreetedByFirstNameAndLetter() {
        at(NOON, doors -> {
            var card = doors.studentWithPin();
            var screen = screen();
            assertThat(doors.signIn().check("  " + card.toLowerCase() + " ", " " + PIN + " ", screen))
                    .isInstanceOfSatisfying(
                            Known.class,
                            known -> assertThat(known.holder().screenName()).isEqualTo("Zoë K."));
            assertThat(doors.signIn().check(card, "7392", screen)).isEqualTo(new Refused());
            assertThat(doors.signIn().check(card, "", screen)).isEqualTo(new Refused());
            assertThat(doors.signIn().check(card(), PIN, screen))
                    .as("no such card")
                    .isEqualTo(new Refused());
            var without = card();
            doors.student(without);
            assertThat(doors.signIn().check(without, "", screen)).as("no PIN").isEqualTo(new Refused());
        });
    }

    @Test
    void aLostCardAndAPersonWhoLeftGetNobodyIn() {
        at(NOON, doors -> {
            var card = doors.studentWithPin();
            var patron = doors.patrons().byCard(card).orElseThrow();
            var lost = doors.patrons().open(patron.id()).orElseThrow().cards().getFirst();
            assertThat(doors.cards().lost(patron.id(), lost.id(), "test")).isTrue();
            assertThat(doors.signIn().check(card, PIN, screen())).isEqualTo(new Refused());
            assertThat(doors.pins().remove(patron.id(), STAFF)).isTrue();
            assertThat(doors.pins().has(patron.id())).isFalse();
            assertThat(doors.all().audit().of(new Subject("patron", patron.id()), 9))
                    .extracting(AuditEvent::action)
                    .containsExactly("pin_removed", "pin_set");
            var byNumber = doors.all()
                    .database()
                    .read(connection -> Sql.list(
                            connection,
                            "select action from audit_event where subject_kind = 'patron'",
                            row -> row.getString(1)));
            assertThat(byNumber)
                    .as("PR-8: a number that pages have would outlive the person")
                    .isEmpty();
        });
    }

    @Test
    @DisplayName("ST-15: 1,000 PINs tried on one card get nowhere, from one screen and from many")
    void aThousandTriesOnOneCardGetNowhere() {
        at(NOON, doors -> {
            var card = doors.studentWithPin();
            var other = doors.studentWithPin();
            var screen = screen();
            var looked = 0;
            for (var i = 0; i < 1_000; i++) {
                var place = i < 500 ? screen : screen();
                var answer = doors.signIn().check(card, "%04d".formatted(i), place);
                assertThat(answer).isNotInstanceOf(Known.class);
                if (answer instanceof Refused) looked++;
            }
            assertThat(looked).as("of 10,000 PINs, less than 0.1 % was tried").isLessThanOrEqualTo(5);
            assertThat(doors.signIn().check(card, PIN, screen)).isInstanceOf(Wait.class);
            assertThat(doors.signIn().check(other, PIN, screen))
                    .as("the next in line")
                    .isInstanceOf(Known.class);
            var patron = doors.patrons().byCard(card).orElseThrow().id();
            assertThat(doors.all().audit().of(new Subject("patron", patron), 9))
                    .extracting(AuditEvent::action)
                    .as("alarm")
                    .startsWith("pin_blocked", "pin_failed");
            assertThat(doors.pins().set(patron, "8264", STAFF)).isInstanceOf(PinResult.Done.class);
            assertThat(doors.signIn().check(card, "8264", screen))
                    .as("a new PIN ends the waiting")
                    .isInstanceOf(Known.class);
        });
    }

    @Test
    @DisplayName("ST-15: one PIN tried on 1,000 cards at one screen stops that screen for seconds, and no other")
    void aThousandCardsAtOneScreenStopNobodyElse() {
        var screen = screen();
        var cards = new String[1];
        at(NOON, doors -> {
            cards[0] = doors.studentWithPin();
            var looked = 0;
            for (var i = 0; i < 1_000; i++)
                if (doors.signIn().check(card(), "4821", screen) instanceof Refused) looked++;
            assertThat(looked).isLessThanOrEqualTo(30);
            assertThat(doors.signIn().check(cards[0], PIN, screen))
                    .isInstanceOfSatisfying(
                            Wait.class, wait -> assertThat(wait.longest()).isLessThanOrEqualTo(Duration.ofSeconds(10)));
            assertThat(doors.signIn().check(cards[0], PIN, screen())).isInstanceOf(Known.class);
        });
        at(later(Duration.ofSeconds(11)), doors -> assertThat(doors.signIn().check(cards[0], PIN, screen))
                .isInstanceOf(Known.class));
    }

    @Test
    void theWaitOfACardGrowsAndEnds() {
        var cards = new String[1];
        at(NOON, doors -> {
            cards[0] = doors.studentWithPin();
            for (var i = 0; i < 5; i++) doors.signIn().check(cards[0], "0000", screen());
            assertThat(doors.signIn().check(cards[0], PIN, screen())).isEqualTo(new Wait(Duration.ofSeconds(2)));
        });
        at(later(Duration.ofSeconds(2)), doors -> assertThat(doors.signIn().check(cards[0], PIN, screen()))
                .isInstanceOf(Known.class));
    }

    @Test
    void onlyAHashIsKeptAndARandomPinWorks() {
        at(NOON, doors -> {
            var card = card();
            var patron = doors.student(card);
            var made = (PinResult.Done) doors.pins().setRandom(patron, STAFF);
            assertThat(made.pin()).matches("[0-9]{4}");
            assertThat(doors.signIn().check(card, made.pin(), screen())).isInstanceOf(Known.class);
            var kept = doors.all()
                    .database()
                    .read(connection -> Sql.first(
                            connection,
                            "select pin_hash from patron_pin where patron_id = ?",
                            row -> row.getString(1),
                            patron));
            assertThat(kept).hasValueSatisfying(hash -> assertThat(hash)
                    .startsWith("$argon2id$v=19$m=" + PasswordHash.MEMORY + ",t=2,p=1$")
                    .doesNotContain("$" + made.pin() + "$"));
            assertThat(doors.pins().set(patron, "1234", STAFF)).isEqualTo(new PinResult.Refused(PinProblem.EASY));
            assertThat(doors.pins().set(-1, "8264", STAFF)).isEqualTo(new PinResult.Missing());
            assertThat(doors.signIn().check(card, made.pin(), screen()))
                    .as("a refused PIN changes nothing")
                    .isInstanceOf(Known.class);
        });
    }
}
