package org.carrel.sessions;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ItemForLoan;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskPlace;
import org.carrel.circulation.Scan;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.search.CatalogSearch;
import org.carrel.search.Readers;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchRequest;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.sessions.PullAnswer.Act;
import org.carrel.sessions.rules.BookChoice;
import org.carrel.sessions.rules.BookChoice.Candidate;
import org.carrel.sessions.store.PulledCopyStore;
import org.carrel.sessions.store.SessionBookStore;
import org.jspecify.annotations.Nullable;

/**
 * Books for class sessions: proposed for a topic, put on a list, pulled by scan, and put back. What is pulled is nobody else's until it
 * is back; who had waited for it before comes first. Lock order: the copy, then the session.
 */
@Door
public class SessionBooks {
    /** Most copies of one title on a list. */
    public static final int MOST_COPIES = 99;

    private static final List<String> LANGUAGES = List.of("eng", "spa");

    private final Database database;
    private final Clock clock;
    private final Bookings bookings;
    private final CatalogSearch search;
    private final Catalog catalog;
    private final CirculationDesk desk;
    private final ItemsAtDesk items;
    private final SessionBookStore books = new SessionBookStore();
    private final PulledCopyStore pulled = new PulledCopyStore();

    @Inject
    public SessionBooks(
            Database database,
            Clock clock,
            Bookings bookings,
            CatalogSearch search,
            Catalog catalog,
            CirculationDesk desk,
            ItemsAtDesk items) {
        this.database = database;
        this.clock = clock;
        this.bookings = bookings;
        this.search = search;
        this.catalog = catalog;
        this.desk = desk;
        this.items = items;
    }

    /** A title that is proposed. @param copies how many of it @param free how many there are */
    public record Proposed(long bib, String title, String author, List<String> languages, int copies, int free) {}

    /** Everything about the books of a session. Empty when there is none. */
    public Optional<BookList> of(long session) {
        return bookings.find(session)
                .map(known -> database.read(connection -> new BookList(
                        known,
                        books.wanted(connection, session),
                        pulled.rows(connection, session),
                        isOver(known, clock.instant()))));
    }

    private static boolean isOver(ClassSession session, Instant now) {
        return !session.state().isLive() || session.isOver(now);
    }

    /**
     * What the search finds for the topic of a session, for its grade, in English and Spanish, with copies on the shelves of its site
     * that can be lent; without what stands on the list already.
     *
     * @param topic as typed
     * @param number of copies in all
     */
    public List<Proposed> propose(long session, String topic, int number) {
        var list = of(session);
        if (list.isEmpty() || topic.isBlank()) return List.of();
        var grade = BookChoice.grade(list.get().session().about().grade());
        var site = list.get().session().site();
        var known = new HashSet<>(
                list.get().wanted().stream().map(BookList.Wanted::bib).toList());
        var hits = new LinkedHashMap<Long, SearchHit>();
        for (var language : LANGUAGES) {
            var request = new SearchRequest(
                    topic, 1, SearchRequest.MAX_PAGE_SIZE, List.of(), List.of(language), false, readers(grade));
            search.find(request.ofRecords()).hits().stream()
                    .filter(hit -> !known.contains(hit.id()))
                    .forEach(hit -> hits.put(hit.id(), hit));
        }
        var records = catalog.records(hits.keySet()).stream()
                .collect(Collectors.toMap(CatalogRecord::id, CatalogRecord::record));
        var candidates =
                hits.values().stream().map(hit -> candidate(hit, records, site)).toList();
        return BookChoice.of(candidates, grade, number).stream()
                .map(choice -> proposed(
                        choice, Optional.ofNullable(hits.get(choice.bib())).orElseThrow(), site))
                .toList();
    }

    private static Readers readers(OptionalInt grade) {
        if (grade.isEmpty()) return Readers.ALL;
        if (grade.getAsInt() <= 5) return Readers.ELEMENTARY;
        return grade.getAsInt() <= 8 ? Readers.MIDDLE : Readers.HIGH;
    }

