package org.carrel.catalog;

/**
 * Where in a file a record stands, so that a person can find it.
 *
 * @param entry name of the zip entry, flat; empty when the file is no archive
 * @param number 1 for the first record of the file, counted over all entries and over good and bad records alike
 * @param offset first byte of the record, from 0, in the inflated entry
 * @param line first line of the record, from 1, in text formats; 0 in ISO 2709
 */
public record RecordPosition(String entry, int number, long offset, int line) {}
