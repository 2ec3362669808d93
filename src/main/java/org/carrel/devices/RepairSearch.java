package org.carrel.devices;

import java.io.Serializable;
import java.util.Optional;

/**
 * Which tickets are looked for.
 *
 * @param words of tag, serial, model, room, number or reference; empty: any
 * @param site code; empty: all within reach
 * @param state empty: all open ones, or all when {@code closed}
 * @param closed closed ones too
 */
public record RepairSearch(
        String words, String site, Optional<RepairState> state, Optional<Fault> fault, boolean closed)
        implements Serializable {
    public static final RepairSearch OPEN = new RepairSearch("", "", Optional.empty(), Optional.empty(), false);

    public RepairSearch at(String only) {
        return new RepairSearch(words, only, state, fault, closed);
    }
}
