package org.carrel.security;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.CardSignInResult.Known;
import org.carrel.security.CardSignInResult.Refused;
import org.carrel.security.CardSignInResult.Wait;
import org.carrel.security.PinTries.Turn;
import org.carrel.security.store.PinStore;

/**
 * A person shows card and PIN. Each try counts, and takes as long for a card that nobody has. A card that is tried too often
 * has to wait, and so has a screen; no other card and no other screen does.
 */
@Door
public class CardSignIn {
    private static final Logger LOG = System.getLogger(CardSignIn.class.getName());
    private static final int LONGEST = 64;

    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final CardHolders holders;
    private final PinStore pins = new PinStore();
    private final PinTries tries = new PinTries();
    private final PasswordWork work = new PasswordWork();

    @Inject
    public CardSignIn(Database database, Clock clock, AuditTrail audit, CardHolders holders) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.holders = holders;
    }

    /**
     * Looks at a card and a PIN.
     *
     * @param typedCard as scanned or typed
     */
    public CardSignInResult check(String typedCard, String typedPin, CardPlace place) {
        var card = cut(typedCard.strip().toUpperCase(Locale.ROOT));
        var holder = holders.byCard(card);
        var key = holder.map(known -> key(known.patron())).orElse("number " + card);
        var turn = database.transaction(connection -> tries.take(connection, key, place, clock.instant()));
        if (turn.mustWait()) return new Wait(turn.pause());
        var hash = holder.flatMap(known -> database.read(connection -> pins.hash(connection, known.patron())));
        if (!work.matches(cut(typedPin.strip()), hash)) return failed(holder, turn);
        var known = holder.orElseThrow();
        return database.transaction(connection -> {
            tries.succeeded(connection, turn);
            audit.add(connection, OptionalLong.empty(), "card_sign_in", new Subject("patron", known.patron()));
            return new Known(known);
        });
    }

    /** What tries of a person's cards are counted by: a second card gives no further tries. */
    static String key(long patron) {
        return "patron " + patron;
    }

    private CardSignInResult failed(Optional<CardHolder> holder, Turn turn) {
        var subject = holder.map(known -> new Subject("patron", known.patron()));
        database.transaction(connection -> {
            var action = turn.last() ? "pin_blocked" : "pin_failed";
            audit.add(connection, OptionalLong.empty(), action, subject, Optional.empty());
            return true;
        });
        if (turn.last()) LOG.log(Level.WARNING, "PINs are being tried: a card or a screen has to wait now");
        return new Refused();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
