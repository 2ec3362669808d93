package org.carrel.security;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditAnchors.Anchor;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.rules.PayloadSeal;
import org.carrel.security.rules.PayloadSeal.Sealed;
import org.carrel.security.store.AuditStore;
import org.carrel.security.store.AuditStore.Entry;

/**
 * Who did what with whose data. Nothing is ever changed or taken out; {@link #check} finds it when somebody did so in the
 * database itself. What it says about a person is encrypted with a key of that person, and is lost with the key; that
 * somebody did something is not.
 */
@Door
public class AuditTrail {
    /** The kind of a subject that is a person; its number is the person's pseudonym. */
    public static final String PERSON = "person";

    /** A person by the number that pages and tables have, which must not outlive the person: the trail never has it. */
    private static final String PATRON = "patron";

    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final Database database;
    private final Clock clock;
    private final Optional<PersonKeys> keys;
    private final AuditStore store = new AuditStore();

    @Inject
    public AuditTrail(Database database, Clock clock, PersonKeys keys) {
        this(database, clock, Optional.of(keys));
    }

    /** Without keys: what is said about persons can be neither written nor read. */
    public AuditTrail(Database database, Clock clock) {
        this(database, clock, Optional.empty());
    }

    private AuditTrail(Database database, Clock clock, Optional<PersonKeys> keys) {
        this.database = database;
        this.clock = clock;
        this.keys = keys;
    }

    /**
     * What came of a look at the whole trail.
     *
     * @param first number of the first event that is kept
     * @param last number of the last event that was in order
     */
    public record Checked(long first, long last, List<String> problems) {}

    /**
     * Writes it in the caller's transaction: both hold or neither does. To be the last of the transaction's writes, as
     * all others wait for it to end.
     *
     * @param actor account; empty: nobody who was signed in
     */
    public void add(Connection connection, OptionalLong actor, String action, Subject subject) throws SQLException {
        add(connection, actor, action, Optional.of(subject), Optional.empty());
    }

    /** As the shorter one. @param payload JSON, at most 4,000 bytes, which says nothing about a person */
    public void add(
            Connection connection,
            OptionalLong actor,
            String action,
            Optional<Subject> subject,
            Optional<String> payload)
            throws SQLException {
        var now = now();
        var kept = subject.isEmpty() ? subject : Optional.of(lasting(connection, subject.get()));
        store.append(
                connection,
                number -> new Entry(new AuditEvent(number, now, actor, action, kept, payload), Optional.empty()));
    }

    /** In a transaction of its own, for looks that write nothing else. */
    public void add(OptionalLong actor, String action, Subject subject) {
        database.transaction(connection -> {
            add(connection, actor, action, subject);
            return true;
        });
    }

    /**
     * Writes what was done with the data of a person, in the caller's transaction.
     *
     * @param person pseudonym
     * @param payload JSON, at most 3,900 bytes, encrypted with the person's key
     */
    public void addAbout(Connection connection, OptionalLong actor, String action, long person, String payload)
            throws SQLException {
        var now = now();
        var known = keys.orElseThrow(() -> new IllegalStateException("No keys of persons here"));
        var nonce = known.random(PayloadSeal.NONCE);
        var sealed = PayloadSeal.seal(known.findOrMake(person), person, action, payload, nonce);
        var subject = Optional.of(new Subject(PERSON, person));
        store.append(
                connection,
                number -> new Entry(
                        new AuditEvent(number, now, actor, action, subject, Optional.empty()), Optional.of(sealed)));
    }

    /** Everything that was done to this, the latest first. @param most how many at most */
    public List<AuditEvent> of(Subject subject, int most) {
        return database.read(connection -> store.of(connection, lasting(connection, subject), most)).stream()
                .map(this::opened)
                .toList();
    }

    /** How often an account has done this since then. */
    public long count(Connection connection, long actor, String action, Instant since) throws SQLException {
        return store.count(connection, actor, action, since);
    }

    /** Numbers of the subjects to which this was done since then. */
    public List<Long> subjects(Connection connection, String action, Instant since) throws SQLException {
        return store.subjects(connection, action, since);
    }

    /** Says what is wrong with the chain, as English sentences; nothing when all is well. */
    public void check(Consumer<String> problems) {
        check().problems().forEach(problems);
    }

    /** Walks the chain, and compares it with what was noted outside of the database. */
    public Checked check() {
        var anchors = keys.map(AuditAnchors::new);
        var problems = new ArrayList<String>();
        var walked = database.read(connection ->
                store.check(connection, (number, hash) -> anchors.flatMap(known -> known.problem(number, hash))
                        .ifPresent(problems::add)));
        walked.problem().ifPresent(problems::add);
        anchors.flatMap(known -> known.beyond(walked.last()))
                .filter(none -> problems.isEmpty())
                .ifPresent(problems::add);
        return new Checked(walked.first(), walked.last(), problems);
    }

    /** Notes outside of the database what the chain ends with now. */
    public void anchor() {
        var last = database.read(store::last);
        if (last.number() == 0) return;
        keys.map(AuditAnchors::new).ifPresent(notes -> notes.add(new Anchor(now(), last.number(), last.hash())));
    }

    /** Lets go of events from before that time, and says so in the trail. How many. */
    public int forget(Instant before) {
        var all = 0;
        for (var some = FORGOTTEN_AT_ONCE; some == FORGOTTEN_AT_ONCE; all += some) {
            some = database.transaction(connection -> forget(connection, before));
        }
        return all;
    }

    private int forget(Connection connection, Instant before) throws SQLException {
        var gone = store.forget(connection, before, FORGOTTEN_AT_ONCE);
        if (gone > 0) {
            var payload = Optional.of("{\"events\":" + gone + "}");
            add(connection, OptionalLong.empty(), "audit_forgotten", Optional.empty(), payload);
        }
        return gone;
    }

    /** As it stands in the trail. */
    private Subject lasting(Connection connection, Subject subject) throws SQLException {
        if (!subject.kind().equals(PATRON)) return subject;
        return new Subject(PERSON, store.pseudonym(connection, subject.number()).orElse(0L));
    }

    private AuditEvent opened(Entry entry) {
        return entry.sealed().map(payload -> opened(entry.event(), payload)).orElse(entry.event());
    }

    private AuditEvent opened(AuditEvent event, Sealed sealed) {
        var text = keys.flatMap(known -> known.find(sealed.person()))
                .flatMap(key -> PayloadSeal.open(key, sealed, event.action()));
        return new AuditEvent(event.number(), event.at(), event.actor(), event.action(), event.subject(), text);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
