package org.carrel.kiosk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.carrel.lists.ListKind;
import org.carrel.lists.ReadingLists;
import org.carrel.lists.SessionLists;
import org.carrel.platform.DatabaseProblem;
import org.carrel.search.SavedSearches;
import org.carrel.security.Device;
import org.carrel.sessions.Signs;

/** kiosk/home.xhtml: the search box, topics to browse, what is new, and shelves of topics. */
@Named
@RequestScoped
public class KioskHomeView {
    private static final int NEW_BOOKS = 12;

    @Inject
    SavedSearches searches;

    @Inject
    KioskDevice device;

    @Inject
    Topics topics;

    @Inject
    Cards cards;

    @Inject
    Signs signs;

    @Inject
    ReadingLists lists;

    @Inject
    SessionLists sessionLists;

    @Inject
    Words words;

    private List<Topic> tiles = List.of();
    private List<Shelf> shelves = List.of();

    @PostConstruct
    void load() {
        var paths = new HashSet<String>();
        tiles = Stream.of(listsOfClasses(), ofClasses(), topics.tiles().stream(), listsOfSchool())
                .flatMap(Function.identity())
                .filter(tile -> paths.add(tile.path()))
                .toList();
        shelves = Stream.concat(newBooks(), topics.shelves().stream()).toList();
    }

    /** Lists of the classes that are here now, and are gone when they are. */
    private Stream<Topic> listsOfClasses() {
        return site().flatMap(code -> unlessAway(() -> sessionLists.now(code))).stream()
                .flatMap(List::stream)
                .map(list -> new Topic(list.path(), "school", list.fullTitle()));
    }

    /** What the library has put together for everybody. */
    private Stream<Topic> listsOfSchool() {
        return unlessAway(() -> lists.onHome(site().orElse(""), device.readers())).stream()
                .flatMap(List::stream)
                .map(list ->
                        new Topic(list.path(), list.kind() == ListKind.AWARD ? "prizes" : "books", list.fullTitle()));
    }

    private Optional<String> site() {
        return device.get().map(Device::siteCode).filter(code -> !code.isEmpty());
    }

    /** Nothing while the database is away: the page is of use without. */
    private static <T> Optional<T> unlessAway(Supplier<T> looking) {
        try {
            return Optional.of(looking.get());
        } catch (DatabaseProblem away) {
            return Optional.empty();
        }
    }

    /** What classes have come for that are here now stands first, and is gone when they are. */
    private Stream<Topic> ofClasses() {
        return now().stream()
                .map(now -> new Topic(
                        new SearchAddress(now.topic(), 1, List.of(), List.of()).path(),
                        "school",
                        now.who().isEmpty() ? now.topic() : now.topic() + " · " + now.who()))
                .distinct();
    }

    private List<Signs.Entry> now() {
        return site().flatMap(code -> unlessAway(() -> signs.topicsNow(code))).orElse(List.of());
    }

    /** Nothing where nothing is new. */
    private Stream<Shelf> newBooks() {
        var found = searches.newBooks(device.readers(), NEW_BOOKS);
        if (found.hits().isEmpty()) return Stream.empty();
        var address = SearchAddress.of(SavedSearches.NEW_BOOKS);
        return Stream.of(new Shelf(
                "newest",
                words.text("home.new"),
                cards.of(found.hits(), address),
                address.path(),
                words.text("shelf.all", found.total())));
    }

    /** Rows of covers. */
    public List<Shelf> getShelves() {
        return shelves;
    }

    public List<Topic> getTopics() {
        return tiles;
    }

    /** Searches that show what the box can do. */
    public List<Example> getExamples() {
        return Stream.of("1", "2", "3", "4")
                .map(number -> words.text("home.example." + number))
                .map(text -> new Example(text, new SearchAddress(text, 1, List.of(), List.of()).path()))
                .toList();
    }

    /** A search to try. */
    public record Example(String text, String path) {}
}
