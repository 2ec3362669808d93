package org.carrel.security;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Door;
import org.carrel.security.rules.Secret;

/**
 * Who stands at a screen, from the moment at which card and PIN were right until the page is left. A ticket rides in the page and
 * nowhere else: no cookie has it. It is good at the screen that it was given to, for one step and a short while, so that neither a
 * reload nor the way back shows anything. Nothing of it is stored: with the program all of them go.
 */
@Door
public class CardVisits {
    /** For so long a page that nobody has touched is acted from. */
    public static final Duration PAGE = Duration.ofMinutes(3);

    /** From the form to the page. */
    private static final Duration STEP = Duration.ofSeconds(30);
    /** Within that the same press came twice. */
    private static final Duration DOUBLE = Duration.ofSeconds(5);

    /** More than all screens of a district can have open; beyond it everybody shows the card again. */
    private static final int MOST = 10_000;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ticket> tickets = new HashMap<>();

    @Inject
    public CardVisits(Clock clock) {
        this.clock = clock;
    }

    /** @param acts from a page; else it only leads to one @param ends when it is good no more */
    private record Ticket(long patron, CardPlace place, boolean acts, Instant ends) {}

    /** Leads to the page of this person, once. */
    public String toPage(long patron, CardPlace place) {
        return give(new Ticket(patron, place, false, clock.instant().plus(STEP)));
    }

    /** Goes into the forms of the page. */
    public String fromPage(long patron, CardPlace place) {
        return give(new Ticket(patron, place, true, clock.instant().plus(PAGE)));
    }

    private synchronized String give(Ticket ticket) {
        var now = clock.instant();
        tickets.values().removeIf(old -> !now.isBefore(old.ends()));
        if (tickets.size() >= MOST) tickets.clear();
        var token = Secret.token(random);
        tickets.put(token, ticket);
        return token;
    }

    /** Whose page is shown at this place. The ticket is used up. */
    public synchronized OptionalLong look(String token, CardPlace place) {
        var ticket = good(token, place, false);
        if (ticket.isEmpty()) return OptionalLong.empty();
        tickets.remove(token);
        return OptionalLong.of(ticket.get().patron());
    }

    /** Who does something from the page at this place. The ticket is used up, but for a second press at once. */
    public synchronized OptionalLong act(String token, CardPlace place) {
        var ticket = good(token, place, true);
        if (ticket.isEmpty()) return OptionalLong.empty();
        var known = ticket.get();
        var soon = clock.instant().plus(DOUBLE);
        var ends = known.ends().isBefore(soon) ? known.ends() : soon;
        tickets.put(token, new Ticket(known.patron(), place, true, ends));
        return OptionalLong.of(known.patron());
    }

    private Optional<Ticket> good(String token, CardPlace place, boolean acts) {
        return Optional.ofNullable(tickets.get(token))
                .filter(ticket -> ticket.acts() == acts && ticket.place().equals(place))
                .filter(ticket -> clock.instant().isBefore(ticket.ends()));
    }

    /** Whoever was at this place has gone. */
    public synchronized void over(CardPlace place) {
        tickets.values().removeIf(ticket -> ticket.place().equals(place));
    }
}
