package org.carrel.circulation;

import java.io.Serializable;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A hold was moved in its queue.
 *
 * @param account of who did it
 * @param before row of the queue from 1
 */
public record HoldChange(long hold, Instant at, OptionalLong account, String reason, int before, int after)
        implements Serializable {}
