package org.carrel.scheduling;

import java.io.Serializable;
import java.util.OptionalInt;

/** Something that can be had in a period. @param seats for how many people there is room; empty: nobody counts */
public record FreeResource(long resource, OptionalInt seats) implements Serializable {}
