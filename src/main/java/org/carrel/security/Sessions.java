package org.carrel.security;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.rules.BackOff;
import org.carrel.security.rules.Secret;
import org.carrel.security.rules.SessionTimes;
import org.carrel.security.store.ProgramStore;
import org.carrel.security.store.SessionStore;
import org.carrel.security.store.SessionStore.Open;
import org.carrel.security.store.TryStore;

/** Who is signed in. The browser holds a random token, the database its hash. */
@Door
public class Sessions {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    /** Not every request is written down. */
    private static final Duration COARSE = Duration.ofSeconds(20);

    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final SessionStore store = new SessionStore();

    @Inject
    public Sessions(Database database, Clock clock, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * A session that holds.
     *
     * @param proven whether the person has shown the password a short while ago
     */
    public record Session(Caller caller, boolean proven) {}

    /**
     * Empty when there is none, it is over or locked, or the account is disabled.
     *
     * @param used whether a person did something; false for what a page asks by itself
     */
    public Optional<Session> find(String token, boolean used) {
        if (!TOKEN.matcher(token).matches()) return Optional.empty();
        var now = clock.instant();
        var open = database.read(connection -> store.find(connection, Secret.hash(token)))
                .filter(session -> holds(session, now));
        if (used) open.ifPresent(session -> use(session, now));
        return open.map(session -> new Session(session.caller(), isProven(session, now)));
    }

    /** After what time without doing anything the desk of such a person is locked; empty where the session just ends. */
    public static Optional<Duration> locksAfter(Role role) {
        return SessionTimes.lock(role) ? Optional.of(SessionTimes.of(role).idle()) : Optional.empty();
    }

    /** Whose session it is that has to be unlocked: somebody has locked it, or it was left alone for too long. */
    public Optional<Caller> locked(String token) {
        return lockedSession(token).map(Open::caller);
    }

    Optional<Open> lockedSession(String token) {
        if (!TOKEN.matcher(token).matches()) return Optional.empty();
        var now = clock.instant();
        return database.read(connection -> store.find(connection, Secret.hash(token)))
                .filter(session -> SessionTimes.lock(session.caller().role()))
                .filter(session -> SessionTimes.of(session.caller().role()).last(session.created(), now))
                .filter(session -> !holds(session, now));
    }

    private static boolean holds(Open session, Instant now) {
        return session.locked().isEmpty()
                && SessionTimes.of(session.caller().role()).hold(session.created(), session.lastUsed(), now);
    }

    private static boolean isProven(Open session, Instant now) {
        return now.isBefore(session.proven().plus(SessionTimes.PROVEN));
    }

    private void use(Open session, Instant now) {
        if (now.isBefore(session.lastUsed().plus(COARSE))) return;
        database.transaction(connection -> {
            store.used(connection, session.number(), now);
            return true;
        });
    }

    /** From now on the token opens nothing. */
    public void end(String token) {
        var caller = find(token, false).map(Session::caller).or(() -> locked(token));
        database.transaction(connection -> {
            if (store.end(connection, Secret.hash(token)) && caller.isPresent()) {
                var account = caller.get().account();
                audit.add(connection, OptionalLong.of(account), "sign_out", new Subject("account", account));
            }
            return true;
        });
    }

    /** Forgets browsers that were not used since, sessions that are over, tries and requests that do not count any more. How many rows. */
    public int forget(Instant since) {
        var now = clock.instant();
        return database.transaction(connection -> store.forgetUnused(connection, since)
                + store.forgetOver(connection, now)
                + new TryStore().forget(connection, now.minus(BackOff.MEMORY))
                + new ProgramStore().forgetRequests(connection, now.minus(Programs.REQUESTS)));
    }

    /** In the transaction of whoever has found out who it is; the token of the new session. */
    String open(Connection connection, Caller caller, String token) throws SQLException {
        var now = clock.instant();
        if (caller.role() == Role.STUDENT) store.endAll(connection, caller.account());
        var end = now.plus(SessionTimes.of(caller.role()).longest());
        store.open(connection, Secret.hash(token), caller.account(), now, end);
        return token;
    }
}
