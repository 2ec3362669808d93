package org.carrel.sessions;

import java.io.Serializable;
import java.util.List;
import org.carrel.scheduling.ClassSession;

/**
 * The books of a session.
 *
 * @param wanted what is to be pulled, in order
 * @param pulled what was pulled, whatever has become of it
 * @param over whether what is scanned goes back to its shelf: the session is over, or off
 */
public record BookList(ClassSession session, List<Wanted> wanted, List<PulledCopy.Row> pulled, boolean over)
        implements Serializable {
    /**
     * A title that is to be pulled.
     *
     * @param place call number and shelf location of its copies here; empty when there are none
     * @param free copies on their shelves here
     * @param pulled copies on the cart
     */
    public record Wanted(long bib, String title, String place, int copies, int free, int pulled)
            implements Serializable {}

    public BookList {
        wanted = List.copyOf(wanted);
        pulled = List.copyOf(pulled);
    }

    /** Those that stand on the cart, or are lent out of it. */
    public List<PulledCopy.Row> onCart() {
        return pulled.stream().filter(row -> row.end().isEmpty()).toList();
    }

    /** Those that were not there afterwards, and have not turned up. */
    public List<PulledCopy.Row> missing() {
        return pulled.stream()
                .filter(row -> row.end().filter(PulledCopy.End.MISSING::equals).isPresent())
                .toList();
    }
}
