package org.carrel.search;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how this node keeps its search index.
 *
 * @param directory of this node alone; made when missing
 * @param databaseId identity of the database; an index of another one is thrown away
 * @param interval how often to ask the catalog for changes, {@link #INTERVAL} unless there is a reason
 */
public record IndexSettings(Path directory, String databaseId, Duration interval) {
    public static final Duration INTERVAL = Duration.ofMillis(200);
}
