package org.carrel.scheduling;

import java.io.Serializable;
import java.util.Set;

/**
 * Of what everybody may read at a site when it is taken.
 *
 * @param site all of it together
 * @param resources numbers of single things
 */
public record BusyFeeds(boolean site, Set<Long> resources) implements Serializable {
    public BusyFeeds {
        resources = Set.copyOf(resources);
    }
}
