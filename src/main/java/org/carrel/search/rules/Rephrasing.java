package org.carrel.search.rules;

/**
 * Another way to say what was typed.
 *
 * @param weight of what it finds, between 0 and 1; what was typed counts 1
 */
public record Rephrasing(String text, float weight) {}
