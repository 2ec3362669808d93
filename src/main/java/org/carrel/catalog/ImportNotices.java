package org.carrel.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What students would notice of an import, and what it would delete: counted over the whole file, with examples.
 *
 * @param twice titles that would stand in the catalog twice: title, author and format are those of another record, which
 *     {@link Example#otherBibId} or {@link Example#otherRecord} names
 * @param withoutShelf copies that would come with neither call number nor shelf location
 * @param withoutBarcode new copies that would still need a barcode
 * @param withoutCopies records that would be loaded and have no copy at all; e-books and web sites are left out
 * @param deletions titles that would be deleted, if the librarian accepts that
 */
public record ImportNotices(
        Notice twice, Notice withoutShelf, Notice withoutBarcode, Notice withoutCopies, Notice deletions) {
    /** So many examples of a kind at most, the first of the file. */
    public static final int MAX_EXAMPLES = 50;

    public boolean isEmpty() {
        return twice.count() + withoutShelf.count() + withoutBarcode.count() + withoutCopies.count() + deletions.count()
                == 0;
    }

    /** @param count copies where the notice is about copies, else records */
    public record Notice(int count, List<Example> examples) {
        public Notice {
            examples = List.copyOf(examples);
        }
    }

    /**
     * @param record its number in the file
     * @param title of the incoming record; where a bare number asks for deletion, of the catalog's
     * @param copies how many of its copies the notice is about; 0 when it is about the record
     * @param otherBibId the record of the catalog that has the title too, or that would be deleted
     * @param otherRecord the earlier record of the file that has the title too
     */
    public record Example(
            int record,
            String controlNumber,
            String title,
            int copies,
            Optional<Long> otherBibId,
            OptionalInt otherRecord) {}
}
