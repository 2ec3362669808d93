package org.carrel.labels;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CatalogRecord;
import org.carrel.labels.store.LabelQueueStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.platform.Utc;
import org.carrel.search.CatalogSearch;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchRequest;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/**
 * The queue of copies that want labels, site by site. Printing takes nothing out of it: only who has seen that the labels came out right does.
 * Every method does nothing for a site that is not within reach.
 */
@Door
public class Labels {
    /** Most copies that are put there in one go: whoever wants more has chosen wrongly. */
    public static final int MOST = 2_000;
    /** Most copies that are printed in one go. */
    public static final int MOST_PRINTED = 300;

    private static final int LONGEST_BARCODE = 64;
    private static final Pattern BETWEEN_BARCODES = Pattern.compile("[\\s,;]+");
    private static final QueuedLabels NOTHING = new QueuedLabels(0, List.of(), false);

    private final Database database;
    private final Catalog catalog;
    private final CatalogSearch search;
    private final LabelQueueStore queue = new LabelQueueStore();

    @Inject
    public Labels(Database database, Catalog catalog, CatalogSearch search) {
        this.database = database;
        this.catalog = catalog;
        this.search = search;
    }

    private static boolean reaches(Caller by, String site) {
        return by.may(Operation.PRINT_LABELS, Owner.site(site));
    }

    /**
     * Puts copies at the end of the queue of their site: new ones, and those whose call number has changed. Those that were withdrawn or are
     * not within reach are left out.
     *
     * @return how many were put there
     */
    public int queue(Collection<Long> items, Caller by) {
        return database.transaction(connection -> {
            var known = queue.known(connection, items, by.site());
            queue.add(connection, known);
            return known.size();
        });
    }

    /** What is found, in a transaction. */
    @FunctionalInterface
    private interface Finding {
        List<Long> in(Connection connection) throws SQLException;
    }

    private QueuedLabels add(String site, Caller by, Finding finding) {
        if (!reaches(by, site)) return NOTHING;
        return database.transaction(connection -> {
            var found = finding.in(connection);
            var taken = found.subList(0, Math.min(found.size(), MOST));
            queue.add(connection, taken);
            return new QueuedLabels(taken.size(), List.of(), found.size() > MOST);
        });
    }

    /** Copies by their barcodes, in the order in which they were scanned. @param typed with space, commas or semicolons between them */
    public QueuedLabels queueScanned(String typed, String site, Caller by) {
        var scanned = new LinkedHashSet<>(List.of(BETWEEN_BARCODES.split(typed.strip())));
        scanned.remove("");
        if (!reaches(by, site) || scanned.isEmpty()) return NOTHING;
        var taken = scanned.stream().limit(MOST).toList();
        return database.transaction(connection -> {
            var looked = taken.stream()
                    .filter(one -> one.length() <= LONGEST_BARCODE)
                    .toList();
            var known = new HashMap<String, Long>();
            for (var one : queue.byBarcode(connection, looked, site)) known.put(one.barcode(), one.item());
            var items = taken.stream().map(known::get).filter(Objects::nonNull).toList();
            queue.add(connection, items);
            var unknown = taken.stream().filter(one -> !known.containsKey(one)).toList();
            return new QueuedLabels(items.size(), unknown, scanned.size() > MOST);
        });
    }

    /** Copies whose barcodes lie between two of the same length, both included. */
    public QueuedLabels queueRange(String from, String to, String site, Caller by) {
        return add(site, by, connection -> queue.ofRange(connection, from.strip(), to.strip(), site, MOST + 1));
    }

    /** Copies that an import has added or changed. */
    public QueuedLabels queueImport(long job, String site, Caller by) {
        return add(site, by, connection -> queue.ofImport(connection, job, site, MOST + 1));
    }

    /** Copies whose call number is another now than it was at this time. */
    public QueuedLabels queueChanged(Instant since, String site, Caller by) {
        return add(site, by, connection -> queue.changedSince(connection, Utc.of(since), site, MOST + 1));
    }

    /** Copies of all titles that the search finds. */
    public QueuedLabels queueFound(String words, String site, Caller by) {
        if (!reaches(by, site) || words.isBlank()) return NOTHING;
        var bibs = new ArrayList<Long>();
        for (var page = 1; bibs.size() < MOST; page++) {
            var request = new SearchRequest(words, page, SearchRequest.MAX_PAGE_SIZE, List.of(), List.of());
            var hits = search.find(request.ofRecords()).hits();
            hits.stream().map(SearchHit::id).forEach(bibs::add);
            if (hits.size() < SearchRequest.MAX_PAGE_SIZE) break;
        }
        return add(site, by, connection -> queue.ofRecords(connection, bibs, site));
    }

    /** How many wait. @param site code */
    public int count(String site, Caller by) {
        return reaches(by, site) ? database.read(connection -> queue.count(connection, site)) : 0;
    }

    /**
     * The first that wait, at most {@link #MOST_PRINTED}, in their order.
     *
     * @param through the number in the queue behind which none is wanted: it came after somebody has looked
     */
    public List<LabelCopy> waiting(String site, long through, Caller by) {
        if (!reaches(by, site)) return List.of();
        var rows = database.read(connection -> queue.waiting(connection, site, through, MOST_PRINTED));
        var bibs = rows.stream().map(LabelQueueStore.Row::bib).distinct().toList();
        var records = catalog.records(bibs).stream().collect(Collectors.toMap(CatalogRecord::id, record -> record));
        return rows.stream()
                .map(row -> {
                    var record = Objects.requireNonNull(records.get(row.bib())).record();
                    return new LabelCopy(
                            row.queued(),
                            row.item(),
                            record.titles().proper(),
                            record.names().main(),
                            row.callNumber(),
                            row.copyNumber(),
                            row.volume(),
                            row.copies(),
                            row.barcode(),
                            row.site());
                })
                .toList();
    }

    /** All up to this number in the queue came out right, or are not wanted. @return how many were taken out */
    public int done(String site, long through, Caller by) {
        return remove(site, 0, through, by);
    }

    /** One that is not wanted. @param queued its number in the queue @return how many were taken out */
    public int leaveOut(String site, long queued, Caller by) {
        return remove(site, queued, queued, by);
    }

    private int remove(String site, long from, long through, Caller by) {
        if (!reaches(by, site)) return 0;
        return database.transaction(connection -> queue.remove(connection, site, from, through));
    }
}
