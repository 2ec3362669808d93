package org.carrel.patrons.rosters;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.ObjLongConsumer;
import org.carrel.patrons.PatronCard;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterSchool;
import org.carrel.patrons.rosters.Roster.User;
import org.carrel.patrons.rules.RosterCells;
import org.carrel.patrons.store.RosterKnownStore;
import org.carrel.patrons.store.RosterKnownStore.Part;
import org.carrel.patrons.store.RosterStore;
import org.jspecify.annotations.Nullable;

/** What is in the tables, a page at a time. Throws {@link Unanswered}. */
final class KnownHere implements Known {
    private static final int PAGE = 2000;
    private static final int AT_ONCE = 500;

    private final RosterStore store = new RosterStore();
    private final RosterKnownStore known = new RosterKnownStore();
    private final Connection connection;
    private final int source;
    private final Map<String, String> sites = new HashMap<>();
    /** People with the lowest ids by their numbers without zeros; null until somebody asks. */
    private @Nullable TextMap withoutZeros;

    /** To be made after the roster's schools are known. */
    KnownHere(Connection connection, int source) {
        this.connection = connection;
        this.source = source;
        ask(() -> store.schools(connection, source)).forEach(this::school);
    }

    private void school(RosterSchool school) {
        sites.put(school.sourcedId(), school.site());
    }

    @FunctionalInterface
    private interface Asking<T> {
        T ask() throws SQLException;
    }

    private static <T> T ask(Asking<T> asking) {
        try {
            return asking.ask();
        } catch (SQLException e) {
            throw new Unanswered(e);
        }
    }

    @Override
    public Map<String, String> sites() {
        return sites;
    }

    @Override
    public KnownRows terms() {
        return new Stored(Part.TERM);
    }

    @Override
    public KnownRows classes() {
        return new Stored(Part.CLASS);
    }

    @Override
    public KnownRows enrolments() {
        return new Stored(Part.ENROLMENT);
    }

    private final class Stored implements KnownRows {
        private final Part part;

        Stored(Part part) {
            this.part = part;
        }

        @Override
        public Map<String, List<String>> of(Collection<String> ids) {
            return ask(() -> known.rows(connection, source, part, ids));
        }

        @Override
        public void eachId(Consumer<String> each) {
            for (var ids = ids(""); !ids.isEmpty(); ids = ids(ids.getLast())) ids.forEach(each);
        }

        private List<String> ids(String after) {
            return ask(() -> known.ids(connection, source, part, after, PAGE));
        }
    }

    @Override
    public Map<String, String> homerooms() {
        return ask(() -> known.homerooms(connection, source));
    }

    @Override
    public void eachKey(ObjLongConsumer<String> each) {
        for (var keys = keys(""); !keys.isEmpty(); keys = keys(keys.getLast().sourcedId()))
            keys.forEach(key -> each.accept(key.sourcedId(), key.patronId()));
    }

    private List<RosterKnownStore.Key> keys(String after) {
        return ask(() -> known.keys(connection, source, after, PAGE));
    }

    @Override
    public People about(List<User> users) {
        var ids = new HashSet<String>();
        users.forEach(user -> ids.add(user.sourcedId()));
        var keys = ask(() -> known.keys(connection, source, ids));
        var wanted = new TreeSet<>(keys.values());
        var numbers = new HashSet<String>();
        var cards = new HashSet<String>();
        for (var user : users) {
            PatronCard.number(user.card()).ifPresent(cards::add);
            var number = user.facts().get(PatronField.IDENTIFIER);
            if (!keys.containsKey(user.sourcedId()) && !number.isEmpty()) numbers.add(number);
        }
        wanted.addAll(ask(() -> known.byNumber(connection, numbers)));
        wanted.addAll(nearly(numbers));
        return new People(people(wanted), keys, ask(() -> known.goodCards(connection, cards)));
    }

    /** Who has one of these numbers but for zeros in front. */
    private List<Long> nearly(Set<String> numbers) {
        var found = new ArrayList<Long>();
        if (numbers.isEmpty()) return found;
        var all = withoutZeros();
        for (var number : numbers) {
            var person = all.get(RosterCells.withoutZeros(number));
            if (person != LongMap.NONE) found.add(person);
        }
        return found;
    }

    private TextMap withoutZeros() {
        var all = withoutZeros;
        if (all != null) return all;
        var made = new TextMap();
        for (var page = numbers(0);
                !page.isEmpty();
                page = numbers(page.getLast().patronId()))
            page.forEach(number -> made.putIfAbsent(RosterCells.withoutZeros(number.number()), number.patronId()));
        withoutZeros = made;
        return made;
    }

    private List<RosterKnownStore.Number> numbers(long after) {
        return ask(() -> known.numbers(connection, after, PAGE));
    }

    private Map<Long, Person> people(Collection<Long> ids) {
        var people = new LinkedHashMap<Long, Person>();
        var latest = ask(() -> known.latest(connection, source, ids));
        var held = ask(() -> known.cards(connection, ids));
        for (var patron : ask(() -> known.people(connection, ids))) {
            people.put(
                    patron.id(),
                    new Person(
                            patron.id(),
                            patron.version(),
                            latest.containsKey(patron.id()),
                            patron.source().isEmpty(),
                            latest.getOrDefault(patron.id(), ""),
                            patron.facts(),
                            patron.local(),
                            patron.missingSince(),
                            held.getOrDefault(patron.id(), Set.of())));
        }
        return people;
    }

    @Override
    public Active active() {
        var students = ask(() -> known.countActive(connection, source, true));
        return new Active(students, ask(() -> known.countActive(connection, source, false)));
    }

    @Override
    public void absent(LongPredicate present, Consumer<Person> each) {
        var some = new ArrayList<Long>();
        for (var page = active(0); !page.isEmpty(); page = active(page.getLast())) {
            for (var id : page) {
                if (!present.test(id)) some.add(id);
                if (some.size() == AT_ONCE) tell(some, each);
            }
        }
        tell(some, each);
    }

    private void tell(List<Long> ids, Consumer<Person> each) {
        if (!ids.isEmpty()) people(ids).values().forEach(each);
        ids.clear();
    }

    private List<Long> active(long after) {
        return ask(() -> known.active(connection, source, after, PAGE));
    }
}
