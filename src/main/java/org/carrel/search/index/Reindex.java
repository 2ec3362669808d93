package org.carrel.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.carrel.catalog.Catalog;

/** Builds a node's index anew while the node is stopped: for the command line. */
public final class Reindex {
    private Reindex() {}

    /**
     * The old index stays until the new one is complete.
     *
     * @param database identity of the database
     * @param progress takes the number of records so far, after each one
     * @throws IndexInUse when the node runs
     */
    public static void run(Path directory, String database, Catalog catalog, LongConsumer progress) {
        try (var index = CatalogIndex.open(directory, database)) {
            index.trouble(Trouble.ASKED_FOR, "from the command line");
            var worker = new IndexWorker(index, catalog, Duration.ZERO);
            worker.rebuild(progress);
            worker.catchUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
