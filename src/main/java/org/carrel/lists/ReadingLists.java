package org.carrel.lists;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carrel.catalog.ItemForLoan;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.lists.ListAnswer.Added;
import org.carrel.lists.ListAnswer.Already;
import org.carrel.lists.ListAnswer.Choose;
import org.carrel.lists.ListAnswer.Full;
import org.carrel.lists.ListAnswer.Gone;
import org.carrel.lists.ListAnswer.Refused;
import org.carrel.lists.ListAnswer.Saved;
import org.carrel.lists.ListAnswer.Stale;
import org.carrel.lists.ListProblem.Field;
import org.carrel.lists.ListProblem.Reason;
import org.carrel.lists.rules.ListOrder;
import org.carrel.lists.rules.ListRules;
import org.carrel.lists.store.ListEntryStore;
import org.carrel.lists.store.ReadingListStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.Sites;
import org.carrel.search.CatalogSearch;
import org.carrel.search.Readers;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchRequest;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.security.SecretWords;

/**
 * Reading lists, pathfinders and lists of awards. Who keeps lists keeps their own and, at the desk, those of their school; others see
 * what is published, by its link. Lock order: the list, then what stands on it.
 */
@Door
public class ReadingLists {
    /** Most things on one list: what a class can look through. */
    public static final int MOST_ENTRIES = 100;
    /** So long a removed list can be brought back. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST_FOUND = 10;
    private static final int LONGEST_SCAN = 64;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern ISBN = Pattern.compile("[0-9]{9}[0-9Xx]|[0-9]{13}");

    private final Database database;
    private final Clock clock;
    private final Sites sites;
    private final SecretWords words;
    private final CatalogSearch search;
    private final ItemsAtDesk items;
    private final ReadingListStore lists = new ReadingListStore();
    private final ListEntryStore entries = new ListEntryStore();

    @Inject
    public ReadingLists(
            Database database, Clock clock, Sites sites, SecretWords words, CatalogSearch search, ItemsAtDesk items) {
        this.database = database;
        this.clock = clock;
        this.sites = sites;
        this.words = words;
        this.search = search;
        this.items = items;
    }

    /** Whether who asks keeps this list. */
    public static boolean mayKeep(ReadingList list, Caller by) {
        return by.may(Operation.KEEP_LISTS, list.owner());
    }

    /** Whether who asks decides what stands on the first page of the kiosks: that is nobody's own. */
    public static boolean mayPutHome(ReadingList list, Caller by) {
        return by.may(Operation.KEEP_LISTS, new Owner(list.site(), OptionalLong.empty()));
    }

    /** Those that who asks keeps, by title; removed ones too. */
    public List<ReadingList> keptBy(Caller by) {
        return database.read(lists::all).stream()
                .filter(list -> mayKeep(list, by))
                .toList();
    }

    /** How many things each of these has; those with none are left out. By number of the list. */
    public Map<Long, Integer> counts(Collection<Long> some) {
        return database.read(connection -> entries.counts(connection, some));
    }

    /** Also one that is kept back or removed. */
    public Optional<ReadingList> find(long id) {
        return database.read(connection -> lists.find(connection, id));
    }

    /** What stands on it, in order, with what the catalog does not show. */
    public List<ListEntry> entries(long list) {
        return database.read(connection -> entries.of(connection, list));
    }

    /** The published list of a link; empty for a word that opens nothing, or nothing any more. */
    public Optional<SharedList> shared(String word) {
        if (!WORD.matcher(word).matches()) return Optional.empty();
        return database.read(connection -> {
            var list = lists.findPublished(connection, word);
            if (list.isEmpty()) return Optional.<SharedList>empty();
            var shown = entries.of(connection, list.get().id()).stream()
                    .filter(ListEntry::listed)
                    .toList();
            return Optional.of(new SharedList(list.get(), shown));
        });
    }

    /**
     * What stands on the first page of a kiosk, by title.
     *
     * @param site code of the school it stands in; empty for phones and laptops, which see what is for all schools
     * @param readers of the screen; a screen for all shows the lists for all ages
     */
    public List<ReadingList> onHome(String site, Readers readers) {
        return database.read(connection -> lists.onHome(connection, site)).stream()
                .filter(list -> readers == Readers.ALL || list.readers() == Readers.ALL || list.readers() == readers)
                .toList();
    }

