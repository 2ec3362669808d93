package org.carrel.patrons;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carrel.patrons.store.OwnClassStore;
import org.carrel.patrons.store.PatronStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** Who somebody that is signed in is as a borrower, and whom they teach. */
@Door
public class OwnClasses {
    private final Database database;
    private final Clock clock;
    private final OwnClassStore store = new OwnClassStore();
    private final PatronStore patrons = new PatronStore();

    @Inject
    public OwnClasses(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The person who signs in as this account: by user name or e-mail address, as rosters have them. Empty when nobody is, or more
     * than one: then nobody is shown anybody's loans.
     */
    public Optional<Patron> self(Caller caller) {
        return database.read(connection -> self(connection, caller));
    }

    private Optional<Patron> self(Connection connection, Caller caller) throws SQLException {
        var found = store.byUsername(connection, caller.username().toLowerCase(Locale.ROOT));
        if (found.size() != 1) return Optional.empty();
        return patrons.find(connection, found.getFirst()).filter(person -> isReached(person, caller));
    }

    private static boolean isReached(Patron person, Caller caller) {
        var site = person.facts().get(PatronField.SITE);
        return site.isEmpty() || caller.isOf(site);
    }

    /** What the caller teaches now. */
    public List<OwnClass> taughtBy(Caller caller) {
        var today = LocalDate.now(clock);
        return database.read(connection -> {
            var self = self(connection, caller);
            return self.isEmpty()
                    ? List.<OwnClass>of()
                    : store.taughtBy(connection, self.get().id(), today);
        });
    }

    /** How many active students each class has that the caller teaches now, by its number. */
    public Map<Long, Integer> heads(Caller caller) {
        var today = LocalDate.now(clock);
        return database.read(connection -> {
            var self = self(connection, caller);
            var heads = new HashMap<Long, Integer>();
            if (self.isEmpty()) return heads;
            var teacher = self.get().id();
            for (var taught : store.taughtBy(connection, teacher, today))
                heads.put(
                        taught.number(),
                        store.students(connection, teacher, taught, today).size());
            return heads;
        });
    }

    /** Active students of a class that the caller teaches now, within reach, by name. Empty for anybody else's class. */
    public List<Patron> students(Caller caller, long number) {
        var today = LocalDate.now(clock);
        return database.read(connection -> {
            var self = self(connection, caller);
            if (self.isEmpty()) return List.<Patron>of();
            var teacher = self.get().id();
            var taught = store.taughtBy(connection, teacher, today).stream()
                    .filter(known -> known.number() == number)
                    .findFirst();
            if (taught.isEmpty()) return List.<Patron>of();
            var ids = store.students(connection, teacher, taught.get(), today);
            return patrons.find(connection, ids).stream()
                    .filter(student -> isReached(student, caller))
                    .toList();
        });
    }
}
