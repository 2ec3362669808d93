package org.carrel.security;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.SignInResult.BadAccount;
import org.carrel.security.SignInResult.BadPassword;
import org.carrel.security.SignInResult.Elsewhere;
import org.carrel.security.SignInResult.Refused;
import org.carrel.security.SignInResult.SignedIn;
import org.carrel.security.SignInResult.Wait;
import org.carrel.security.SignInTries.Turn;
import org.carrel.security.rules.BackOff;
import org.carrel.security.rules.PasswordHash;
import org.carrel.security.rules.Secret;
import org.carrel.security.rules.Username;
import org.carrel.security.store.AccountStore;
import org.carrel.security.store.AccountStore.Secrets;
import org.carrel.security.store.SessionStore;
import org.carrel.security.store.TryStore;

/**
 * The ways in: by password, by the code that an administrator hands over, by the code of the first start. Each try counts,
 * and takes as long for a name that nobody has.
 */
@Door
public class SignIn {
    private static final Duration BROWSER_LIFE = Duration.ofDays(400);
    private static final Duration BETWEEN_TIDYING = Duration.ofMinutes(10);
    private static final String SETUP = " setup";
    private static final Turn NO_TURN = new Turn(List.of(), List.of(), Duration.ZERO);

    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final Sessions sessions;
    private final WebSettings settings;
    private final AccountStore accounts = new AccountStore();
    private final SessionStore browsers = new SessionStore();
    private final TryStore counts = new TryStore();
    private final SignInTries tries = new SignInTries();
    private final PasswordWork work = new PasswordWork();
    private volatile Instant tidied = Instant.EPOCH;

    @Inject
    public SignIn(Database database, Clock clock, AuditTrail audit, Sessions sessions, WebSettings settings) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** @param typedName as typed */
    public SignInResult byPassword(String typedName, String password, SignInFrom from) {
        var name = plain(typedName);
        var secrets = database.read(connection -> accounts.secrets(connection, name));
        var turn = turn(name, secrets, from);
        if (turn.mustWait()) return new Wait(turn.pause());
        var good = secrets.filter(found -> found.account().disabled().isEmpty());
        var hash = good.flatMap(found -> Optional.ofNullable(found.passwordHash()));
        if (!work.matches(password, hash)) return failed(secrets, "sign_in_failed");
        var account = good.orElseThrow().account();
        var renewed = hash.filter(PasswordHash::isOutdated).map(old -> work.hash(password));
        return open(account.caller(), turn, from, "sign_in", renewed);
    }

    /** Chooses a password with the code that an administrator has handed over, which is used up by that. */
    public SignInResult byCode(String typedName, String typedCode, NewPassword chosen, SignInFrom from) {
        var name = plain(typedName);
        var problem = work.problem(chosen, List.of(name, settings.schoolName()));
        if (problem.isPresent()) return new BadPassword(problem.get());
        var secrets = database.read(connection -> accounts.secrets(connection, name));
        var turn = turn(name, secrets, from);
        if (turn.mustWait()) return new Wait(turn.pause());
        var hash = work.hash(chosen.first());
        if (!secrets.filter(found -> isCode(found, typedCode)).isPresent()) return failed(secrets, "code_failed");
        var caller = secrets.orElseThrow().account().caller();
        return open(caller, turn, from, "password_chosen", Optional.of(hash));
    }

    /**
     * Lets in whom the school's own sign-in has let in there: by the identity that was bound to an account before, or, the
     * first time, by the name of an account that no other identity of that issuer is bound to.
     *
     * @param name empty when the issuer vouches for none
     */
    public SignInResult byIdentity(String issuer, String subject, Optional<String> name, SignInFrom from) {
        var found = database.transaction(connection -> {
            var bound = accounts.identity(connection, issuer, subject);
            if (bound.isPresent() || name.isEmpty()) return bound;
            var named = accounts.secrets(connection, plain(name.get())).map(Secrets::account);
            return named.isPresent() && accounts.bind(connection, issuer, subject, named.get(), clock.instant())
                    ? named
                    : Optional.<Account>empty();
        });
        var account = found.filter(known -> known.disabled().isEmpty());
        if (account.isEmpty()) return new Elsewhere(Elsewhere.Problem.NO_ACCOUNT);
        return open(account.get().caller(), NO_TURN, from, "sign_in", Optional.empty());
    }

    /** Changes the own password; all other sessions of the account end. */
    public SignInResult changePassword(Caller caller, String current, NewPassword chosen, SignInFrom from) {
        var problem = work.problem(chosen, List.of(caller.username(), caller.displayName(), settings.schoolName()));
        if (problem.isPresent()) return new BadPassword(problem.get());
        var secrets = database.read(connection -> accounts.secrets(connection, caller.account()));
        var turn = turn(caller.username(), secrets, from);
        if (turn.mustWait()) return new Wait(turn.pause());
        var hash = secrets.flatMap(found -> Optional.ofNullable(found.passwordHash()));
        if (!work.matches(current, hash)) return failed(secrets, "sign_in_failed");
        return open(caller, turn, from, "password_changed", Optional.of(work.hash(chosen.first())));
    }

