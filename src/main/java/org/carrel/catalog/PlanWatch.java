package org.carrel.catalog;

import java.util.List;

/** Looks on while an import is planned, and says what would change for those who search. */
@FunctionalInterface
public interface PlanWatch {
    /** So many titles of a file are looked at, its first. */
    int MOST_TITLES = 20_000;

    /** Nobody looks on. */
    PlanWatch NOBODY = () -> Watching.IDLE;

    /** At the beginning of each plan. */
    Watching begin();

    /** Looks on at one plan. For one thread. */
    interface Watching extends AutoCloseable {
        /** Has nothing to look for. */
        Watching IDLE = new Watching() {
            @Override
            public void title(CatalogRecord planned) {}

            @Override
            public List<SearchMove> moves() {
                return List.of();
            }

            @Override
            public void close() {}
        };

        /**
         * A title as it would be. One that comes twice counts as it is the last time.
         *
         * @param planned its id is below zero when it does not stand in the catalog yet
         */
        void title(CatalogRecord planned);

        /** To be asked once, after the last title: the searches whose title would stand elsewhere. */
        List<SearchMove> moves();

        @Override
        void close();
    }
}
