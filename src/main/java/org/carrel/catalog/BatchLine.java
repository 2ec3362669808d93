package org.carrel.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.catalog.RecordBatch.Outcome;
import org.carrel.catalog.RecordBatch.Undone;

/**
 * A record or a copy in a batch.
 *
 * @param item number of the copy; empty for the record itself
 * @param title of the record; empty when it is gone
 * @param barcode of the copy; may be empty
 * @param outcome what became of it, or would while nothing is done
 * @param why where it is refused
 * @param detail what is meant: the field, the code; may be empty
 * @param undone what taking it back did; empty while nobody has
 */
public record BatchLine(
        int number,
        long bibId,
        OptionalLong item,
        String title,
        String barcode,
        Optional<Outcome> outcome,
        Optional<BatchRefusal> why,
        String detail,
        Optional<Undone> undone) {
    /**
     * A line with what differs.
     *
     * @param fields of the record
     * @param before of the copy, what changes in it; empty for a record
     */
    public record Sample(BatchLine line, List<FieldChange> fields, String before, String after) {
        public Sample {
            fields = List.copyOf(fields);
        }
    }
}
