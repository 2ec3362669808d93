package org.carrel.circulation;

import java.io.Serializable;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Something that is done once: with which request, when, and by whom.
 *
 * @param account at the desk; empty: the borrower or a job
 */
public record DeskAct(UUID request, Instant at, OptionalLong account) implements Serializable {}
