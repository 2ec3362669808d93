package org.carrel.devices;

import java.io.Serializable;
import java.util.Optional;

/**
 * What came of putting a label right.
 *
 * @param problem the sentence-like reason of a field, when that is what stands against it
 */
public record LabelFixed(Answer answer, Optional<DeviceProblem> problem) implements Serializable {
    static LabelFixed of(Answer answer) {
        return new LabelFixed(answer, Optional.empty());
    }

    /** What came of it. */
    public enum Answer {
        DONE,
        /** Label and serial do not differ any more: look again. */
        CHANGED,
        /** Somebody has one of the two by this label: take it back first. */
        ON_LOAN,
        /** A field of one of the devices cannot be so. */
        WRONG
    }
}
