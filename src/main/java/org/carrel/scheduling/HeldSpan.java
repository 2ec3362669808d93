package org.carrel.scheduling;

import java.io.Serializable;
import java.util.OptionalLong;

/**
 * Somebody has something for a while.
 *
 * @param span time to make ready and to clear away included
 * @param session whose it is; empty: it is offered to somebody
 * @param teacher number of the {@link SessionTeacher}
 * @param quantity people or devices
 */
public record HeldSpan(long resource, int lane, TimeSpan span, OptionalLong session, long teacher, int quantity)
        implements Serializable {}
