package org.carrel.patrons.rosters;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.ObjLongConsumer;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.rosters.Roster.User;

/** A small school, all of which is known at once. */
final class KnownInMemory implements Known {
    final Map<Long, Person> people;
    final Map<String, Long> keys;
    private final Map<String, String> sites;
    private final Map<String, List<String>> terms;
    private final Map<String, List<String>> classes;
    private final Map<String, List<String>> enrolments;

    KnownInMemory(
            Map<Long, Person> people,
            Map<String, Long> keys,
            Map<String, String> sites,
            Map<String, List<String>> terms,
            Map<String, List<String>> classes,
            Map<String, List<String>> enrolments) {
        this.people = new TreeMap<>(people);
        this.keys = keys;
        this.sites = sites;
        this.terms = terms;
        this.classes = classes;
        this.enrolments = enrolments;
    }

    KnownInMemory with(Map<Long, Person> others) {
        return new KnownInMemory(others, keys, sites, terms, classes, enrolments);
    }

    private record InMemory(Map<String, List<String>> rows) implements KnownRows {
        @Override
        public Map<String, List<String>> of(Collection<String> ids) {
            var some = new HashMap<>(rows);
            some.keySet().retainAll(ids);
            return some;
        }

        @Override
        public void eachId(Consumer<String> each) {
            rows.keySet().stream().sorted().forEach(each);
        }
    }

    @Override
    public Map<String, String> sites() {
        return sites;
    }

    @Override
    public KnownRows terms() {
        return new InMemory(terms);
    }

    @Override
    public KnownRows classes() {
        return new InMemory(classes);
    }

    @Override
    public KnownRows enrolments() {
        return new InMemory(enrolments);
    }

    @Override
    public Map<String, String> homerooms() {
        var titles = new HashMap<String, String>();
        classes.forEach((id, row) -> {
            if (Rows.isHomeroom(row)) titles.put(id, Rows.title(row));
        });
        return titles;
    }

    @Override
    public void eachKey(ObjLongConsumer<String> each) {
        keys.forEach(each::accept);
    }

    @Override
    public People about(List<User> users) {
        return new People(people, keys, Map.of());
    }

    @Override
    public Active active() {
        var active = people.values().stream().filter(KnownInMemory::isActive).toList();
        var students = (int) active.stream()
                .filter(person -> person.facts().category() == PatronCategory.STUDENT)
                .count();
        return new Active(students, active.size() - students);
    }

    @Override
    public void absent(LongPredicate present, Consumer<Person> each) {
        people.values().stream()
                .filter(KnownInMemory::isActive)
                .filter(person -> !present.test(person.id()))
                .forEach(each);
    }

    private static boolean isActive(Person person) {
        return person.ours() && person.facts().status() == PatronStatus.ACTIVE;
    }
}
