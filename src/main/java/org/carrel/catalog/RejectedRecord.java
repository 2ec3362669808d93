package org.carrel.catalog;

/**
 * A record that an import did not take in.
 *
 * @param number in its file
 * @param bytes as it came
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to a file, never compared
public record RejectedRecord(int number, DamagedRecord.Format format, byte[] bytes) {}
