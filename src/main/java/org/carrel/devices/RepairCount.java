package org.carrel.devices;

import java.io.Serializable;

/** So many open tickets are in a state. */
public record RepairCount(RepairState state, int count) implements Serializable {}
