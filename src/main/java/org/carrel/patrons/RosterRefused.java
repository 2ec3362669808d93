package org.carrel.patrons;

import java.time.Instant;
import org.carrel.patrons.RosterRun.Origin;

/**
 * A roster was not taken in, and somebody should know: fired when its run has been written, whichever way it came. Nobody need be
 * looking at a page: a file of the watched folder waits for a person too when it would change more than usual.
 *
 * @param run its number: {@code /desk/roster/NUMBER} says the rest
 * @param source where it comes from, by name
 * @param reason name of a {@link RosterFinding.Kind}, or of a {@link RosterThreshold.Kind}
 */
public record RosterRefused(long run, String source, Origin origin, String reason, Instant at) {}
