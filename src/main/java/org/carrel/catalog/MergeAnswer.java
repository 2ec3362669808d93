package org.carrel.catalog;

/** What came of merging records. */
public sealed interface MergeAnswer {
    /** @param number of the batch that it is kept as, by which it can be taken back */
    record Merged(long number) implements MergeAnswer {}

    /** One of the records has been changed since somebody looked; nothing was done. */
    record ChangedSince() implements MergeAnswer {}

    /** One of the records is not there any more, or there are not two; nothing was done. */
    record Gone() implements MergeAnswer {}
}