    private static Candidate candidate(SearchHit hit, Map<Long, BibRecord> records, String site) {
        var record = Optional.ofNullable(records.get(hit.id()));
        var audience = record.map(BibRecord::audience);
        return new Candidate(
                hit.id(),
                hit.languages().isEmpty() ? "" : hit.languages().getFirst(),
                audience.map(BibRecord.Audience::code).orElse(' '),
                audience.map(known -> number(known.gradeFrom())).orElse(OptionalInt.empty()),
                audience.map(known -> number(known.gradeTo())).orElse(OptionalInt.empty()),
                free(hit, site));
    }

    private static OptionalInt number(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static int free(SearchHit hit, String site) {
        return (int) hit.items().stream()
                .filter(item -> item.available() && item.siteCode().equals(site))
                .count();
    }

    private static Proposed proposed(BookChoice.Choice choice, SearchHit hit, String site) {
        return new Proposed(choice.bib(), hit.title(), hit.author(), hit.languages(), choice.copies(), free(hit, site));
    }

    /**
     * Puts titles on the list, so many copies of each; none takes a title off.
     *
     * @return false when there is no such session within reach, or it is over, or a title is not in the catalog
     */
    public boolean set(long session, Map<Long, Integer> copies, Caller by) {
        var known = bookings.find(session).filter(found -> mayEdit(found, by));
        if (known.isEmpty() || isOver(known.get(), clock.instant())) return false;
        return database.transaction(connection -> {
            for (var each : copies.entrySet()) if (!books.isShown(connection, each.getKey())) return false;
            for (var each : copies.entrySet()) {
                var number = Math.clamp(each.getValue(), 0, MOST_COPIES);
                if (number == 0) books.remove(connection, session, each.getKey());
                else books.set(connection, session, each.getKey(), number);
            }
            return true;
        });
    }

    private static boolean mayEdit(ClassSession session, Caller by) {
        var owner = new Owner(Optional.of(session.site()), session.teacher().account());
        return by.may(Operation.BOOK_SESSION, owner) || by.may(Operation.CIRCULATE, owner);
    }

    /**
     * A copy was scanned: it goes on the cart while the session is to come or is on, and back to its shelf afterwards. Scanned again
     * nothing changes.
     */
    public PullAnswer scan(long session, String typed, Caller by) {
        var known = bookings.find(session).filter(found -> by.may(Operation.CIRCULATE, Owner.site(found.site())));
        var text = typed.strip();
        if (known.isEmpty() || text.isEmpty() || text.length() > Scan.LONGEST)
            return PullAnswer.of(Act.UNKNOWN, text.length() > Scan.LONGEST ? "" : text);
        return database.transaction(connection -> {
            var copies = new ArrayList<>(items.byBarcode(connection, List.of(text)));
            if (copies.isEmpty()) copies.addAll(items.byAlias(connection, List.of(text)));
            if (copies.size() != 1) return PullAnswer.of(Act.UNKNOWN, text);
            var item = items.lock(connection, copies.getFirst().id()).orElseThrow();
            var live = books.share(connection, session);
            var over = !live || known.get().isOver(clock.instant());
            return over ? putBack(connection, session, item) : pull(connection, known.get(), item, by);
        });
    }

    private PullAnswer putBack(Connection connection, long session, ItemForLoan item) throws SQLException {
        var copy = pulled.lockOpen(connection, item.id());
        pulled.found(connection, item.id());
        if (copy.isEmpty() || copy.get().session() != session) return PullAnswer.of(Act.NOT_HERE, item.title());
        if (pulled.isOnLoan(connection, item.id())) return PullAnswer.of(Act.ON_LOAN, item.title());
        pulled.end(connection, copy.get().id(), PulledCopy.End.BACK, clock.instant());
        items.changed(connection, List.of(item.bibId()));
        return PullAnswer.of(Act.PUT_BACK, item.title());
    }

    private PullAnswer pull(Connection connection, ClassSession session, ItemForLoan item, Caller by)
            throws SQLException {
        var problem = problem(connection, session, item, by);
        if (problem.isPresent()) return problem.get();
        pulled.add(connection, session.id(), item.id(), clock.instant());
        items.changed(connection, List.of(item.bibId()));
        return PullAnswer.of(Act.PULLED, item.title());
    }

    private Optional<PullAnswer> problem(Connection connection, ClassSession session, ItemForLoan item, Caller by)
            throws SQLException {
        var copy = pulled.open(connection, item.id());
        if (copy.isPresent() && copy.get().session() == session.id())
            return Optional.of(PullAnswer.of(Act.ALREADY, item.title()));
        if (copy.isPresent())
            return Optional.of(new PullAnswer(
                    Act.OTHER_CLASS, item.title(), OptionalLong.of(copy.get().session())));
        if (!item.siteCode().equals(session.site())) return Optional.of(PullAnswer.of(Act.OTHER_SITE, item.title()));
        if (item.withdrawn().isPresent()
                || item.condition() == ItemCondition.LOST
                || item.condition() == ItemCondition.MISSING)
            return Optional.of(PullAnswer.of(Act.NOT_OURS, item.title()));
        if (pulled.isOnLoan(connection, item.id())) return Optional.of(PullAnswer.of(Act.ON_LOAN, item.title()));
        var scan = Scan.now(UUID.randomUUID(), "", Optional.empty(), DeskPlace.at(session.site()));
        return desk.isWanted(connection, scan, item.id(), by)
                ? Optional.of(PullAnswer.of(Act.WANTED, item.title()))
                : Optional.empty();
    }

    /** A copy is taken off the cart before the class comes. @return false when it is not on the cart of a session within reach */
    public boolean takeOff(long session, long item, Caller by) {
        var known = bookings.find(session).filter(found -> mayEdit(found, by));
        if (known.isEmpty()) return false;
        return database.transaction(connection -> {
            var locked = items.lock(connection, item);
            var copy = pulled.lockOpen(connection, item).filter(found -> found.session() == session);
            if (locked.isEmpty() || copy.isEmpty()) return false;
            pulled.end(connection, copy.get().id(), PulledCopy.End.BACK, clock.instant());
            items.changed(connection, List.of(locked.get().bibId()));
            return true;
        });
    }

    /**
     * Everything that is there has been put back. What somebody has on loan is theirs; what nobody has is missing from now on.
     *
     * @return how many are missing; empty when there is no such session within reach, or it is not over
     */
    public OptionalInt close(long session, Caller by) {
        var known = bookings.find(session)
                .filter(found -> by.may(Operation.CIRCULATE, Owner.site(found.site())))
                .filter(found -> isOver(found, clock.instant()));
        if (known.isEmpty()) return OptionalInt.empty();
        return database.transaction(connection -> {
            var open = pulled.rows(connection, session).stream()
                    .filter(row -> row.end().isEmpty())
                    .toList();
            for (var row : open.stream()
                    .sorted(Comparator.comparingLong(PulledCopy.Row::item))
                    .toList()) items.lock(connection, row.item());
            var missing = 0;
            for (var row : open) {
                var copy = pulled.lockOpen(connection, row.item()).filter(found -> found.session() == session);
                if (copy.isEmpty()) continue;
                var lent = pulled.isOnLoan(connection, row.item());
                if (!lent) missing++;
                var end = lent ? PulledCopy.End.LENT : PulledCopy.End.MISSING;
                pulled.end(connection, copy.get().id(), end, clock.instant());
            }
            items.changed(
                    connection,
                    open.stream().map(PulledCopy.Row::bib).distinct().toList());
            return OptionalInt.of(missing);
        });
    }
}
