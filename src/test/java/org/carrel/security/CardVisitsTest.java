package org.carrel.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Whoever stands at a screen is known for one step and a short while, and at that screen only. */
class CardVisitsTest {
    private static final CardPlace HERE = CardPlace.screen(7);
    private static final CardPlace THERE = CardPlace.screen(8);
    private static final long ZOE = 42;

    private final Watch clock = new Watch();
    private final CardVisits visits = new CardVisits(clock);

    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-10-14T15:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void aPageIsShownOnceAndAtItsScreenOnly() {
        var ticket = visits.toPage(ZOE, HERE);
        assertThat(visits.look(ticket, THERE)).isEmpty();
        assertThat(visits.look(ticket, HERE)).hasValue(ZOE);
        assertThat(visits.look(ticket, HERE)).as("a reload").isEmpty();
        assertThat(visits.look("guessed", HERE)).isEmpty();
        assertThat(visits.look("", HERE)).isEmpty();
    }

    @Test
    void whatLeadsToAPageDoesNothingFromItAndTheOtherWayRound() {
        assertThat(visits.act(visits.toPage(ZOE, HERE), HERE)).isEmpty();
        assertThat(visits.look(visits.fromPage(ZOE, HERE), HERE)).isEmpty();
    }

    @Test
    void aPressThatComesTwiceIsTheSamePersonAndALaterOneNobody() {
        var ticket = visits.fromPage(ZOE, HERE);
        assertThat(visits.act(ticket, HERE)).hasValue(ZOE);
        clock.pass(Duration.ofSeconds(1));
        assertThat(visits.act(ticket, HERE)).hasValue(ZOE);
        clock.pass(Duration.ofSeconds(5));
        assertThat(visits.act(ticket, HERE)).as("from the history").isEmpty();
    }

    @Test
    void timeAndTheNextReaderEndIt() {
        var left = visits.fromPage(ZOE, HERE);
        clock.pass(CardVisits.PAGE);
        assertThat(visits.act(left, HERE)).isEmpty();
        var slow = visits.toPage(ZOE, HERE);
        clock.pass(Duration.ofSeconds(30));
        assertThat(visits.look(slow, HERE)).isEmpty();
        var done = visits.fromPage(ZOE, HERE);
        var elsewhere = visits.fromPage(ZOE, THERE);
        visits.over(HERE);
        assertThat(visits.act(done, HERE)).as("the reset").isEmpty();
        assertThat(visits.act(elsewhere, THERE)).hasValue(ZOE);
    }
}
