package org.carrel.patrons;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.carrel.patrons.CardResult.Given;
import org.carrel.patrons.CardResult.Gone;
import org.carrel.patrons.CardResult.NotANumber;
import org.carrel.patrons.CardResult.Taken;
import org.carrel.patrons.PatronCard.Status;
import org.carrel.patrons.PatronEvent.Kind;
import org.carrel.patrons.store.CardStore;
import org.carrel.patrons.store.PatronHistoryStore;
import org.carrel.patrons.store.PatronStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** The cards of people: many for one, and only one person for a card that is good. */
@Door
public class PatronCards {
    private final Database database;
    private final Clock clock;
    private final CardStore store = new CardStore();
    private final PatronStore patrons = new PatronStore();
    private final PatronHistoryStore history = new PatronHistoryStore();

    @Inject
    public PatronCards(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One more card. */
    public CardResult add(long patronId, String typed, String who) {
        var number = PatronCard.number(typed);
        if (number.isEmpty()) return new NotANumber();
        return database.transaction(connection -> {
            var patron = patrons.lock(connection, patronId).orElse(null);
            if (patron == null || patron.mergedInto().isPresent()) return new Gone();
            return give(connection, patronId, number.get(), who, Kind.CARD_ADDED);
        });
    }

    /** A new card instead of this one, which stops working at once; nothing happens when the new number is taken. */
    public CardResult replace(long patronId, long cardId, String typed, String who) {
        var number = PatronCard.number(typed);
        if (number.isEmpty()) return new NotANumber();
        return database.transaction(connection -> {
            patrons.lock(connection, patronId);
            var card = store.find(connection, cardId).orElse(null);
            if (card == null || card.patronId() != patronId || card.status() != Status.ACTIVE) return new Gone();
            var given = give(connection, patronId, number.get(), who, Kind.CARD_REPLACED);
            if (given instanceof Given) store.end(connection, cardId, Status.REPLACED, clock.instant());
            return given;
        });
    }

    /** The card stops working at once. False when it is not good any more, or not this person's. */
    public boolean lost(long patronId, long cardId, String who) {
        return database.transaction(connection -> {
            var card = store.find(connection, cardId).orElse(null);
            if (card == null || card.patronId() != patronId) return false;
            var now = clock.instant();
            if (!store.end(connection, cardId, Status.LOST, now)) return false;
            history.add(connection, patronId, now, who, Kind.CARD_LOST, card.number());
            return true;
        });
    }

    private CardResult give(Connection connection, long patronId, String number, String who, Kind kind)
            throws SQLException {
        var now = clock.instant();
        if (!store.add(connection, patronId, number, false, now)) return taken(connection, number);
        history.add(connection, patronId, now, who, kind, number);
        return new Given();
    }

    private CardResult taken(Connection connection, String number) throws SQLException {
        var card = store.findActive(connection, number).orElseThrow();
        var name = patrons.find(connection, card.patronId()).map(Patron::spokenName);
        return new Taken(card.patronId(), name.orElse(""));
    }
}
