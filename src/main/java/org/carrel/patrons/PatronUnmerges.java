package org.carrel.patrons;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.carrel.patrons.MergeUndone.Problem;
import org.carrel.patrons.MergeUndone.Refused;
import org.carrel.patrons.MergeUndone.Stay;
import org.carrel.patrons.MergeUndone.Staying;
import org.carrel.patrons.MergeUndone.Undone;
import org.carrel.patrons.PatronEvent.Kind;
import org.carrel.patrons.PatronMerge.Moved;
import org.carrel.patrons.rules.MergeMemory;
import org.carrel.patrons.rules.MergeMemory.Key;
import org.carrel.patrons.rules.MergeRules;
import org.carrel.patrons.store.MergeStore;
import org.carrel.patrons.store.MergeStore.Open;
import org.carrel.patrons.store.PatronHistoryStore;
import org.carrel.patrons.store.PatronStore;
import org.carrel.patrons.store.UnmergeStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.PinMoves;
import org.jspecify.annotations.Nullable;

/**
 * Makes two people again of two who were made one and are not. What moved goes back as far as the one who was kept has it still;
 * what came since, or was changed, stays there, and is told.
 */
@Door
public class PatronUnmerges {
    private static final String CARDS = "patron_card";
    private static final String BLOCKS = "patron_block";
    private static final String ENROLMENTS = "enrolment";

    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final List<PatronHoldings> holdings;
    private final PatronStore patrons = new PatronStore();
    private final MergeStore merges = new MergeStore();
    private final UnmergeStore store = new UnmergeStore();
    private final PatronHistoryStore history = new PatronHistoryStore();
    private final PinMoves pins = new PinMoves();

    @Inject
    public PatronUnmerges(Database database, Clock clock, AuditTrail audit, @Any Instance<PatronHoldings> holdings) {
        this(database, clock, audit, holdings.stream().toList());
    }

