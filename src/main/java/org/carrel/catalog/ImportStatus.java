package org.carrel.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.catalog.ImportReport.Outcome;

/**
 * How far an import is.
 *
 * @param fileBytes of the file as it came
 * @param records how many the file has; empty until it was read to its end once
 * @param done how many are committed
 * @param planned what would become of the records, while the import waits; empty before and after
 * @param refused why the file as a whole was not taken, a sentence in English
 * @param whyRefused the same, to be shown in any language
 * @param acceptsDeletions the librarian said yes to deleting the titles that the file asks to delete
 */
public record ImportStatus(
        long number,
        String file,
        long fileBytes,
        String site,
        State state,
        OptionalInt records,
        int done,
        Map<Outcome, Integer> planned,
        Optional<String> refused,
        Optional<Finding> whyRefused,
        boolean acceptsDeletions) {
    public ImportStatus {
        planned = Map.copyOf(planned);
    }

    public enum State {
        /** The file arrives. */
        STAGED,
        PLANNING,
        /** Waits for a person to commit or discard it. */
        PLANNED,
        COMMITTING,
        COMMITTED,
        REFUSED,
        UNDOING,
        UNDONE,
        DISCARDED;

        /** True when nothing moves until a person does something. */
        public boolean isAtRest() {
            return switch (this) {
                case STAGED, PLANNING, COMMITTING, UNDOING -> false;
                case PLANNED, COMMITTED, REFUSED, UNDONE, DISCARDED -> true;
            };
        }
    }
}
