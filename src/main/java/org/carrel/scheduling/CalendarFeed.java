package org.carrel.scheduling;

import java.io.Serializable;
import java.time.Instant;

/**
 * A calendar as other programs subscribe to it (RFC 5545).
 *
 * @param text the same to the letter while nothing changes
 * @param changed not earlier than the last change of what it tells
 */
public record CalendarFeed(String text, Instant changed) implements Serializable {}
