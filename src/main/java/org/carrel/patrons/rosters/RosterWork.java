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
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.PatronCard.Status;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterLimits;
import org.carrel.patrons.RosterLine;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterSchool;
import org.carrel.patrons.RosterSummary;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.rules.PersonName;
import org.carrel.patrons.store.CardStore;
import org.carrel.patrons.store.ClassStore;
import org.carrel.patrons.store.PatronStore;
import org.carrel.patrons.store.RosterChangeStore;
import org.carrel.patrons.store.RosterStore;
import org.carrel.patrons.store.RosterStore.NewPatron;
import org.carrel.patrons.store.RosterUndoStore;

/** A roster between its file and the tables: read, compared, written. Joins the transaction of whoever calls. */
public final class RosterWork {
    private final RosterStore store = new RosterStore();
    private final ClassStore classes = new ClassStore();
    private final PatronStore patrons = new PatronStore();
    private final CardStore cards = new CardStore();
    private final RosterUndoStore undo = new RosterUndoStore();
    private final RosterChangeStore changes = new RosterChangeStore();
    private final LocalDate today;
    private final Instant now;
    private final RosterLimits limits;
    private final Optional<String> onlySite;

    public RosterWork(LocalDate today, Instant now, RosterLimits limits) {
        this(today, now, limits, Optional.empty());
    }

    private RosterWork(LocalDate today, Instant now, RosterLimits limits, Optional<String> onlySite) {
        this.today = today;
        this.now = now;
        this.limits = limits;
        this.onlySite = onlySite;
    }

    /** The same for who reaches one site only: a roster with anybody else in it is refused. @param site code; empty: all */
    public RosterWork within(Optional<String> site) {
        return new RosterWork(today, now, limits, site);
    }

    /** A plan and its lines. */
    public record Planned(RosterSummary summary, List<RosterLine> lines, boolean complete, Writing writing) {}

    /** Writes a plan, and keeps what is needed to take it back; the lines of the run are there already. */
    @FunctionalInterface
    public interface Writing {
        void write(Connection connection, long run) throws SQLException;
    }

    /** @param findings about the file, said before */
    public Planned plan(Connection connection, int source, RosterFile file, List<RosterFinding> findings)
            throws SQLException {
        var roster = file.roster();
        if (onlySite.isPresent()) {
            var strangers = SiteReach.strangers(known(connection, source), onlySite.get());
            if (strangers > 0) return ofOthers(findings, roster.ofUsers() == Part.COMPLETE);
        }
        for (var school : roster.schools()) {
            store.addSchool(
                    connection,
                    source,
                    new RosterSchool(school.sourcedId(), school.name(), ""),
                    school.identifier(),
                    school.kind());
        }
        var known = known(connection, source);
        var plan = new RosterPlanner(roster, known, today, onlySite).plan(limits);
        if (onlySite.isPresent() && SiteReach.strangers(plan, onlySite.get()) > 0)
            return ofOthers(findings, plan.complete());
        var all = new ArrayList<>(findings);
        plan.findings().stream().filter(finding -> !all.contains(finding)).forEach(all::add);
        var summary = plan.summary(List.of());
        var told = new RosterSummary(
                summary.users(),
                summary.people(),
                summary.contacts(),
                summary.stillMissing(),
                summary.keptLocal(),
                summary.classes(),
                summary.terms(),
                summary.enrolments(),
                all,
                summary.beyond(),
                List.of());
        return new Planned(
                told, lines(plan, Map.of()), plan.complete(), (writing, run) -> write(writing, run, source, plan));
    }

    /** Nothing is told of who they are, or how many. */
    private static Planned ofOthers(List<RosterFinding> findings, boolean complete) {
        var all = new ArrayList<>(findings);
        all.add(new RosterFinding(RosterFinding.Kind.OTHER_SCHOOLS, "", ""));
        return new Planned(RosterSummary.refused(all, List.of()), List.of(), complete, (connection, run) -> {
            throw new IllegalStateException("Refused: run " + run);
        });
    }

