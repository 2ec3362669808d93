package org.carrel.security;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AccountResult.Done;
import org.carrel.security.AccountResult.Missing;
import org.carrel.security.AccountResult.Problem;
import org.carrel.security.AccountResult.Refused;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.rules.RoleMatrix;
import org.carrel.security.rules.Secret;
import org.carrel.security.rules.Username;
import org.carrel.security.store.AccountStore;
import org.carrel.security.store.SessionStore;
import org.carrel.security.store.UnlockStore;
import org.jspecify.annotations.Nullable;

/** The accounts, as administrators care for them. An administrator of one site reaches the accounts of that site only. */
@Door
public class Accounts implements Owners {
    /** How long a code can be used with which somebody chooses a password. */
    public static final Duration CODE_LIFE = Duration.ofHours(24);

    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final AccountStore store = new AccountStore();
    private final SessionStore sessions = new SessionStore();
    private final UnlockStore unlocks = new UnlockStore();
    private final SecureRandom random = new SecureRandom();

    @Inject
    public Accounts(Database database, Clock clock, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /** One thing that is done to an account that is in reach. */
    @FunctionalInterface
    private interface Change {
        AccountResult on(Connection connection, Account account) throws SQLException;
    }

    /** Those in reach, the good ones first. */
    public List<Account> list(Caller by) {
        return database.read(connection -> store.list(connection, by.site()));
    }

    /** Empty when there is none in reach. */
    public Optional<Account> find(Caller by, long number) {
        return database.read(connection -> store.find(connection, number)).filter(account -> inReach(by, account));
    }

    /** What people call an account, or the program that works with it; empty when there is none. */
    public Optional<String> nameOf(long number) {
        return database.read(connection -> store.name(connection, number));
    }

    /** Staff who can sign in at a site or at all of them: what people call them, by number, in the order of names. @param site code */
    public Map<Long, String> staffOf(String site) {
        return database.read(connection -> store.staffOf(connection, site));
    }

    /** A new account, and the code with which its person chooses a password. */
    public AccountResult add(Caller by, AccountChange wish) {
        var username = Username.parse(wish.username());
        if (username.isEmpty()) return new Refused(Problem.BAD_USERNAME);
        if (!isName(wish.displayName())) return new Refused(Problem.BAD_NAME);
        return database.transaction(connection -> {
            if (!mayGive(connection, by, wish)) return new Refused(Problem.BAD_SITE);
            var now = clock.instant();
            var added = store.add(
                    connection,
                    username.get().value(),
                    wish.displayName().strip(),
                    wish.role(),
                    site(connection, wish),
                    now);
            if (added.isEmpty()) return new Refused(Problem.USERNAME_TAKEN);
            var code = newCode(connection, added.get());
            note(connection, by, "account_added", added.get());
            return new Done(added.get(), code);
        });
    }

    /** Changes name, role and site; the user name stays. */
    public AccountResult change(Caller by, long number, AccountChange wish) {
        if (!isName(wish.displayName())) return new Refused(Problem.BAD_NAME);
        return with(by, number, "account_changed", (connection, account) -> {
            var same = account.role() == wish.role() && account.site().equals(wish.site());
            if (number == by.account() && !same) return new Refused(Problem.OWN_ACCOUNT);
            if (!mayGive(connection, by, wish)) return new Refused(Problem.BAD_SITE);
            store.change(
                    connection,
                    number,
                    wish.displayName().strip(),
                    wish.role(),
                    site(connection, wish),
                    clock.instant());
            if (!same) sessions.endAll(connection, number);
            return new Done(number, "");
        });
    }

    /** The old password is gone at once, and so is who was signed in by it. */
    public AccountResult resetPassword(Caller by, long number) {
        return withOther(by, number, "password_reset", (connection, account) -> {
            sessions.endAll(connection, number);
            sessions.forgetBrowsers(connection, number);
            unlocks.remove(connection, number);
            return new Done(number, newCode(connection, number));
        });
    }

    public AccountResult disable(Caller by, long number) {
        return withOther(by, number, "account_disabled", (connection, account) -> {
            sessions.endAll(connection, number);
            store.setDisabled(connection, number, clock.instant(), clock.instant());
            return new Done(number, "");
        });
    }

    public AccountResult enable(Caller by, long number) {
        return withOther(by, number, "account_enabled", (connection, account) -> {
            store.setDisabled(connection, number, null, clock.instant());
            return new Done(number, "");
        });
    }

    public AccountResult endSessions(Caller by, long number) {
        return withOther(by, number, "sessions_ended", (connection, account) -> {
            sessions.endAll(connection, number);
            return new Done(number, "");
        });
    }

    @Override
    public Thing thing() {
        return Thing.ACCOUNT;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return database.read(connection -> store.find(connection, number)).map(Accounts::owner);
    }

    private AccountResult withOther(Caller by, long number, String action, Change change) {
        if (number == by.account()) return new Refused(Problem.OWN_ACCOUNT);
        return with(by, number, action, change);
    }

    /** Locks the administrators first: two of them cannot take each other's account at the same time. */
    private AccountResult with(Caller by, long number, String action, Change change) {
        return database.transaction(connection -> {
            if (!store.adminsForUpdate(connection).contains(by.account())) return new Missing();
            var account = store.find(connection, number).filter(found -> inReach(by, found));
            if (account.isEmpty()) return new Missing();
            var result = change.on(connection, account.get());
            if (result instanceof Done) note(connection, by, action, number);
            return result;
        });
    }

    private String newCode(Connection connection, long number) throws SQLException {
        var code = Secret.code(random);
        var now = clock.instant();
        store.setCode(connection, number, Secret.hash(Secret.plainCode(code)), now.plus(CODE_LIFE), now);
        return code;
    }

    private void note(Connection connection, Caller by, String action, long number) throws SQLException {
        audit.add(connection, OptionalLong.of(by.account()), action, new Subject("account", number));
    }

    /** What is given must be in reach as well as what was there before. */
    private boolean mayGive(Connection connection, Caller by, AccountChange wish) throws SQLException {
        if (wish.site().isEmpty()) return by.site().isEmpty();
        return by.isOf(wish.site().get()) && site(connection, wish) != null;
    }

    private @Nullable Long site(Connection connection, AccountChange wish) throws SQLException {
        return wish.site().isEmpty()
                ? null
                : store.site(connection, wish.site().get()).orElse(null);
    }

    private static boolean inReach(Caller by, Account account) {
        return RoleMatrix.may(by, Operation.ADMINISTER, owner(account));
    }

    private static Owner owner(Account account) {
        return new Owner(account.site(), OptionalLong.of(account.number()));
    }

    static boolean isName(String typed) {
        var plain = typed.strip();
        return !plain.isEmpty() && plain.length() <= Account.LONGEST_NAME && !plain.matches(".*\\p{Cntrl}.*");
    }
}
