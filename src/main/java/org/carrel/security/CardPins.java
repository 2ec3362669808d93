package org.carrel.security;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.PinResult.Done;
import org.carrel.security.PinResult.Missing;
import org.carrel.security.PinResult.Refused;
import org.carrel.security.rules.PinRules;
import org.carrel.security.store.PinStore;

/** Staff give people PINs. A new one ends the waiting of a card that was tried too often. */
@Door
public class CardPins {
    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final CardHolders holders;
    private final PinStore store = new PinStore();
    private final PinTries tries = new PinTries();
    private final PasswordWork work = new PasswordWork();

    @Inject
    public CardPins(Database database, Clock clock, AuditTrail audit, CardHolders holders) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.holders = holders;
    }

    public boolean has(long patron) {
        return database.read(connection -> store.hash(connection, patron)).isPresent();
    }

    /** @param actor account of who sets it */
    public PinResult set(long patron, String typed, long actor) {
        var holder = holders.byPatron(patron);
        if (holder.isEmpty()) return new Missing();
        var pin = typed.strip();
        var problem = PinRules.problem(pin, holder.get().numbers());
        return problem.<PinResult>map(Refused::new).orElseGet(() -> keep(holder.get(), pin, actor));
    }

    /** One that is made here. @param actor account of who sets it */
    public PinResult setRandom(long patron, long actor) {
        return holders.byPatron(patron)
                .map(holder -> keep(holder, PinRules.random(work.random(), holder.numbers()), actor))
                .orElseGet(Missing::new);
    }

    /** The person can sign in no more. False when there was no PIN. @param actor account of who does it */
    public boolean remove(long patron, long actor) {
        return database.transaction(connection -> {
            if (!store.remove(connection, patron)) return false;
            audit.add(connection, OptionalLong.of(actor), "pin_removed", new Subject("patron", patron));
            return true;
        });
    }

    private PinResult keep(CardHolder holder, String pin, long actor) {
        var hash = work.hash(pin);
        return database.transaction(connection -> {
            store.set(connection, holder.patron(), hash, clock.instant());
            tries.forget(connection, CardSignIn.key(holder.patron()));
            audit.add(connection, OptionalLong.of(actor), "pin_set", new Subject("patron", holder.patron()));
            return new Done(holder, pin);
        });
    }
}
