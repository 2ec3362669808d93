package org.carrel.circulation;

import java.io.Serializable;
import java.util.Optional;

/** Which of the lost things to show. @param site code; empty for all @param patron of one person only */
public record LostFilter(Optional<LostThing.Kind> kind, String site, Sort sort, Optional<Long> patron)
        implements Serializable {
    /** What comes first. */
    public enum Sort {
        NEWEST,
        OLDEST,
        NAME,
        CALL_NUMBER
    }
}
