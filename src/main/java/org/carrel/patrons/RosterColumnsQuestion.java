package org.carrel.patrons;

import java.io.Serializable;
import java.util.List;

/**
 * Which column of a plain list is which field: a person has to say before the list can be looked through.
 *
 * @param columns as the header of the list has them, without those that are never kept
 * @param sample the first rows, cell by cell as the columns
 * @param guess what the columns are called like, or what this source had last
 */
public record RosterColumnsQuestion(List<String> columns, List<List<String>> sample, RosterMapping guess)
        implements Serializable {
    public RosterColumnsQuestion {
        columns = List.copyOf(columns);
        sample = List.copyOf(sample);
    }
}
