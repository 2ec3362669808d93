package org.carrel.catalog.marc;

/**
 * What the record said about its encoding and what its bytes say.
 *
 * @param flag leader/09 as found: blank for MARC-8, {@code a} for Unicode
 * @param found what the text was read as
 * @param certain false when the bytes allow another reading and a person should look at the text
 */
public record EncodingDecision(char flag, TextEncoding found, boolean certain) {}