    /** The schools that who asks can make a list for: codes. */
    public List<String> sitesOf(Caller by) {
        return sites.list().stream().map(site -> site.code()).filter(by::isOf).toList();
    }

    /** A new list is a draft, and belongs to who has made it. A removed one is not changed. */
    public ListAnswer save(ListDraft draft, Caller by) {
        var now = clock.instant();
        var thisYear = LocalDate.ofInstant(now, clock.getZone()).getYear();
        var problems = ListRules.check(draft, sitesOf(by), by.site().isEmpty(), thisYear);
        var year = ListRules.year(draft, thisYear);
        if (draft.id() == 0) {
            if (!by.may(Operation.KEEP_LISTS, new Owner(by.site(), OptionalLong.of(by.account())))) return new Gone();
            if (!problems.isEmpty()) return new Refused(problems);
            var word = words.makeShort();
            return new Saved(
                    database.transaction(connection -> lists.add(connection, draft, year, word, by.account(), now)));
        }
        return change(draft.id(), by, (connection, list) -> {
            if (!problems.isEmpty()) return new Refused(problems);
            return lists.replace(connection, draft, year, now) ? new Saved(draft.id()) : new Stale();
        });
    }

    /** Everybody who has its link sees it from now on. */
    public ListAnswer publish(long id, Caller by) {
        return state(id, ListState.PUBLISHED, by);
    }

    /** Back to a draft: its link opens nothing until it is published again. */
    public ListAnswer keepBack(long id, Caller by) {
        return state(id, ListState.DRAFT, by);
    }

    private ListAnswer state(long id, ListState state, Caller by) {
        return change(id, by, (connection, list) -> {
            lists.setState(connection, id, state, clock.instant());
            return new Saved(id);
        });
    }

    /** Takes it away; {@link #restore} brings it back within {@link #KEPT}. */
    public ListAnswer remove(long id, Caller by) {
        return change(id, by, (connection, list) -> {
            lists.setState(connection, id, ListState.REMOVED, clock.instant());
            lists.forget(connection, clock.instant().minus(KEPT));
            return new Saved(id);
        });
    }

    /** As a draft. */
    public ListAnswer restore(long id, Caller by) {
        return database.transaction(connection -> {
            var list = lists.lock(connection, id).filter(one -> mayKeep(one, by) && one.state() == ListState.REMOVED);
            if (list.isEmpty()) return new Gone();
            lists.setState(connection, id, ListState.DRAFT, clock.instant());
            return new Saved(id);
        });
    }

    /** On the first page of kiosks, or not: nobody's own, so for who keeps the lists of the school only. */
    public ListAnswer setHome(long id, boolean onHome, Caller by) {
        return change(id, by, (connection, list) -> {
            if (!mayPutHome(list, by)) return new Gone();
            lists.setHome(connection, id, onHome, clock.instant());
            return new Saved(id);
        });
    }

    /**
     * What was scanned or typed: a barcode, an ISBN, or words. One title that is meant goes to the end of the list; of several one has to
     * be chosen.
     */
    public ListAnswer add(long id, String typed, Caller by) {
        var text = typed.strip();
        if (text.isEmpty())
            return find(id).<ListAnswer>map(list -> new Choose(List.of())).orElse(new Gone());
        var scanned = byBarcode(text);
        if (scanned.isPresent()) return addTitle(id, scanned.get().bibId(), by);
        var found = found(text);
        var number = ISBN.matcher(text.replace("-", "").replace(" ", "")).matches();
        return number && found.size() == 1 ? addTitle(id, found.getFirst().id(), by) : new Choose(found);
    }

    private Optional<ItemForLoan> byBarcode(String text) {
        if (text.length() > LONGEST_SCAN) return Optional.empty();
        return database.read(connection -> {
            var copies = items.byBarcode(connection, List.of(text));
            return copies.size() == 1 ? Optional.of(copies.getFirst()) : Optional.empty();
        });
    }

