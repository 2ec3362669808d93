package org.carrel.devices;

import java.io.Serializable;
import java.util.Set;

/** What came of saving a model. */
public sealed interface ModelSaved extends Serializable {
    /** It is saved. */
    record Saved(int id) implements ModelSaved {}

    /** Nothing was saved: this has to be mended. */
    record Wrong(Set<Problem> problems) implements ModelSaved {
        public Wrong {
            problems = Set.copyOf(problems);
        }
    }

    /** Nothing was saved: somebody else changed the model meanwhile, or there is no such model. */
    record Stale() implements ModelSaved {}

    /** What is wrong. */
    enum Problem {
        NAME_MISSING,
        NAME_TOO_LONG,
        MANUFACTURER_TOO_LONG,
        NOTE_TOO_LONG,
        /** There is a model of this manufacturer and name. */
        NAME_TAKEN,
        /** Devices of the model have serials that other devices of the new manufacturer have. */
        SERIALS_MEET,
        ITEM_TYPE_TOO_LONG
    }
}
