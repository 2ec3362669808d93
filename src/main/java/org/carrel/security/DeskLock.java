package org.carrel.security;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.SignInResult.Refused;
import org.carrel.security.SignInResult.SignedIn;
import org.carrel.security.SignInResult.Wait;
import org.carrel.security.SignInTries.Turn;
import org.carrel.security.rules.Secret;
import org.carrel.security.rules.SessionTimes;
import org.carrel.security.rules.UnlockRules;
import org.carrel.security.rules.UnlockRules.Shown;
import org.carrel.security.store.AccountStore;
import org.carrel.security.store.SessionStore;
import org.carrel.security.store.SessionStore.Open;
import org.carrel.security.store.UnlockStore;
import org.jspecify.annotations.Nullable;

/**
 * A desk that its person has left. The session goes on when the same person comes back and shows password, PIN or badge; each
 * try counts as one to sign in does. Whoever else signs in there ends it.
 */
@Door
public class DeskLock {
    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final Sessions sessions;
    private final WebSettings settings;
    private final AccountStore accounts = new AccountStore();
    private final SessionStore store = new SessionStore();
    private final UnlockStore keys = new UnlockStore();
    private final SignInTries tries = new SignInTries();
    private final PasswordWork work = new PasswordWork();

    @Inject
    public DeskLock(Database database, Clock clock, AuditTrail audit, Sessions sessions, WebSettings settings) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** What somebody has to unlock a desk with beside the password. */
    public record Keys(boolean pin, boolean badge) {}

    /** Locks the session of this token; false when there is none that can be locked. */
    public boolean lock(String token) {
        var caller = sessions.find(token, false).map(Sessions.Session::caller);
        if (caller.filter(known -> SessionTimes.lock(known.role())).isEmpty()) return false;
        return database.transaction(connection -> {
            if (!store.lock(connection, Secret.hash(token), clock.instant())) return false;
            note(connection, caller.get(), "desk_locked");
            return true;
        });
    }

    /**
     * Opens a locked session again, under a new token.
     *
     * @param typed password, PIN or badge
     * @param pin beside a badge; empty otherwise
     * @return empty when there is nothing to unlock: the session is over
     */
    public Optional<SignInResult> unlock(String typed, String pin, SignInFrom from) {
        return sessions.lockedSession(from.session()).map(session -> tried(session, typed, pin, from));
    }

    private SignInResult tried(Open session, String typed, String pin, SignInFrom from) {
        var caller = session.caller();
        var turn = turn(caller, from);
        if (turn.mustWait()) return new Wait(turn.pause());
        var shown = shown(caller, typed, pin);
        if (!UnlockRules.opens(shown, caller.role(), settings.badgeWithPin())) {
            return database.transaction(connection -> {
                note(connection, caller, "unlock_failed");
                return new Refused();
            });
        }
        return database.transaction(connection -> opened(connection, caller, shown.password(), turn, from));
    }

    private Turn turn(Caller caller, SignInFrom from) {
        var browser = Secret.hash(from.browser());
        return database.transaction(connection -> {
            var known = !from.browser().isEmpty() && store.knows(connection, browser, caller.account());
            return tries.take(connection, caller.username(), from, known, clock.instant());
        });
    }

    /** Looks at everything, right or not: how long it takes says nothing. */
    private Shown shown(Caller caller, String typed, String pin) {
        var secrets = database.read(connection -> accounts.secrets(connection, caller.account()));
        var own = database.read(connection -> keys.find(connection, caller.account()));
        var password = work.matches(typed, secrets.flatMap(found -> Optional.ofNullable(found.passwordHash())));
        var isPin = work.matches(typed.strip(), own.pin());
        var isBadge = work.matches(UnlockRules.badge(typed), own.badge());
        var withPin = !pin.isEmpty() && work.matches(pin.strip(), own.pin());
        return new Shown(password, isPin, isBadge, withPin);
    }

    private SignInResult opened(Connection connection, Caller caller, boolean proven, Turn turn, SignInFrom from)
            throws SQLException {
        var now = clock.instant();
        var token = Secret.token(work.random());
        var shownAt = proven ? now : now.minus(SessionTimes.PROVEN);
        if (!store.unlock(connection, Secret.hash(from.session()), Secret.hash(token), shownAt, now))
            return new Refused();
        var browser = from.browser().isEmpty() ? Secret.token(work.random()) : from.browser();
        store.remember(connection, Secret.hash(browser), caller.account(), now);
        tries.succeeded(connection, turn);
        note(connection, caller, "desk_unlocked");
        return new SignedIn(caller, token, browser);
    }

    public Keys keys(Caller caller) {
        var own = database.read(connection -> keys.find(connection, caller.account()));
        return new Keys(own.pin().isPresent(), own.badge().isPresent());
    }

    /** What is wrong with it; empty when it holds from now on. */
    public Optional<UnlockProblem> setPin(Caller caller, String pin, String again) {
        var problem = UnlockRules.pinProblem(pin.strip(), again.strip());
        if (problem.isEmpty()) keepPin(caller, work.hash(pin.strip()), "desk_pin_set");
        return problem;
    }

    /** What is wrong with it; empty when it holds from now on. */
    public Optional<UnlockProblem> setBadge(Caller caller, String badge) {
        var problem = UnlockRules.badgeProblem(badge);
        if (problem.isEmpty()) keepBadge(caller, work.hash(UnlockRules.badge(badge)), "desk_badge_set");
        return problem;
    }

    public void removePin(Caller caller) {
        keepPin(caller, null, "desk_pin_removed");
    }

    public void removeBadge(Caller caller) {
        keepBadge(caller, null, "desk_badge_removed");
    }

    private void keepPin(Caller caller, @Nullable String hash, String action) {
        database.transaction(connection -> {
            keys.setPin(connection, caller.account(), hash, clock.instant());
            note(connection, caller, action);
            return true;
        });
    }

    private void keepBadge(Caller caller, @Nullable String hash, String action) {
        database.transaction(connection -> {
            keys.setBadge(connection, caller.account(), hash, clock.instant());
            note(connection, caller, action);
            return true;
        });
    }

    private void note(Connection connection, Caller caller, String action) throws SQLException {
        var account = caller.account();
        audit.add(connection, OptionalLong.of(account), action, new Subject("account", account));
    }
}
