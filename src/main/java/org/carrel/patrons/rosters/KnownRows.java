package org.carrel.patrons.rosters;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The terms, classes or enrolments of a source that are here; what is gone is not among them. */
interface KnownRows {
    /** Rows by id, of those ids that are here; a few hundred ids at the most. */
    Map<String, List<String>> of(Collection<String> ids);

    /** The ids of all, in their order. */
    void eachId(Consumer<String> each);
}
