package org.carrel.catalog;

/**
 * A record from elsewhere as the school would have it.
 *
 * @param callNumber proposed for its copies, in one line; empty when the record says nothing of where it belongs
 */
public record DressedRecord(MarcRecord record, String callNumber) {}
