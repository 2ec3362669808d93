package org.carrel.labels;

import java.util.List;

/**
 * What was put into the queue.
 *
 * @param added how many copies
 * @param unknown barcodes that no copy of the site has, in the order in which they were scanned
 * @param more whether there are more copies than are taken at once
 */
public record QueuedLabels(int added, List<String> unknown, boolean more) {
    public QueuedLabels {
        unknown = List.copyOf(unknown);
    }
}
