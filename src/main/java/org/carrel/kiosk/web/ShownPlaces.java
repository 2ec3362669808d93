package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.carrel.catalog.Item;
import org.carrel.catalog.ShelfMaps;
import org.carrel.platform.DatabaseProblem;

/** Which copies can be shown on a floor plan: those on the shelf of a site that has drawn one. */
@RequestScoped
public class ShownPlaces {
    @Inject
    ShelfMaps maps;

    private Optional<Set<String>> sites = Optional.empty();

    boolean shows(Item copy) {
        return copy.available() && sites().contains(copy.siteCode());
    }

    /** Asks only when something is on the shelf; while the database is away, nothing is offered that would fail. */
    private Collection<String> sites() {
        if (sites.isEmpty()) sites = Optional.of(asked());
        return sites.get();
    }

    private Set<String> asked() {
        try {
            return maps.sitesWithRows();
        } catch (DatabaseProblem away) {
            return Set.of();
        }
    }
}
