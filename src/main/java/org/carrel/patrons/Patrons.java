package org.carrel.patrons;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.PatronEvent.Kind;
import org.carrel.patrons.PatronSaved.NoteTooLong;
import org.carrel.patrons.PatronSaved.Problem;
import org.carrel.patrons.PatronSaved.Saved;
import org.carrel.patrons.PatronSaved.Stale;
import org.carrel.patrons.PatronSaved.Wrong;
import org.carrel.patrons.rules.FactsCheck;
import org.carrel.patrons.rules.NameFolding;
import org.carrel.patrons.rules.PersonName;
import org.carrel.patrons.store.BlockStore;
import org.carrel.patrons.store.CardStore;
import org.carrel.patrons.store.PatronHistoryStore;
import org.carrel.patrons.store.PatronSearchStore;
import org.carrel.patrons.store.PatronStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** The people who borrow. Each public method is one use case and one transaction. */
@Door
public class Patrons {
    private final Database database;
    private final Clock clock;
    private final PatronStore store = new PatronStore();
    private final PatronSearchStore search = new PatronSearchStore();
    private final PatronHistoryStore history = new PatronHistoryStore();
    private final CardStore cards = new CardStore();
    private final BlockStore blocks = new BlockStore();

    @Inject
    public Patrons(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param page from 1 */
    public PeoplePage<Patron> find(PatronSearch wish, int page, int size) {
        return database.read(connection -> search.find(connection, wish, page, size));
    }

    /** Whose card this is, by a good card, else by the number of a person who is the only one with it. */
    public Optional<Patron> byCard(String typed) {
        var number = PatronCard.number(typed);
        if (number.isEmpty()) return Optional.empty();
        return database.read(connection -> {
            var card = cards.findActive(connection, number.get());
            if (card.isPresent()) return store.find(connection, card.get().patronId());
            // A lost card that shows the person's number must not work as the number.
            if (cards.isKnown(connection, number.get())) return Optional.empty();
            var people = store.findByIdentifier(connection, typed.strip());
            return people.size() == 1 ? store.find(connection, people.getFirst()) : Optional.empty();
        });
    }

    public Optional<Patron> find(long id) {
        return database.read(connection -> store.find(connection, id));
    }

    /** Empty when there is no such person. */
    public Optional<PatronFile> open(long id) {
        return database.read(connection -> {
            var patron = store.find(connection, id);
            if (patron.isEmpty()) return Optional.empty();
            return Optional.of(new PatronFile(
                    patron.get(),
                    cards.of(connection, id),
                    blocks.of(connection, id),
                    history.events(connection, id),
                    history.sourcedIds(connection, id),
                    history.classes(connection, id)));
        });
    }

    /** Adds a person whom no roster brings: rosters never touch them, unless one comes with the same number and a like name. */
    public PatronSaved add(PatronFacts typed, String note, Optional<LocalDate> expires, String who) {
        if (note.length() > Patron.MAX_NOTE) return new NoteTooLong();
        var facts = FactsCheck.cleaned(typed);
        return database.transaction(connection -> {
            var problems = problems(connection, facts, 0);
            if (!problems.isEmpty()) return new Wrong(problems);
            var now = clock.instant();
            var id = store.add(connection, facts, note, expires, now);
            store.leftOn(connection, id, LocalDate.now(clock));
            history.add(connection, id, now, who, Kind.ADDED, "");
            return new Saved(id);
        });
    }

    /** Changes a person. What differs belongs to people here from now on, where a roster fills the rest. */
    public PatronSaved change(PatronChange typed, String who) {
        if (typed.note().length() > Patron.MAX_NOTE) return new NoteTooLong();
        var change = typed.with(FactsCheck.cleaned(typed.facts()));
        return database.transaction(connection -> {
            var before = store.lock(connection, change.id()).orElse(null);
            if (before == null || before.version() != change.version()) return new Stale();
            var problems = problems(connection, change.facts(), change.id());
            if (!problems.isEmpty()) return new Wrong(problems);
            var changed = before.facts().differences(change.facts());
            if (changed.isEmpty()
                    && before.note().equals(change.note())
                    && before.expires().equals(change.expires())) return new Saved(change.id());
            var local = EnumSet.noneOf(PatronField.class);
            local.addAll(before.local());
            if (before.source().isPresent()) local.addAll(changed);
            var now = clock.instant();
            if (!store.change(connection, change, local, now)) return new Stale();
            store.leftOn(connection, change.id(), LocalDate.now(clock));
            history.add(connection, change.id(), now, who, Kind.CHANGED, PatronField.list(changed));
            return new Saved(change.id());
        });
    }

    /** Lets rosters fill these fields again; the next one does. False when there is no such person. */
    public boolean giveBack(long id, Set<PatronField> fields, String who) {
        return database.transaction(connection -> {
            var patron = store.lock(connection, id).orElse(null);
            if (patron == null) return false;
            var local = EnumSet.noneOf(PatronField.class);
            local.addAll(patron.local());
            if (!local.removeAll(fields)) return true;
            store.giveBack(connection, id, local, clock.instant());
            history.add(connection, id, clock.instant(), who, Kind.GIVEN_BACK, PatronField.list(fields));
            return true;
        });
    }

    /**
     * Those who may be the same person: the same words in both names. Never who was merged.
     *
     * @param site code of the site to look at; empty for all
     */
    public List<Patron> twins(Patron patron, String site) {
        var words = String.join(" ", NameFolding.typed(PersonName.spoken(patron.facts())));
        var wish = new PatronSearch(words, "", "", site, PatronSearch.Who.ALL);
        return database.read(connection -> search.find(connection, wish, 1, 10)).rows().stream()
                .filter(other -> other.id() != patron.id())
                .toList();
    }

    /** Grades that occur among active people, in the order of schools. */
    public List<String> grades() {
        return database.read(search::grades);
    }

    /** @param site code of a site; empty for all */
    public List<String> homerooms(String site) {
        return database.read(connection -> search.homerooms(connection, site));
    }

    /** Names of the sites by code. */
    public Map<String, String> sites() {
        return database.read(store::siteNames);
    }

    private Map<PatronField, Problem> problems(Connection connection, PatronFacts facts, long id) throws SQLException {
        var problems = FactsCheck.problems(facts, store.sites(connection).keySet());
        var number = facts.get(PatronField.IDENTIFIER);
        if (number.isEmpty()) return problems;
        var taken = store.findByIdentifier(connection, number).stream().anyMatch(other -> other != id);
        if (taken) problems.put(PatronField.IDENTIFIER, Problem.TAKEN);
        return problems;
    }
}
