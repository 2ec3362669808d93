package org.carrel.labels.rules;

/** A line on a label. @param size of its type, in points */
public record TextLine(String text, double size, boolean bold) {}
