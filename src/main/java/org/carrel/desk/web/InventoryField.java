package org.carrel.desk.web;

/**
 * A text field of a form of devices, as its tag draws it.
 *
 * @param help a sentence below the label, or empty
 * @param problem what is wrong with what was typed, or empty
 * @param longest in characters
 */
public record InventoryField(String id, String label, String value, String help, String problem, int longest) {}
