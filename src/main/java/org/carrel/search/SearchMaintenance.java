package org.carrel.search;

import java.util.List;
import java.util.function.LongConsumer;
import org.carrel.catalog.Catalog;
import org.carrel.search.index.IndexCheck;
import org.carrel.search.index.IndexCheck.Problem;
import org.carrel.search.index.IndexInUse;
import org.carrel.search.index.Reindex;

/** Work on a node's index from the command line. */
public final class SearchMaintenance {
    private SearchMaintenance() {}

    /**
     * Builds the index anew; the old one stays until the new one is complete.
     *
     * @param progress hears the number of records so far
     * @return false when the node is running: it keeps its index right by itself
     */
    public static boolean rebuild(IndexSettings settings, Catalog catalog, LongConsumer progress) {
        try {
            Reindex.run(settings.directory(), settings.databaseId(), catalog, progress);
            return true;
        } catch (IndexInUse running) {
            return false;
        }
    }

    /** What is wrong with the index, one sentence in English each; empty when it says what the catalog says. */
    public static List<String> check(IndexSettings settings, Catalog catalog) {
        return IndexCheck.compare(settings.directory(), catalog).stream()
                .map(SearchMaintenance::words)
                .toList();
    }

    private static String words(Problem problem) {
        var detail = problem.detail();
        return switch (problem.kind()) {
            case NO_INDEX -> "There is no search index yet. Start the server, or run reindex.";
            case DAMAGED -> "The search index is damaged (" + detail + "). Run reindex.";
            case OTHER_FORMAT -> "Another version of Carrel wrote the search index. Run reindex.";
            case OTHER_CHANGE -> "The search index is not at the catalog’s newest change: " + detail + ".";
            case MISSING -> "Record " + detail + " is in the catalog but not in the search index.";
            case SURPLUS -> "Record " + detail + " is in the search index but not in the catalog.";
            case OUTDATED -> "Record " + detail + " is in the search index with an older text.";
        };
    }
}
