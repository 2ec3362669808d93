package org.carrel.catalog.rules;

import org.carrel.catalog.UndoReport.Outcome;

/**
 * What undoing an import does to one thing it wrote: back to what it was, unless somebody has built on it since.
 */
public final class UndoRules {
    private UndoRules() {}

    /**
     * @param written the present state is still the import's
     * @param byImport where it is not: a later import changed it, else a person
     * @param hadEarlier there is a state before the import to go back to
     * @param circulations how often it was lent since it came
     */
    public static Outcome copy(boolean written, boolean byImport, boolean hadEarlier, int circulations) {
        if (!written) return changed(byImport);
        if (hadEarlier) return Outcome.RESTORED;
        return circulations > 0 ? Outcome.KEPT_CIRCULATED : Outcome.REMOVED;
    }

    /** @param copies how many copies stand at the record once the import's own are gone */
    public static Outcome record(boolean written, boolean byImport, boolean hadEarlier, int copies) {
        if (!written) return changed(byImport);
        if (hadEarlier) return Outcome.RESTORED;
        return copies > 0 ? Outcome.KEPT_HAS_COPIES : Outcome.REMOVED;
    }

    private static Outcome changed(boolean byImport) {
        return byImport ? Outcome.KEPT_LATER_IMPORT : Outcome.KEPT_EDITED;
    }
}
