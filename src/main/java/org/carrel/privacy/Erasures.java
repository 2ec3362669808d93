package org.carrel.privacy;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronErasure;
import org.carrel.patrons.PatronErasure.Known;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.privacy.store.ErasureStore;
import org.carrel.security.AccountErasure;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.PersonKeys;

/**
 * Erases people (rule PR-8): every row about them, then the key of what the audit trail says about them. What stays is how many
 * went in a month, and that it was done.
 */
@Door
public class Erasures {
    static final String ACTION = "person_erased";
    /** Longer than any backup of keys and database may be kept. */
    private static final Duration LOOK_BACK = Duration.ofDays(60);

    private final Database database;
    private final Clock clock;
    private final PatronErasure patrons;
    private final AccountErasure accounts;
    private final AuditTrail audit;
    private final ErasedPeople erased;
    private final ErasureStore store = new ErasureStore();

    @Inject
    public Erasures(
            Database database,
            Clock clock,
            PatronErasure patrons,
            AccountErasure accounts,
            AuditTrail audit,
            PersonKeys keys) {
        this.database = database;
        this.clock = clock;
        this.patrons = patrons;
        this.accounts = accounts;
        this.audit = audit;
        this.erased = new ErasedPeople(keys);
    }

    /** By hand, with a reason. */
    public ErasureResult erase(Caller by, long patron, ErasureReason reason) {
        return erase(Optional.of(by), patron, reason);
    }

    /** Those who left before that time and have nothing of the library. How many people. */
    public int eraseLeavers(Instant before) {
        finish();
        var day = LocalDate.ofInstant(before, clock.getZone());
        return eraseAll(database.read(connection -> patrons.leftBy(connection, day)), ErasureReason.LEFT);
    }

    /** Those whom a backup has brought back (rule PR-13). How many people. */
    public int eraseAgain() {
        var all = erased.all();
        if (all.isEmpty()) return 0;
        return eraseAll(database.read(connection -> patrons.withPseudonyms(connection, all)), ErasureReason.RESTORED);
    }

    private int eraseAll(Collection<Long> people, ErasureReason reason) {
        var count = 0;
        for (var patron : people) if (erase(Optional.empty(), patron, reason) == ErasureResult.ERASED) count++;
        return count;
    }

    private ErasureResult erase(Optional<Caller> by, long patron, ErasureReason reason) {
        var gone = new ArrayList<Long>();
        var result = database.transaction(connection -> {
            gone.clear();
            var person = patrons.lock(connection, patron);
            if (person.isEmpty()
                    || by.filter(caller -> !Reached.by(caller, person.get())).isPresent()) {
                return ErasureResult.MISSING;
            }
            if (patrons.hasProperty(connection, person.get())) return ErasureResult.PROPERTY_OUT;
            erase(connection, by, person.get(), reason);
            gone.addAll(person.get().pseudonyms());
            return ErasureResult.ERASED;
        });
        erased.add(gone, LocalDate.now(clock));
        return result;
    }

    private void erase(Connection connection, Optional<Caller> by, Known person, ErasureReason reason)
            throws SQLException {
        if (person.category() == PatronCategory.STUDENT) accounts.erase(connection, person.usernames());
        else accounts.close(connection, person.usernames(), clock.instant());
        patrons.erase(connection, person);
        var month = LocalDate.now(clock).withDayOfMonth(1);
        store.count(connection, month, person.category().name(), reason.name());
        var actor = by.map(caller -> OptionalLong.of(caller.account())).orElse(OptionalLong.empty());
        var why = Optional.of("{\"reason\":\"" + reason + "\"}");
        for (var pseudonym : person.pseudonyms()) {
            audit.add(connection, actor, ACTION, Optional.of(new Subject(AuditTrail.PERSON, pseudonym)), why);
        }
    }

    /** What a crash between database and keys has left undone: the trail knows who was erased. */
    private void finish() {
        var since = clock.instant().minus(LOOK_BACK);
        List<Long> people = database.read(connection -> audit.subjects(connection, ACTION, since));
        erased.add(people, LocalDate.now(clock));
    }
}
