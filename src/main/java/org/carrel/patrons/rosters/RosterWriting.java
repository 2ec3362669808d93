package org.carrel.patrons.rosters;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.RosterLine;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.rosters.PlannedPerson.Before;
import org.carrel.patrons.rules.PersonName;
import org.carrel.patrons.store.CardStore;
import org.carrel.patrons.store.ClassStore;
import org.carrel.patrons.store.PatronStore;
import org.carrel.patrons.store.RosterChangeStore;
import org.carrel.patrons.store.RosterKnownStore;
import org.carrel.patrons.store.RosterLineStore;
import org.carrel.patrons.store.RosterStore;
import org.carrel.patrons.store.RosterStore.NewPatron;
import org.carrel.patrons.store.RosterUndoStore;

/** Writes a plan, some hundreds of people or rows at a time, within the one transaction of whoever calls. */
final class RosterWriting {
    private static final int AT_ONCE = 500;

    private final RosterStore store = new RosterStore();
    private final RosterKnownStore known = new RosterKnownStore();
    private final RosterLineStore lines = new RosterLineStore();
    private final ClassStore classes = new ClassStore();
    private final PatronStore patrons = new PatronStore();
    private final CardStore cards = new CardStore();
    private final RosterUndoStore undo = new RosterUndoStore();
    private final RosterChangeStore changes = new RosterChangeStore();
    private final int source;
    private final PlanSpool plan;
    private final LocalDate today;
    private final Instant now;

    RosterWriting(int source, PlanSpool plan, LocalDate today, Instant now) {
        this.source = source;
        this.plan = plan;
        this.today = today;
        this.now = now;
    }

    void keepLines(Connection connection, long run) throws SQLException {
        lines.clear(connection, run);
        plan.people().each(AT_ONCE, (people, before) -> lines.add(connection, run, lines(people, before)));
    }

    void write(Connection connection, long run) throws SQLException {
        lock(connection);
        undo.before(connection, run);
        plan.classes().each(AT_ONCE, (rows, before) -> classes(connection, run, rows, before));
        plan.people().each(AT_ONCE, (people, before) -> people(connection, run, people, before));
        var after = plan.classes().size();
        plan.enrolments().each(AT_ONCE, (rows, before) -> enrolments(connection, run, rows, after + before));
        undo.after(connection, run);
    }

    /** Whoever was edited since the comparison makes it void: the transaction is done again. */
    private void lock(Connection connection) throws SQLException {
        var versions = new LongMap();
        plan.people().each(AT_ONCE, (people, before) -> {
            for (var person : people) {
                if (!person.writes()) continue;
                person.known().ifPresent(found -> versions.put(found.id(), found.version()));
            }
        });
        var ids = versions.sortedKeys();
        for (var from = 0; from < ids.length; from += AT_ONCE) {
            var some = new HashMap<Long, Integer>();
            for (var at = from; at < Math.min(ids.length, from + AT_ONCE); at++)
                some.put(ids[at], (int) versions.get(ids[at]));
            if (!store.lock(connection, List.copyOf(some.keySet())).equals(some))
                throw new SQLException("People were edited meanwhile", "HY000", 1020);
        }
    }

    private void classes(Connection connection, long run, List<RowChange> rows, int before) throws SQLException {
        var terms = of(rows, RowChange.Kind.TERM);
        var itsClasses = of(rows, RowChange.Kind.CLASS);
        classes.terms(connection, source, becoming(terms));
        classes.classes(connection, source, becoming(itsClasses));
        classes.gone(connection, source, gone(terms), gone(itsClasses));
        changes.add(connection, run, before, RosterUndo.rows(rows));
    }

    private void enrolments(Connection connection, long run, List<RowChange> rows, int before) throws SQLException {
        var becoming = becoming(rows);
        var users = new HashSet<String>();
        becoming.values().forEach(row -> users.add(Rows.userOf(row)));
        classes.removeEnrolments(connection, source, gone(rows));
        classes.enrolments(connection, source, becoming, known.keys(connection, source, users));
        changes.add(connection, run, before, RosterUndo.rows(rows));
    }

    private void people(Connection connection, long run, List<PlannedPerson> people, int before) throws SQLException {
        var ids = added(connection, run, people, before);
        var changed = new HashMap<Long, PatronFacts>();
        var missing = new ArrayList<Long>();
        var keys = new LinkedHashMap<String, Long>();
        var words = new HashMap<Long, PatronFacts>();
        for (var person : people) {
            if (!person.writes()) continue;
            var id = idOf(person, ids);
            if (person.outcome() == RosterOutcome.NEW) words.put(id, person.facts());
            else if (person.outcome() == RosterOutcome.MISSING) missing.add(id);
            else changed.put(id, person.facts());
            if (hasNewId(person)) keys.put(person.sourcedId(), id);
        }
        words.putAll(changed);
        store.change(connection, source, changed, today, now);
        store.missing(connection, missing, today);
        store.key(connection, source, keys);
        patrons.words(connection, words);
        for (var person : people) {
            if (!person.writes() || person.card().isEmpty()) continue;
            cards.add(connection, idOf(person, ids), person.card(), true, now);
        }
    }

    /** The ids of those of them who are new. */
    private Map<String, Long> added(Connection connection, long run, List<PlannedPerson> people, int before)
            throws SQLException {
        var count = (int) people.stream().filter(RosterWriting::isNew).count();
        var free = store.nextIds(connection, count).iterator();
        var fresh = new ArrayList<NewPatron>();
        var ids = new LinkedHashMap<String, Long>();
        var numbers = new LinkedHashMap<Integer, Long>();
        for (var at = 0; at < people.size(); at++) {
            var person = people.get(at);
            if (!isNew(person)) continue;
            var patron = new NewPatron(free.next(), person.sourcedId(), person.facts());
            fresh.add(patron);
            ids.put(patron.sourcedId(), patron.id());
            numbers.put(before + at + 1, patron.id());
        }
        store.add(connection, source, fresh, today, now);
        undo.added(connection, run, numbers);
        return ids;
    }

    private static boolean isNew(PlannedPerson person) {
        return person.outcome() == RosterOutcome.NEW;
    }

    private static boolean hasNewId(PlannedPerson person) {
        return isNew(person)
                || person.changes().stream().anyMatch(change -> change.field().equals(RosterLine.SOURCED_ID));
    }

    private static long idOf(PlannedPerson person, Map<String, Long> added) {
        return person.known().map(Before::id).orElseGet(() -> added.getOrDefault(person.sourcedId(), 0L));
    }

    private static List<RosterLine> lines(List<PlannedPerson> people, int before) {
        var lines = new ArrayList<RosterLine>();
        for (var person : people) {
            lines.add(new RosterLine(
                    before + lines.size() + 1,
                    person.row(),
                    person.sourcedId(),
                    PersonName.sorted(person.facts()),
                    person.outcome(),
                    person.known().map(Before::id),
                    person.remarks(),
                    person.changes(),
                    false));
        }
        return lines;
    }

    private static List<RowChange> of(List<RowChange> rows, RowChange.Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).toList();
    }

    private static Map<String, List<String>> becoming(List<RowChange> changes) {
        var rows = new LinkedHashMap<String, List<String>>();
        changes.forEach(change -> change.becomes().ifPresent(row -> rows.put(change.sourcedId(), row)));
        return rows;
    }

    private static List<String> gone(List<RowChange> changes) {
        return changes.stream()
                .filter(RowChange::removes)
                .map(RowChange::sourcedId)
                .toList();
    }
}
