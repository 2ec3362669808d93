package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a console says of a device. Facts only: nothing that people set follows from them (V5).
 *
 * @param id by which the console knows the device; unique in it (V4)
 * @param status in the console's own word, or empty
 * @param supportEnds the last day of updates (AUE)
 * @param annotatedTag the asset tag as written down over there, or empty; never ours by itself (B81, B82)
 * @param readAt when the file was imported that says so
 */
public record MdmFacts(
        MdmSource source,
        String id,
        String deviceName,
        String osVersion,
        String status,
        Optional<Instant> enrolled,
        Optional<Instant> lastSeen,
        Optional<LocalDate> supportEnds,
        String annotatedTag,
        String annotatedPlace,
        String annotatedNote,
        String orgUnit,
        Instant readAt)
        implements Serializable {}
