package org.carrel.patrons;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.patrons.store.ClassListStore;
import org.carrel.patrons.store.PatronSearchStore;
import org.carrel.patrons.store.PatronStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** Classes and homerooms as a desk opens them: who is in one, by name. */
@Door
public class ClassLists {
    private static final String CLASS = "class-";
    private static final String HOMEROOM = "room-";
    /** More pupils no class has. */
    private static final int MOST = 200;

    private final Database database;
    private final ClassListStore store = new ClassListStore();
    private final PatronSearchStore search = new PatronSearchStore();
    private final PatronStore people = new PatronStore();

    @Inject
    public ClassLists(Database database) {
        this.database = database;
    }

    /** @param key by which an address names it */
    public record Entry(String key, String name) {}

    /** @param pupils by name; those who have left are not among them */
    public record ClassList(String key, String name, List<Patron> pupils) {}

    /** Homerooms first, then classes, by name; empty for a school that is not within reach. @param site code */
    public List<Entry> of(String site, Caller by) {
        if (!by.isOf(site)) return List.of();
        return database.read(connection -> Stream.concat(
                        search.homerooms(connection, site).stream().map(name -> new Entry(HOMEROOM + name, name)),
                        store.classes(connection, site).stream().map(one -> new Entry(CLASS + one.id(), one.name())))
                .toList());
    }

    /** Empty when there is no such class at this school, or it is not within reach. @param today at the site */
    public Optional<ClassList> find(String key, String site, LocalDate today, Caller by) {
        return of(site, by).stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .map(entry -> new ClassList(key, entry.name(), pupils(key, site, today)));
    }

    private List<Patron> pupils(String key, String site, LocalDate today) {
        return database.read(connection -> {
            var ids = key.startsWith(CLASS)
                    ? store.ofClass(connection, Long.parseLong(key.substring(CLASS.length())), today, MOST)
                    : store.ofHomeroom(connection, key.substring(HOMEROOM.length()), site, MOST);
            return people.find(connection, ids);
        });
    }
}
