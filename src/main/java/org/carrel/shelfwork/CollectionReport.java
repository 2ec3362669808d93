package org.carrel.shelfwork;

import java.io.Serializable;
import java.util.List;

/** @param classes in the order of the shelves @param languages the most first */
public record CollectionReport(CollectionCount all, List<CollectionCount> classes, List<CollectionCount> languages)
        implements Serializable {
    public CollectionReport {
        classes = List.copyOf(classes);
        languages = List.copyOf(languages);
    }
}
