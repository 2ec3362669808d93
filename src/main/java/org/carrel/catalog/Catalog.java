package org.carrel.catalog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.carrel.platform.Database;

/** The bibliographic records of all sites, and the log of what changed. */
@Singleton
public class Catalog {
    private final Database database;

    @Inject
    public Catalog(Database database) {
        this.database = database;
    }

    /** The record with its holdings; empty when there is none or it was deleted. */
    public Optional<CatalogRecord> find(long id) {
        return records(List.of(id)).stream().findFirst();
    }

    /** Those of the records that exist, in the order of {@code ids}. */
    public List<CatalogRecord> records(Collection<Long> ids) {
        return database.read(connection -> {
            throw new UnsupportedOperationException();
        });
    }

    /** The number of the newest change, 0 before the first. Everything up to it is visible: changes commit in order. */
    public long lastChange() {
        return database.read(connection -> {
            throw new UnsupportedOperationException();
        });
    }

    /** Changes after this number, oldest first. A record changed twice is listed once, at its newest number. */
    public List<Change> changesAfter(long number, int limit) {
        return database.read(connection -> {
            throw new UnsupportedOperationException();
        });
    }

    /** Every record, by id, in bounded memory: for building an index anew. */
    public void forEach(Consumer<CatalogRecord> consumer) {
        throw new UnsupportedOperationException();
    }

    /** The record {@code bibId} or its holdings changed, or it was deleted ({@link #records} then leaves it out). */
    public record Change(long number, long bibId) {}
}
