package org.carrel.scheduling;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/** That somebody has an address for calendar programs. @param used when it was read last, to the hour; empty: never */
public record OwnFeed(Instant made, Optional<Instant> used) implements Serializable {}
