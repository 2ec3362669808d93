package org.carrel.devices;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.carrel.devices.store.CartOutStore;
import org.carrel.patrons.OwnClasses;
import org.carrel.patrons.Patron;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** The carts that somebody who is signed in has, and how many devices they have counted in them (rule Q2). */
@Door
public class CartCounts {
    /** More no cart holds. */
    public static final int MOST = 999;

    private final Database database;
    private final Clock clock;
    private final OwnClasses people;
    private final CartOutStore outs = new CartOutStore();

    @Inject
    public CartCounts(Database database, Clock clock, OwnClasses people) {
        this.database = database;
        this.clock = clock;
        this.people = people;
    }

    /** Empty when no borrower goes by the name of this account. */
    public Optional<List<CartOut>> of(Caller by) {
        return people.self(by)
                .map(Patron::id)
                .map(self -> database.read(connection -> outs.ofPatron(connection, self)));
    }

    /** False when it is not theirs, or back, or no number that can be. Counting again puts the number right. */
    public boolean accept(long out, int number, Caller by) {
        var self = people.self(by).map(Patron::id);
        if (self.isEmpty() || number < 0 || number > MOST) return false;
        return database.transaction(connection -> outs.accept(connection, out, self.get(), number, clock.instant()));
    }
}
