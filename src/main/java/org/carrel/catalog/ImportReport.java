package org.carrel.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import did, or would do. The outcomes add up: {@link #records} is the sum of all counts of {@link Outcome}.
 *
 * @param number of the import, by which it can be found and undone; 0 for a rehearsal
 * @param refused why the file as a whole was not taken, in words; empty when it was
 * @param newSite true when the site did not exist before
 * @param copies what became of the copies the records state
 * @param notes what a librarian should look at: rejects, conflicts, copies left out; at most {@link #MAX_NOTES}
 * @param notesLeftOut how many more there were
 * @param repairs how often each kind of repair or doubt occurred, by its sentence
 */
public record ImportReport(
        long number,
        String file,
        String site,
        boolean committed,
        Optional<String> refused,
        boolean newSite,
        Map<Outcome, Integer> outcomes,
        Copies copies,
        List<Note> notes,
        int notesLeftOut,
        Map<String, Integer> repairs) {
    /** A report is held in memory: more notes than a person would read are only counted. */
    public static final int MAX_NOTES = 10_000;

    /** What becomes of a record. A conflict is added as a record of its own, to be looked at. */
    public enum Outcome {
        ADDED,
        OVERLAID,
        SAME,
        CONFLICT,
        REJECTED,
        /** leader/05 asks for deletion: offered to the librarian, never done by itself. */
        DELETION,
        AUTHORITY,
        HOLDINGS,
        OTHER;

        /** True for what is put aside: it is no title, or none that can be read; its bytes are kept. */
        public boolean isAside() {
            return switch (this) {
                case ADDED, OVERLAID, SAME, CONFLICT -> false;
                case REJECTED, DELETION, AUTHORITY, HOLDINGS, OTHER -> true;
            };
        }
    }

    /**
     * @param standing copies of this file that stand in the catalog after it: the added, updated and unchanged ones
     * @param withoutBarcode of these, how many still need a barcode
     * @param rejected left out because their barcode belongs to another copy
     */
    public record Copies(int standing, int added, int updated, int withoutBarcode, int rejected) {}

    /**
     * @param outcome what became of the record the note is about
     * @param reason a sentence in English
     * @param problem the stable name of the reason
     */
    public record Note(
            RecordPosition at, Outcome outcome, String controlNumber, String title, String problem, String reason) {}

    public int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    public int records() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }
}
