package org.carrel.catalog;

/**
 * A record as somebody opens it.
 *
 * @param version by which a later change is known
 */
public record OpenRecord(long id, int version, MarcRecord record) {}