    /** Titles that the search finds for what was typed, the best first, each edition for itself. */
    public List<SearchHit> found(String typed) {
        if (typed.isBlank()) return List.of();
        var text = typed.length() > SearchRequest.MAX_TEXT ? typed.substring(0, SearchRequest.MAX_TEXT) : typed;
        var request = new SearchRequest(text, 1, MOST_FOUND, List.of(), List.of());
        return search.find(request.ofRecords()).hits();
    }

    /** A title of the catalog goes to the end of the list. */
    public ListAnswer addTitle(long id, long bib, Caller by) {
        return change(id, by, (connection, list) -> {
            var title = entries.shownTitle(connection, bib);
            if (title.isEmpty()) return new Choose(List.of());
            var there = entries.of(connection, id);
            if (there.stream().anyMatch(entry -> entry.bib().orElse(0) == bib)) return new Already(title.get());
            if (there.size() >= MOST_ENTRIES) return new Full();
            entries.addTitle(connection, id, bib);
            lists.touch(connection, id, clock.instant());
            return new Added(title.get());
        });
    }

    /** A place on the web goes to the end of the list. Its address is kept as it was typed and never asked. */
    public ListAnswer addWeb(long id, WebDraft draft, Caller by) {
        var problems = ListRules.check(draft);
        return change(id, by, (connection, list) -> {
            if (!problems.isEmpty()) return new Refused(problems);
            var there = entries.of(connection, id);
            if (there.stream().anyMatch(entry -> entry.url().equals(draft.url())))
                return new Refused(List.of(new ListProblem(Field.WEB_ADDRESS, Reason.TAKEN)));
            if (there.size() >= MOST_ENTRIES) return new Full();
            entries.addWeb(connection, id, draft);
            lists.touch(connection, id, clock.instant());
            return new Added(draft.title());
        });
    }

    /** What somebody says about something on the list, and for whom it is. */
    public ListAnswer describe(long id, long entry, String note, Readers readers, Caller by) {
        var text = note.strip().replaceAll("\\s+", " ");
        return change(id, by, (connection, list) -> {
            if (ListRules.isTooLong(text, ListRules.LONGEST_ENTRY_NOTE))
                return new Refused(List.of(new ListProblem(Field.WEB_NOTE, Reason.TOO_LONG)));
            if (!entries.change(connection, id, entry, text, readers)
                    && entries.of(connection, id).stream().noneMatch(one -> one.id() == entry)) return new Gone();
            lists.touch(connection, id, clock.instant());
            return new Saved(id);
        });
    }

    public ListAnswer moveUp(long id, long entry, Caller by) {
        return move(id, entry, -1, by);
    }

    public ListAnswer moveDown(long id, long entry, Caller by) {
        return move(id, entry, 1, by);
    }

    /** Among what the catalog shows: what is not seen is not moved past. */
    private ListAnswer move(long id, long entry, int by, Caller caller) {
        return change(id, caller, (connection, list) -> {
            var all = entries.of(connection, id);
            var hidden =
                    all.stream().filter(one -> !one.listed()).map(ListEntry::id).toList();
            var order = new ArrayList<>(ListOrder.moved(
                    all.stream().filter(ListEntry::listed).map(ListEntry::id).toList(), entry, by));
            order.addAll(hidden);
            for (var at = 0; at < order.size(); at++) entries.place(connection, order.get(at), at + 1);
            lists.touch(connection, id, clock.instant());
            return new Saved(id);
        });
    }

    /** Off the list; what is off already stays so. */
    public ListAnswer takeOff(long id, long entry, Caller by) {
        return change(id, by, (connection, list) -> {
            entries.remove(connection, id, entry);
            lists.touch(connection, id, clock.instant());
            return new Saved(id);
        });
    }

    /** Work on a list while nobody else changes it. */
    @FunctionalInterface
    private interface Change {
        ListAnswer on(Connection connection, ReadingList list) throws SQLException;
    }

    private ListAnswer change(long id, Caller by, Change change) {
        return database.transaction(connection -> {
            var list = lists.lock(connection, id).filter(one -> mayKeep(one, by) && one.state() != ListState.REMOVED);
            return list.isEmpty() ? new Gone() : change.on(connection, list.get());
        });
    }

    /** Names of schools by their codes. */
    public Map<String, String> siteNames() {
        return sites.list().stream().collect(Collectors.toMap(site -> site.code(), site -> site.name()));
    }
}
