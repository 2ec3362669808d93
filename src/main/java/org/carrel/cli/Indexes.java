package org.carrel.cli;

import org.carrel.catalog.Catalog;
import org.carrel.search.IndexSettings;

/** Where this node's search index is. */
final class Indexes {
    private Indexes() {}

    static IndexSettings of(CommandContext context, Catalog catalog) {
        return new IndexSettings(context.settings().home().index(), catalog.databaseId(), IndexSettings.INTERVAL);
    }
}
