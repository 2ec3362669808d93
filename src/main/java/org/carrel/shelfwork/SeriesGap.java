package org.carrel.shelfwork;

import java.io.Serializable;
import java.util.List;

/**
 * A series in which volumes are missing.
 *
 * @param name as most of the records have it
 * @param author of the first volume; empty for none
 * @param have numbers that the site has, in order; 2.5 stands between
 * @param missing whole numbers that it has not, in order
 * @param copies of the volumes that it has
 * @param uses of those
 */
public record SeriesGap(String name, String author, List<Double> have, List<Integer> missing, int copies, int uses)
        implements Serializable {
    public SeriesGap {
        have = List.copyOf(have);
        missing = List.copyOf(missing);
    }

    /** Uses for each copy, in hundredths. */
    public int demand() {
        return copies == 0 ? 0 : (int) Math.round(100.0 * uses / copies);
    }
}
