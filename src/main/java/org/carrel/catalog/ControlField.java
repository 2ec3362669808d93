package org.carrel.catalog;

/** A variable control field (00X): data without indicators or subfields. */
public record ControlField(String tag, String data) implements MarcField {}
