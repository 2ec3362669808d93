package org.carrel.catalog;

/** One subfield: its one-character code and its data, possibly empty. */
public record Subfield(char code, String data) {}
