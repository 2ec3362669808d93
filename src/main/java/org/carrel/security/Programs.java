package org.carrel.security;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.ProgramMade.Problem;
import org.carrel.security.rules.RequestMark;
import org.carrel.security.rules.RequestRate;
import org.carrel.security.rules.Secret;
import org.carrel.security.store.ProgramStore;
import org.carrel.security.store.ProgramStore.Open;

/**
 * Programs that do what a desk does: let in by an administrator for one school and one role, known by a token that is shown once
 * and kept as a hash, until its time is over or it is revoked.
 */
@Door
public class Programs implements Owners {
    /** How long it is known what was sent with a key: as long as a desk's answers are. */
    public static final Duration REQUESTS = Duration.ofDays(8);

    /** So that whoever finds one in a file knows what it is. */
    private static final String PREFIX = "crl_";

    private static final Pattern TOKEN = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final Duration COARSE = Duration.ofMinutes(1);
    private static final int NAME_BYTES = 12;

    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final ProgramStore store = new ProgramStore();
    private final SecureRandom random = new SecureRandom();
    private final Turns turns = new Turns();

    @Inject
    public Programs(Database database, Clock clock, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public Thing thing() {
        return Thing.PROGRAM;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return database.read(connection -> store.siteOf(connection, number)).map(Owner::site);
    }

    /** Those of the schools within reach, the good ones first. */
    public List<Program> list(Caller by) {
        return database.read(store::list).stream()
                .filter(program -> by.isOf(program.siteCode()))
                .toList();
    }

    public ProgramMade add(Caller by, NewProgram wish) {
        var problem = problem(by, wish);
        if (problem.isPresent()) return new ProgramMade.Refused(problem.get());
        var program = new NewProgram(wish.name().strip(), wish.role(), wish.site(), wish.life());
        var token = PREFIX + Secret.token(random);
        return database.transaction(connection -> {
            var added = store.add(connection, program, username(), Secret.hash(token), clock.instant());
            if (added.isEmpty()) return new ProgramMade.Refused(Problem.BAD_SITE);
            audit.add(connection, OptionalLong.of(by.account()), "program_added", new Subject("program", added.get()));
            return new ProgramMade.Done(program.name(), token);
        });
    }

    private static Optional<Problem> problem(Caller by, NewProgram wish) {
        if (!Accounts.isName(wish.name())) return Optional.of(Problem.BAD_NAME);
        if (!Program.ROLES.contains(wish.role())) return Optional.of(Problem.BAD_ROLE);
        if (!by.isOf(wish.site())) return Optional.of(Problem.BAD_SITE);
        return Program.LIVES.contains(wish.life()) ? Optional.empty() : Optional.of(Problem.BAD_LIFE);
    }

    /** No name that somebody could sign in with has a colon. */
    private String username() {
        var bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        return "program:" + HexFormat.of().formatHex(bytes);
    }

    /** From now on its token opens nothing. False when there is none that is good. @param number within reach */
    public boolean revoke(Caller by, long number) {
        return database.transaction(connection -> {
            if (!store.revoke(connection, number, clock.instant())) return false;
            audit.add(connection, OptionalLong.of(by.account()), "program_revoked", new Subject("program", number));
            return true;
        });
    }

    /**
     * Whose token this is. Each program may ask so often; tokens that do not hold are counted by where they come from, and keep
     * nobody out whose token holds.
     *
     * @param token as it was sent; empty: none
     * @param address where it comes from
     */
    public ProgramCall find(String token, String address) {
        if (token.isEmpty()) return new ProgramCall.Unknown();
        var now = clock.instant();
        var open = TOKEN.matcher(token).matches()
                ? database.read(connection -> store.find(connection, Secret.hash(token), now))
                : Optional.<Open>empty();
        var wait = open.map(known -> turns.take(RequestRate.PROGRAM, "program " + known.number(), now))
                .orElseGet(() -> turns.take(RequestRate.WRONG_TOKEN, SignInTries.network(address), now));
        if (!wait.isZero()) return new ProgramCall.TooMany(wait);
        open.ifPresent(known -> use(known, now));
        return open.<ProgramCall>map(known -> new ProgramCall.Known(known.caller()))
                .orElseGet(ProgramCall.Unknown::new);
    }

    private void use(Open program, Instant now) {
        if (program.lastUsed().filter(last -> now.isBefore(last.plus(COARSE))).isPresent()) return;
        database.transaction(connection -> {
            store.used(connection, program.number(), now);
            return true;
        });
    }

    /** The number under which the answer to a program's key is kept. */
    public UUID numberOf(String token, String key) {
        return RequestMark.number(token, key);
    }

    /**
     * Whether a request is the first of its key, or the same once more; the same key with something else is not done.
     *
     * @param request by {@link #numberOf}
     * @param what method and address
     */
    public boolean isSame(String token, UUID request, String what, byte[] body) {
        var content = RequestMark.content(token, what, body);
        return database.transaction(connection -> store.isSame(connection, request, content, clock.instant()));
    }
}
