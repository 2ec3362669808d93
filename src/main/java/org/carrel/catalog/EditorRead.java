package org.carrel.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A record that was read from the rows of the MARC editor, or what stands against it.
 *
 * @param record empty when something is wrong
 */
public record EditorRead(Optional<MarcRecord> record, List<EditorProblem> wrong) {
    public EditorRead {
        wrong = List.copyOf(wrong);
    }
}
