package org.carrel.patrons;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One person of a roster.
 *
 * @param row of the file, as a spreadsheet counts; 0 for who is not in it
 * @param patronId empty for who is not here, or not yet
 * @param fields what changes; of somebody new what there is to see
 * @param kept undoing the run left this as it is, since it was edited meanwhile
 */
public record RosterLine(
        int number,
        int row,
        String sourcedId,
        String name,
        RosterOutcome outcome,
        Optional<Long> patronId,
        List<RosterRemark> remarks,
        List<Change> fields,
        boolean kept)
        implements Serializable {
    /** Beside the names of {@link PatronField}: the id in the roster, and the card. */
    public static final String SOURCED_ID = "SOURCED_ID";

    public static final String CARD = "CARD";

    /** A field before and after. */
    public record Change(String field, String was, String becomes) implements Serializable {}

    public RosterLine {
        remarks = List.copyOf(remarks);
        fields = List.copyOf(fields);
    }
}
