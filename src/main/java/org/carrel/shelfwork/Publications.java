package org.carrel.shelfwork;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CatalogRecord;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.shelfwork.store.TitleStore;

/**
 * What lists about the whole collection need of records: year, language, series. It is read from the records and kept in memory by
 * their versions, as nothing that can be derived is stored: the first list after a start takes some seconds for a large catalog.
 */
@Door
public class Publications {
    private static final int AT_ONCE = 500;

    private final Database database;
    private final Catalog catalog;
    private final TitleStore titles = new TitleStore();
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    @Inject
    public Publications(Database database, Catalog catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    /**
     * A title.
     *
     * @param year 0 when nobody knows
     * @param language MARC code of the first one; empty for none
     * @param author main entry; empty for none
     */
    public record Publication(int year, String language, String author, List<BibRecord.Series> series) {
        static final Publication UNKNOWN = new Publication(0, "", "", List.of());

        public Publication {
            series = List.copyOf(series);
        }
    }

    private record Known(int version, Publication publication) {}

    /** Those of all titles that are shown to readers and have a copy that is ours, by number. */
    public Map<Long, Publication> all() {
        var versions = database.read(titles::versions);
        var old = new ArrayList<Long>();
        versions.forEach((bib, version) -> {
            var kept = known.get(bib);
            if (kept == null || kept.version() != version) old.add(bib);
        });
        known.keySet().retainAll(versions.keySet());
        for (var from = 0; from < old.size(); from += AT_ONCE)
            read(old.subList(from, Math.min(old.size(), from + AT_ONCE)), versions);
        var all = new HashMap<Long, Publication>();
        known.forEach((bib, kept) -> all.put(bib, kept.publication()));
        return all;
    }

    private void read(Collection<Long> bibs, Map<Long, Integer> versions) {
        for (var record : catalog.records(bibs))
            known.put(record.id(), new Known(versions.getOrDefault(record.id(), 0), publication(record)));
    }

    private static Publication publication(CatalogRecord record) {
        var bib = record.record();
        return new Publication(
                bib.publication().yearOrZero(),
                bib.languages().isEmpty() ? "" : bib.languages().getFirst(),
                bib.names().main(),
                bib.series());
    }
}