    PatronUnmerges(Database database, Clock clock, AuditTrail audit, List<PatronHoldings> holdings) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.holdings = holdings;
    }

    /** What is known of a merge that can be taken back, both people locked or not. */
    private record Both(Open open, Patron kept, Patron merged, MergeMemory memory) {
        Instant since() {
            return open.merge().at();
        }

        /** Fields that are empty again. */
        Set<PatronField> fields() {
            return MergeRules.unchanged(open.merge().fields(), kept.facts(), merged.facts());
        }

        /** The kept one's note. */
        String note() {
            if (!memory.noteAdded()) return kept.note();
            return MergeRules.withoutNote(kept.note(), memory.note()).orElse(kept.note());
        }

        boolean isNoteChanged() {
            return memory.noteAdded()
                    && MergeRules.withoutNote(kept.note(), memory.note()).isEmpty();
        }
    }

    /** What goes back. */
    private record Back(List<Long> cards, List<Long> blocks, List<Long> enrolments, List<Key> keys) {}

    /** What {@link #undo} would do. Nothing is written; what the library has lent is not looked at. */
    public MergeUndone preview(long merged, Caller by) {
        return database.read(connection -> {
            var open = merges.of(connection, merged, false).orElse(null);
            if (open == null) return new Refused(Problem.NOT_MERGED);
            var problem = problem(connection, open, by);
            if (problem != null) return new Refused(problem);
            var both = both(connection, open);
            return told(
                    connection,
                    both,
                    back(connection, both),
                    open.merge().moved().holdings());
        });
    }

    /** @param merged who went away, and is here again afterwards */
    public MergeUndone undo(long merged, Caller by) {
        return database.transaction(connection -> {
            var found = merges.of(connection, merged, false).orElse(null);
            if (found == null) return new Refused(Problem.NOT_MERGED);
            patrons.lock(connection, Math.min(found.kept(), merged));
            patrons.lock(connection, Math.max(found.kept(), merged));
            var open = merges.of(connection, merged, true).orElse(null);
            if (open == null) return new Refused(Problem.NOT_MERGED);
            var problem = problem(connection, open, by);
            if (problem != null) return new Refused(problem);
            var both = both(connection, open);
            var back = back(connection, both);
            var told = told(connection, both, back, held(connection, both));
            write(connection, both, back, by);
            return told;
        });
    }

    private @Nullable Problem problem(Connection connection, Open open, Caller by) throws SQLException {
        var kept = patrons.find(connection, open.kept()).orElseThrow();
        var merged = patrons.find(connection, open.merge().merged()).orElseThrow();
        if (kept.mergedInto().isPresent()) return Problem.MERGED_ON;
        if (MergeRules.isOwn(kept, merged, by.username())) return Problem.OWN;
        return open.memory().isEmpty() ? Problem.TOO_OLD : null;
    }

    private Both both(Connection connection, Open open) throws SQLException {
        return new Both(
                open,
                patrons.find(connection, open.kept()).orElseThrow(),
                patrons.find(connection, open.merge().merged()).orElseThrow(),
                open.memory().orElseThrow());
    }

    /** Places in classes go by the ids of rosters too: a roster since may have given others in their stead. */
    private Back back(Connection connection, Both both) throws SQLException {
        var moved = both.open().merge().moved();
        var kept = both.kept().id();
        var keys = store.still(connection, both.memory().keys(), kept);
        var enrolments = new LinkedHashSet<>(store.still(connection, ENROLMENTS, moved.enrolments(), kept));
        enrolments.addAll(store.enrolments(connection, keys, kept));
        return new Back(
                store.still(connection, CARDS, moved.cards(), kept),
                store.still(connection, BLOCKS, moved.blocks(), kept),
                List.copyOf(enrolments),
                keys);
    }

    private Map<String, List<Long>> held(Connection connection, Both both) throws SQLException {
        var held = new TreeMap<String, List<Long>>();
        for (var each : holdings) {
            var ids = both.open().merge().moved().holdings().getOrDefault(each.kind(), List.of());
            if (ids.isEmpty()) continue;
            var kept = both.kept().id();
            held.put(
                    each.kind(),
                    each.moveBack(connection, ids, kept, both.merged().id()));
        }
        return held;
    }

    private Undone told(Connection connection, Both both, Back back, Map<String, List<Long>> held) throws SQLException {
        var moved = both.open().merge().moved();
        var kept = both.kept().id();
        var counts = new EnumMap<Stay, Integer>(Stay.class);
        counts.put(Stay.CARDS, moved.cards().size() - back.cards().size());
        counts.put(Stay.NEW_CARDS, store.since(connection, CARDS, "added_at", kept, both.since(), back.cards()));
        counts.put(Stay.BLOCKS, moved.blocks().size() - back.blocks().size());
        counts.put(Stay.NEW_BLOCKS, store.since(connection, BLOCKS, "set_at", kept, both.since(), back.blocks()));
        counts.put(
                Stay.ENROLMENTS,
                Math.max(0, moved.enrolments().size() - back.enrolments().size()));
        counts.put(Stay.SOURCED_IDS, both.memory().keys().size() - back.keys().size());
        counts.put(
                Stay.FIELDS, both.open().merge().fields().size() - both.fields().size());
        counts.put(Stay.NOTE, both.isNoteChanged() ? 1 : 0);
        counts.put(Stay.PIN, isPinChanged(connection, both) ? 1 : 0);
        var went = new Moved(
                back.cards(),
                back.blocks(),
                back.enrolments(),
                back.keys().stream().map(Key::sourcedId).toList(),
                held);
        counts.put(Stay.HOLDINGS, moved.held() - went.held());
        var stays = counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> new Staying(count.getKey(), count.getValue()))
                .toList();
        return new Undone(kept, both.kept().spokenName(), went, new ArrayList<>(both.fields()), stays);
    }

    private boolean isPinChanged(Connection connection, Both both) throws SQLException {
        return both.memory().pinMoved()
                && !pins.isFromBefore(connection, both.kept().id(), both.since());
    }

    private void write(Connection connection, Both both, Back back, Caller by) throws SQLException {
        var now = clock.instant();
        var kept = both.kept().id();
        var merged = both.merged().id();
        store.give(connection, CARDS, back.cards(), merged);
        store.give(connection, BLOCKS, back.blocks(), merged);
        store.give(connection, ENROLMENTS, back.enrolments(), merged);
        store.giveKeys(connection, back.keys(), both.memory().keptKeys(), kept, merged);
        if (both.memory().pinMoved()) pins.moveBack(connection, kept, merged, both.since());
        store.followers(connection, both.memory().followers(), kept, merged);
        if (both.memory().sourceTaken()) store.withoutSource(connection, kept, merged);
        var facts = both.kept().facts();
        for (var field : both.fields()) facts = facts.with(field, "");
        merges.kept(connection, both.kept(), facts, both.note(), now);
        store.apart(connection, merged, both.memory(), now);
        var again = both.merged()
                .facts()
                .with(PatronField.STATUS, both.memory().status().name());
        patrons.words(connection, Map.of(merged, again));
        store.undone(connection, both.open().number(), by.username(), now);
        history.add(connection, kept, now, by.username(), Kind.UNMERGED, Long.toString(merged));
        history.add(connection, merged, now, by.username(), Kind.UNMERGED, Long.toString(kept));
        var actor = OptionalLong.of(by.account());
        audit.add(connection, actor, "merge_undone", new Subject("patron", kept));
        audit.add(connection, actor, "merge_undone", new Subject("patron", merged));
    }
}
