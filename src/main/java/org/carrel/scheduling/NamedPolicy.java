package org.carrel.scheduling;

import java.io.Serializable;
import java.util.Set;

/**
 * A policy as the librarian keeps it.
 *
 * @param id 0: not kept yet
 * @param site code
 * @param resources numbers of those that go by it
 */
public record NamedPolicy(long id, String site, String name, BookingPolicy policy, Set<Long> resources)
        implements Serializable {
    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 60;

    public NamedPolicy {
        resources = Set.copyOf(resources);
    }
}