    private Known known(Connection connection, int source) throws SQLException {
        var latest = new HashMap<Long, String>();
        store.keys(connection, source, true).forEach((id, patron) -> latest.put(patron, id));
        var keys = store.keys(connection, source, false);
        var held = new HashMap<Long, Set<String>>();
        var all = cards.all(connection);
        all.forEach(card ->
                held.computeIfAbsent(card.patronId(), id -> new HashSet<>()).add(card.number()));
        var good = new HashMap<String, Long>();
        all.stream()
                .filter(card -> card.status() == Status.ACTIVE)
                .forEach(card -> good.put(card.number(), card.patronId()));
        var people = new HashMap<Long, Known.Person>();
        for (var patron : store.people(connection)) {
            var ours = latest.containsKey(patron.id());
            people.put(
                    patron.id(),
                    new Known.Person(
                            patron.id(),
                            patron.version(),
                            ours,
                            patron.source().isEmpty(),
                            latest.getOrDefault(patron.id(), ""),
                            patron.facts(),
                            patron.local(),
                            patron.missingSince(),
                            held.getOrDefault(patron.id(), Set.of())));
        }
        var sites = new HashMap<String, String>();
        store.schools(connection, source).forEach(school -> sites.put(school.sourcedId(), school.site()));
        return new Known(
                people,
                keys,
                good,
                sites,
                store.terms(connection, source),
                store.classes(connection, source),
                store.enrolments(connection, source));
    }

    private void write(Connection connection, long run, int source, RosterPlan plan) throws SQLException {
        lock(connection, plan);
        undo.before(connection, run);
        classes.terms(connection, source, becoming(plan.terms()));
        classes.classes(connection, source, becoming(plan.classes()));
        classes.gone(connection, source, gone(plan.terms()), gone(plan.classes()));
        var ids = people(connection, source, plan);
        classes.removeEnrolments(connection, source, gone(plan.enrolments()));
        classes.enrolments(connection, source, becoming(plan.enrolments()), store.keys(connection, source, false));
        undo.after(connection, run, lines(plan, ids));
        var rows = new ArrayList<>(plan.terms());
        rows.addAll(plan.classes());
        rows.addAll(plan.enrolments());
        changes.add(connection, run, RosterUndo.rows(rows));
    }

    /** Whoever was edited since the comparison makes it void: the transaction is done again. */
    private void lock(Connection connection, RosterPlan plan) throws SQLException {
        var versions = new HashMap<Long, Integer>();
        plan.people().stream()
                .filter(PlannedPerson::writes)
                .flatMap(person -> person.known().stream())
                .forEach(person -> versions.put(person.id(), person.version()));
        if (!store.lock(connection, List.copyOf(versions.keySet())).equals(versions)) {
            throw new SQLException("People were edited meanwhile", "HY000", 1020);
        }
    }

    private Map<String, Long> people(Connection connection, int source, RosterPlan plan) throws SQLException {
        var fresh = plan.people().stream()
                .filter(person -> person.outcome() == RosterOutcome.NEW)
                .toList();
        var free = store.nextIds(connection, fresh.size()).iterator();
        var added = new ArrayList<NewPatron>();
        var ids = new LinkedHashMap<String, Long>();
        var facts = new HashMap<Long, PatronFacts>();
        for (var person : fresh) {
            var patron = new NewPatron(free.next(), person.sourcedId(), person.facts());
            added.add(patron);
            ids.put(patron.sourcedId(), patron.id());
            facts.put(patron.id(), patron.facts());
        }
        store.add(connection, source, added, today, now);
        var changed = new HashMap<Long, PatronFacts>();
        var keys = new LinkedHashMap<>(ids);
        var missing = new HashSet<Long>();
        for (var person : plan.people()) {
            if (!person.writes() || person.known().isEmpty()) continue;
            var id = person.known().get().id();
            if (person.outcome() == RosterOutcome.MISSING) missing.add(id);
            else changed.put(id, person.facts());
            if (person.changes().stream().anyMatch(change -> change.field().equals(RosterLine.SOURCED_ID)))
                keys.put(person.sourcedId(), id);
        }
        store.change(connection, source, changed, today, now);
        store.missing(connection, missing, today);
        store.key(connection, source, keys);
        facts.putAll(changed);
        patrons.words(connection, facts);
        for (var person : plan.people()) {
            if (!person.writes() || person.card().isEmpty()) continue;
            var id = person.known().map(Known.Person::id).orElse(ids.getOrDefault(person.sourcedId(), 0L));
            cards.add(connection, id, person.card(), true, now);
        }
        return ids;
    }

    private static List<RosterLine> lines(RosterPlan plan, Map<String, Long> ids) {
        var lines = new ArrayList<RosterLine>();
        for (var person : plan.people()) {
            var patron = person.known().map(Known.Person::id);
            if (person.outcome() == RosterOutcome.NEW) patron = Optional.ofNullable(ids.get(person.sourcedId()));
            lines.add(new RosterLine(
                    lines.size() + 1,
                    person.row(),
                    person.sourcedId(),
                    PersonName.sorted(person.facts()),
                    person.outcome(),
                    patron,
                    person.remarks(),
                    person.changes(),
                    false));
        }
        return lines;
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
