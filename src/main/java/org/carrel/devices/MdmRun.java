package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of devices on its way in, or what became of it.
 *
 * @param site code of the site to which new devices belong
 * @param header names of the columns
 * @param mapping of a list: which column is which field, by their places, as a person said; empty: as the names let guess
 */
public record MdmRun(
        long id,
        MdmForm form,
        String file,
        Origin origin,
        State state,
        String site,
        List<String> header,
        Optional<Map<MdmField, Integer>> mapping,
        Instant staged,
        String stagedBy,
        Optional<Done> committed,
        Optional<Done> undone,
        MdmSummary summary)
        implements Serializable {
    public MdmRun {
        header = List.copyOf(header);
        mapping = mapping.map(Map::copyOf);
    }

    /** How it came. */
    public enum Origin {
        DESK,
        COMMAND
    }

    /** How far it is. */
    public enum State {
        /** A list in which nothing was found by which a device is known: a person has to say which column is which. */
        MAPPING,
        PLANNED,
        REFUSED,
        DISCARDED,
        COMMITTED,
        UNDONE
    }

    public record Done(Instant at, String by) implements Serializable {}
}
