package org.carrel.circulation;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carrel.circulation.RuleProblem.Kind;
import org.carrel.circulation.RuleProblem.Place;
import org.carrel.circulation.rules.DueDates;
import org.carrel.circulation.rules.LoanRuleCheck;
import org.carrel.circulation.rules.LoanRuleCheck.Checked;
import org.carrel.circulation.rules.RuleChanges;
import org.carrel.circulation.rules.Simulation;
import org.carrel.circulation.rules.Simulation.World;
import org.carrel.circulation.store.LoanRuleStore;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.jspecify.annotations.Nullable;

/**
 * The loan rules of the school. A change counts at once on this node and within some seconds on the others; while the database is
 * away, what was known before still holds. Loans keep the rules under which they were made. Every change is a version of its own and
 * in the audit trail.
 */
@Door
public class LoanRules {
    private static final Logger LOG = System.getLogger(LoanRules.class.getName());
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(5);
    /** Loans that a preview looks at, and those that it names. */
    private static final int MOST_LOANS = 20_000;

    private static final int MOST_NAMED = 50;
    private static final int LONGEST_DETAIL = 200;

    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final SchoolCalendar calendars;
    private final List<LoansOnRecord> loans;
    private final LoanRuleStore store = new LoanRuleStore();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Current known;
    private volatile long looked = System.nanoTime() - LOOKED_EVERY.toNanos();

    @Inject
    public LoanRules(
            Database database,
            Clock clock,
            AuditTrail audit,
            SchoolCalendar calendars,
            @Any Instance<LoansOnRecord> loans) {
        this(database, clock, audit, calendars, loans.stream().toList());
    }

    LoanRules(Database database, Clock clock, AuditTrail audit, SchoolCalendar calendars, List<LoansOnRecord> loans) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.calendars = calendars;
        this.loans = List.copyOf(loans);
    }

    /** The rules that hold. @param version 0 before anybody has saved any */
    public record Current(int version, LoanRuleTable table) {
        static final Current NONE = new Current(0, LoanRuleTable.EMPTY);
    }

    /** For check-outs. The first call reads the database, later ones never wait for it. */
    public LoanRuleTable table() {
        if (System.nanoTime() - looked > LOOKED_EVERY.toNanos() && looking.compareAndSet(false, true)) {
            if (known == null) look();
            else Thread.ofVirtual().name("loan-rules").start(this::look);
        }
        var current = known;
        return current == null ? LoanRuleTable.EMPTY : current.table();
    }

    /** As they are stored now, for whoever changes them. */
    public Current read() {
        var current = database.read(this::current);
        known = current;
        return current;
    }

    private void look() {
        try {
            known = database.read(this::newer);
        } catch (DatabaseProblem e) {
            LOG.log(Level.DEBUG, "The loan rules that are known go on", e);
        } finally {
            looked = System.nanoTime();
            looking.set(false);
        }
    }

    /** The table is read only when its version is another than the one that is known. */
    private Current newer(Connection connection) throws SQLException {
        var here = known;
        var newest = store.newest(connection);
        return here != null
                        && newest.filter(version -> version == here.version()).isPresent()
                ? here
                : current(connection);
    }

    private Current current(Connection connection) throws SQLException {
        var newest = store.newest(connection);
        return newest.isEmpty()
                ? Current.NONE
                : new Current(
                        newest.get(), store.table(connection, newest.get()).orElseThrow());
    }

    /** The newest first. */
    public List<RuleVersion> history(int most) {
        return database.read(connection -> store.history(connection, most));
    }

    /** The rules as they were. */
    public Optional<LoanRuleTable> version(int version) {
        return database.read(connection -> store.table(connection, version));
    }

    /** What saving would do. Writes nothing. */
    public RulePreview preview(RuleDraft draft) {
        var checked = check(draft);
        if (!checked.isGood()) return RulePreview.wrong(checked.problems());
        var before = read();
        if (before.version() != draft.base()) return RulePreview.wrong(stale());
        return new RulePreview(
                List.of(),
                RuleChanges.between(before.table(), checked.table()),
                simulate(before.table(), checked.table()));
    }

    private Simulated simulate(LoanRuleTable before, LoanRuleTable after) {
        var open = loans.stream().flatMap(one -> one.open(MOST_LOANS).stream()).toList();
        return Simulation.run(open, new World(before, calendars::of), new World(after, calendars::of), MOST_NAMED);
    }

    /** Whether anybody knows the loans on record. */
    public boolean knowsLoans() {
        return !loans.isEmpty();
    }

    private static Checked check(RuleDraft draft) {
        return LoanRuleCheck.check(draft.rules(), new LoanRuleTable(List.of(), draft.groups(), draft.schedules()));
    }

    /** @param actor account @return what is wrong; nothing when it is saved */
    public List<RuleProblem> save(RuleDraft draft, long actor) {
        var checked = check(draft);
        if (!checked.isGood()) return checked.problems();
        var saved = database.transaction(connection -> save(connection, draft, checked.table(), actor));
        read();
        return saved ? List.of() : stale();
    }

    private boolean save(Connection connection, RuleDraft draft, LoanRuleTable table, long actor) throws SQLException {
        if (store.lockNewest(connection) != draft.base()) return false;
        var detail =
                draft.detail().length() > LONGEST_DETAIL ? draft.detail().substring(0, LONGEST_DETAIL) : draft.detail();
        var version = new RuleVersion(
                draft.base() + 1,
                clock.instant(),
                OptionalLong.of(actor),
                draft.act().word(),
                detail);
        if (!store.add(connection, version, table)) return false;
        var payload = Json.createObjectBuilder()
                .add("act", draft.act().word())
                .add("what", detail)
                .build();
        audit.add(
                connection,
                OptionalLong.of(actor),
                "loan_rules_saved",
                Optional.of(new Subject("loan_rules", version.version())),
                Optional.of(payload.toString()));
        return true;
    }

    private static List<RuleProblem> stale() {
        return List.of(RuleProblem.of(Place.TABLE, 0, Kind.STALE, ""));
    }

    /** When it would be due, and why. Writes nothing. */
    public Explained explain(ExplainWish wish) {
        var rule = table().resolve(wish.site(), wish.category(), wish.itemType());
        return new Explained(rule, DueDates.due(rule, calendars.of(wish.site()), wish.lent(), wish.facts()));
    }
}
