package org.carrel.patrons.rosters;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.RosterLine;
import org.carrel.patrons.RosterLine.Change;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.store.ClassStore;
import org.carrel.patrons.store.PatronStore;
import org.carrel.patrons.store.RosterChangeStore;
import org.carrel.patrons.store.RosterChangeStore.RowBefore;
import org.carrel.patrons.store.RosterKnownStore;
import org.carrel.patrons.store.RosterKnownStore.Part;
import org.carrel.patrons.store.RosterLineStore;
import org.carrel.patrons.store.RosterStore;
import org.carrel.patrons.store.RosterUndoStore;
import org.carrel.patrons.store.RosterUndoStore.Rekeyed;
import org.carrel.patrons.store.RosterUndoStore.Restored;
import org.carrel.patrons.store.RosterUndoStore.Written;

/**
 * Takes the last roster of a source back: people, terms, classes and enrolments are as before. Who was edited since stays
 * and is marked. Joins the transaction of whoever calls.
 */
public final class RosterUndo {
    private static final int AT_ONCE = 500;

    private final RosterUndoStore undo = new RosterUndoStore();
    private final RosterChangeStore changed = new RosterChangeStore();
    private final RosterStore store = new RosterStore();
    private final RosterKnownStore known = new RosterKnownStore();
    private final RosterLineStore lines = new RosterLineStore();
    private final PatronStore patrons = new PatronStore();
    private final ClassStore classes = new ClassStore();
    private final Connection connection;
    private final long run;
    private final int source;
    private final Instant now;
    private final Set<Integer> kept = new HashSet<>();
    private final List<Long> gone = new ArrayList<>();

    public RosterUndo(Connection connection, long run, int source, Instant now) {
        this.connection = connection;
        this.run = run;
        this.source = source;
        this.now = now;
    }

    /** How many people are left as they are. */
    public int back(String who) throws SQLException {
        changed.each(
                connection,
                run,
                "enrolment",
                AT_ONCE,
                rows -> classes.removeEnrolments(connection, source, added(rows)));
        people();
        changed.each(connection, run, "term", AT_ONCE, this::terms);
        changed.each(connection, run, "class", AT_ONCE, this::classes);
        changed.each(connection, run, "enrolment", AT_ONCE, rows -> enrolments(before(rows)));
        undo.undone(connection, run, kept, gone, who, now);
        return kept.size();
    }

    private void terms(List<RowBefore> rows) throws SQLException {
        classes.terms(connection, source, before(rows));
        classes.gone(connection, source, added(rows), List.of());
    }

    private void classes(List<RowBefore> rows) throws SQLException {
        classes.classes(connection, source, before(rows));
        classes.gone(connection, source, List.of(), added(rows));
    }

    private void people() throws SQLException {
        store.lock(connection, undo.writtenTo(connection, run));
        var touched = undo.touched(connection, run);
        for (var some = lines(0); !some.isEmpty(); some = lines(some.getLast().number())) people(some, touched);
    }

    private List<RosterLine> lines(int after) throws SQLException {
        return lines.lines(connection, run, Optional.empty(), after, AT_ONCE);
    }

    private void people(List<RosterLine> some, Set<Long> touched) throws SQLException {
        var written = undo.written(
                connection, run, some.getFirst().number(), some.getLast().number());
        var here = current(written);
        var fresh = new LinkedHashMap<Long, Integer>();
        var others = new ArrayList<Written>();
        for (var one : written) {
            var patron = Objects.requireNonNull(here.get(one.patronId()));
            var edited = isEdited(one, patron) || touched.contains(one.patronId());
            if (edited) kept.add(one.number());
            else if (one.outcome() == RosterOutcome.NEW) fresh.put(one.patronId(), one.number());
            else others.add(one);
        }
        restore(others, here, some);
        var removed = undo.remove(connection, List.copyOf(fresh.keySet()));
        fresh.forEach((id, number) -> {
            if (!removed.contains(id)) kept.add(number);
        });
        gone.addAll(removed);
    }

    private Map<Long, Patron> current(List<Written> written) throws SQLException {
        var people = new HashMap<Long, Patron>();
        var ids = written.stream().map(Written::patronId).toList();
        patrons.find(connection, ids).forEach(patron -> people.put(patron.id(), patron));
        return people;
    }

    /** Who was missing for so long that the week ran out was edited by nobody. */
    static boolean isEdited(Written written, Patron patron) {
        if (patron.mergedInto().isPresent()) return true;
        if (patron.version() == written.after()) return false;
        var settled = written.outcome() == RosterOutcome.MISSING
                && patron.version() == written.after() + 1
                && patron.facts().status() == PatronStatus.INACTIVE
                && patron.missingSince().isPresent();
        return !settled;
    }

    private void restore(List<Written> people, Map<Long, Patron> here, List<RosterLine> some) throws SQLException {
        var changes = some.stream().collect(Collectors.toMap(RosterLine::number, RosterLine::fields));
        var restored = new ArrayList<Restored>();
        var keys = new ArrayList<Rekeyed>();
        var cards = new HashMap<Long, String>();
        for (var one : people) {
            var facts = Objects.requireNonNull(here.get(one.patronId())).facts();
            if (one.outcome() == RosterOutcome.MISSING)
                facts = facts.with(PatronField.STATUS, PatronStatus.ACTIVE.name());
            for (var change : changes.getOrDefault(one.number(), List.of())) {
                switch (change.field()) {
                    case RosterLine.SOURCED_ID -> keys.add(new Rekeyed(one.patronId(), change.was(), change.becomes()));
                    case RosterLine.CARD -> cards.put(one.patronId(), change.becomes());
                    default -> facts = before(facts, change);
                }
            }
            restored.add(new Restored(one, facts));
        }
        undo.removeCards(connection, cards);
        undo.rekey(connection, run, source, keys);
        undo.restore(connection, restored, now);
    }

    private static PatronFacts before(PatronFacts facts, Change change) {
        return facts.with(PatronField.valueOf(change.field()), change.was());
    }

    /** Of people and classes that are still there. */
    private void enrolments(Map<String, List<String>> rows) throws SQLException {
        var users = new HashSet<String>();
        var named = new HashSet<String>();
        rows.values().forEach(row -> {
            users.add(Rows.userOf(row));
            named.add(Rows.classOf(row));
        });
        var keys = known.keys(connection, source, users);
        var there = known.rows(connection, source, Part.CLASS, named).keySet();
        var sound = new LinkedHashMap<String, List<String>>();
        rows.forEach((id, row) -> {
            if (there.contains(Rows.classOf(row)) && keys.containsKey(Rows.userOf(row))) sound.put(id, row);
        });
        classes.enrolments(connection, source, sound, keys);
    }

    private static Map<String, List<String>> before(List<RowBefore> rows) {
        var before = new LinkedHashMap<String, List<String>>();
        for (var row : rows) row.was().ifPresent(cells -> before.put(row.sourcedId(), cells));
        return before;
    }

    private static List<String> added(List<RowBefore> rows) {
        return rows.stream()
                .filter(row -> row.was().isEmpty())
                .map(RowBefore::sourcedId)
                .toList();
    }

    /** What a plan does to terms, classes and enrolments, as it is kept. */
    static List<RowBefore> rows(List<RowChange> changes) {
        return changes.stream()
                .map(change -> new RowBefore(
                        change.kind().name().toLowerCase(Locale.ROOT),
                        change.sourcedId(),
                        change.was(),
                        change.becomes()))
                .toList();
    }
}