    /** Makes the first administrator with the code that the program has printed, which is used up by that. */
    public SignInResult setUp(
            String typedCode, String typedName, String displayName, NewPassword chosen, SignInFrom from) {
        var username = Username.parse(typedName);
        if (username.isEmpty()) return new BadAccount(AccountResult.Problem.BAD_USERNAME);
        if (!Accounts.isName(displayName)) return new BadAccount(AccountResult.Problem.BAD_NAME);
        var problem = work.problem(chosen, List.of(username.get().value(), displayName, settings.schoolName()));
        if (problem.isPresent()) return new BadPassword(problem.get());
        var turn = turn(SETUP, Optional.empty(), from);
        if (turn.mustWait()) return new Wait(turn.pause());
        var hash = work.hash(chosen.first());
        var made = database.transaction(
                connection -> firstAdmin(connection, typedCode, username.get().value(), displayName.strip(), hash));
        return made instanceof SignedIn first ? open(first.caller(), turn, from, "set_up", Optional.empty()) : made;
    }

    private SignInResult firstAdmin(Connection connection, String typedCode, String username, String name, String hash)
            throws SQLException {
        var now = clock.instant();
        var code = counts.setupCodeForUpdate(connection, now);
        if (!code.filter(known -> MessageDigest.isEqual(known, Secret.hash(Secret.plainCode(typedCode))))
                .isPresent()) return new Refused();
        var number = accounts.add(connection, username, name, Role.ADMIN, null, now);
        if (number.isEmpty()) return new BadAccount(AccountResult.Problem.USERNAME_TAKEN);
        accounts.setPassword(connection, number.get(), hash, now);
        counts.removeSetupCode(connection);
        var caller = new Caller(number.get(), username, name, Role.ADMIN, Optional.empty());
        return new SignedIn(caller, "", "");
    }

    private boolean isCode(Secrets found, String typedCode) {
        var ends = found.account().codeEnds();
        return found.codeHash() != null
                && MessageDigest.isEqual(found.codeHash(), Secret.hash(Secret.plainCode(typedCode)))
                && ends.isPresent()
                && clock.instant().isBefore(ends.get())
                && found.account().disabled().isEmpty();
    }

    private Turn turn(String name, Optional<Secrets> secrets, SignInFrom from) {
        var browser = Secret.hash(from.browser());
        var account = secrets.map(found -> found.account().number()).orElse(0L);
        tidy();
        return database.transaction(connection -> {
            var known = !from.browser().isEmpty() && browsers.knows(connection, browser, account);
            return tries.take(connection, name, from, known, clock.instant());
        });
    }

    private SignInResult failed(Optional<Secrets> secrets, String action) {
        var subject =
                secrets.map(found -> new Subject("account", found.account().number()));
        database.transaction(connection -> {
            audit.add(connection, OptionalLong.empty(), action, subject, Optional.empty());
            return true;
        });
        return new Refused();
    }

    /** A new session, never an old one that was lying there; with a new password no other one stays open. */
    private SignInResult open(Caller caller, Turn turn, SignInFrom from, String action, Optional<String> hash) {
        var token = Secret.token(work.random());
        var browser = from.browser().isEmpty() ? Secret.token(work.random()) : from.browser();
        var now = clock.instant();
        return database.transaction(connection -> {
            tries.succeeded(connection, turn);
            if (!from.session().isEmpty()) browsers.end(connection, Secret.hash(from.session()));
            if (hash.isPresent()) accounts.setPassword(connection, caller.account(), hash.get(), now);
            if (!action.equals("sign_in")) {
                browsers.endAll(connection, caller.account());
                browsers.forgetBrowsers(connection, caller.account());
            }
            browsers.remember(connection, Secret.hash(browser), caller.account(), now);
            sessions.open(connection, caller, token);
            audit.add(connection, OptionalLong.of(caller.account()), action, new Subject("account", caller.account()));
            return new SignedIn(caller, token, browser);
        });
    }

    private void tidy() {
        var now = clock.instant();
        if (now.isBefore(tidied.plus(BETWEEN_TIDYING))) return;
        tidied = now;
        database.transaction(connection -> {
            browsers.tidy(connection, now, now.minus(BROWSER_LIFE));
            counts.tidy(connection, now.minus(BackOff.MEMORY));
            return true;
        });
    }

    private static String plain(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        return text.length() > Username.LONGEST ? text.substring(0, Username.LONGEST) : text;
    }
}
