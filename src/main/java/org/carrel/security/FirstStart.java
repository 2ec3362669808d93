package org.carrel.security;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.rules.PasswordHash;
import org.carrel.security.rules.Secret;
import org.carrel.security.store.AccountStore;
import org.carrel.security.store.TryStore;

/** How the first administrator gets in: there are no default accounts and no default passwords. */
@Door
public class FirstStart {
    /** How long the printed code can be used. */
    public static final Duration CODE_LIFE = Duration.ofHours(1);

    private final Database database;
    private final Clock clock;
    private final AccountStore accounts = new AccountStore();
    private final TryStore codes = new TryStore();
    private final SecureRandom random = new SecureRandom();

    @Inject
    public FirstStart(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The accounts of the sample school. @param password the same for all of them */
    public record Demo(List<String> usernames, String password) {}

    /** Whether somebody can sign in who manages accounts. */
    public boolean isOver() {
        return database.read(accounts::hasAdmin);
    }

    /** A code with which an administrator can be made, once; one that was made before is good for nothing now. */
    public String newCode() {
        var code = Secret.code(random);
        var end = clock.instant().plus(CODE_LIFE);
        database.transaction(connection -> {
            codes.setSetupCode(connection, Secret.hash(Secret.plainCode(code)), end);
            return true;
        });
        return code;
    }

    /** One account for each role with a new password; empty as soon as there are accounts of other people. */
    public Optional<Demo> demo() {
        var password = Secret.code(random) + "-" + Secret.code(random);
        var hash = PasswordHash.of(password, random);
        return database.transaction(connection -> {
            if (!accounts.hasOnlyDemoAccounts(connection)) return Optional.empty();
            for (var role : Role.values()) {
                accounts.demo(connection, username(role), displayName(role), role, hash, clock.instant());
            }
            return Optional.of(new Demo(
                    Arrays.stream(Role.values()).map(FirstStart::username).toList(), password));
        });
    }

    /** A school that is not the sample any more has no accounts of the sample. */
    public void withoutDemo() {
        database.transaction(connection -> {
            accounts.disableDemo(connection, clock.instant());
            return true;
        });
    }

    private static String username(Role role) {
        return "demo-" + role.name().toLowerCase(Locale.ROOT);
    }

    private static String displayName(Role role) {
        return "Sample " + role.name().toLowerCase(Locale.ROOT);
    }
}
