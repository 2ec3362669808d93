package org.carrel.devices;

import java.io.Serializable;

/**
 * An audit in the history, with what came of it; while it is open only {@code scanned} is known.
 *
 * @param scanned how many devices were scanned
 */
public record AuditRow(
        AuditHeader audit, int scanned, int present, int foreign, int missing, int elsewhere, int found, int unknown)
        implements Serializable {}
