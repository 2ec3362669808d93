package org.carrel.notices;

/**
 * A roster was not taken in, and somebody should know.
 *
 * @param run its number, under which the page of the roster says why
 */
public record RosterTrouble(long run) {}
