package org.carrel.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.carrel.catalog.Catalog;
import org.carrel.platform.Door;
import org.carrel.platform.ReadinessCheck;
import org.carrel.platform.Settings;

/** Opens the index with the application and says when searches can be answered. */
@Door
public class SearchWiring {
    void start(
            @Observes @Initialized(ApplicationScoped.class) Object application,
            SearchLifecycle search,
            SearchWarmUp warmUp) {
        search.start();
        warmUp.start();
    }

    @Produces
    @Singleton
    IndexSettings indexSettings(Settings settings, Catalog catalog) {
        return new IndexSettings(settings.home().index(), catalog.databaseId(), IndexSettings.INTERVAL);
    }

    /** An index that is being rebuilt answers too, with a notice. */
    @Produces
    @Singleton
    ReadinessCheck searchAnswers(SearchLifecycle search) {
        return ReadinessCheck.of("search-index", () -> search.health().state() != SearchHealth.State.BROKEN);
    }

    @Produces
    @Singleton
    ReadinessCheck searchIsWarm(SearchWarmUp warmUp) {
        return ReadinessCheck.of("search-warm-up", warmUp::isDone);
    }
}
