package org.carrel.patrons;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.carrel.patrons.MergeResult.Merged;
import org.carrel.patrons.MergeResult.Problem;
import org.carrel.patrons.MergeResult.Refused;
import org.carrel.patrons.PatronEvent.Kind;
import org.carrel.patrons.rules.MergeRules;
import org.carrel.patrons.store.MergeStore;
import org.carrel.patrons.store.PatronHistoryStore;
import org.carrel.patrons.store.PatronStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.PinMoves;

/**
 * Makes one person of two. Cards, blocks, places in classes, ids of rosters, notes and what the library has lent go to the
 * one who is kept; both keep what was done to them, and what moved is kept for good. {@link PatronUnmerges} takes it back.
 */
@Door
public class PatronMerges {
    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final List<PatronHoldings> holdings;
    private final PatronStore patrons = new PatronStore();
    private final MergeStore store = new MergeStore();
    private final PinMoves pins = new PinMoves();
    private final PatronHistoryStore history = new PatronHistoryStore();

    @Inject
    public PatronMerges(Database database, Clock clock, AuditTrail audit, @Any Instance<PatronHoldings> holdings) {
        this(database, clock, audit, holdings.stream().toList());
    }

    PatronMerges(Database database, Clock clock, AuditTrail audit, List<PatronHoldings> holdings) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.holdings = holdings;
    }

    /** What {@link #merge} would do. Nothing is written. */
    public MergeResult preview(long kept, long merged, Caller by) {
        return database.read(connection -> plan(connection, kept, merged, by));
    }

    /** @param kept who has everything afterwards */
    public MergeResult merge(long kept, long merged, Caller by) {
        return database.transaction(connection -> {
            patrons.lock(connection, Math.min(kept, merged));
            patrons.lock(connection, Math.max(kept, merged));
            var planned = plan(connection, kept, merged, by);
            if (planned instanceof Merged plan) write(connection, kept, plan.what(), by);
            return planned;
        });
    }

    /** Who was merged into this one, the latest first. */
    public List<PatronMerge> into(long kept) {
        return database.read(connection -> store.into(connection, kept));
    }

    private MergeResult plan(Connection connection, long kept, long merged, Caller by) throws SQLException {
        var one = patrons.find(connection, kept).orElse(null);
        var other = patrons.find(connection, merged).orElse(null);
        if (one == null || other == null) return new Refused(Problem.GONE);
        var refusal = MergeRules.refusal(one, other, by.username());
        if (refusal.isPresent()) return new Refused(refusal.get());
        var fields = List.copyOf(MergeRules.filled(one.facts(), other.facts()));
        var moved = store.of(connection, merged);
        return new Merged(new PatronMerge(merged, other.spokenName(), clock.instant(), by.username(), moved, fields));
    }

    private void write(Connection connection, long kept, PatronMerge merge, Caller by) throws SQLException {
        var now = merge.at();
        var one = patrons.find(connection, kept).orElseThrow();
        var other = patrons.find(connection, merge.merged()).orElseThrow();
        var filled = MergeRules.filled(one.facts(), other.facts());
        var memory = store.memory(connection, one, other, pins.move(connection, other.id(), kept));
        store.move(connection, merge.merged(), kept);
        var held = new TreeMap<String, List<Long>>();
        for (var each : holdings) held.put(each.kind(), each.move(connection, merge.merged(), kept));
        store.merged(connection, merge.merged(), kept, now);
        var note = MergeRules.note(one.note(), other.note());
        store.kept(connection, one, one.facts().with(other.facts(), filled), note, now);
        store.add(connection, kept, merge.with(held), memory, filled);
        history.add(connection, kept, now, by.username(), Kind.MERGED_IN, Long.toString(merge.merged()));
        history.add(connection, merge.merged(), now, by.username(), Kind.MERGED_AWAY, Long.toString(kept));
        audit.add(connection, OptionalLong.of(by.account()), "patrons_merged", new Subject("patron", kept));
    }
}
