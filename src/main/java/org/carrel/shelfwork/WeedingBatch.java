package org.carrel.shelfwork;

import java.io.Serializable;
import java.time.Instant;

/** Copies that were withdrawn together. @param by display name @param undone whether they were brought back */
public record WeedingBatch(long id, Instant at, String by, int copies, boolean undone) implements Serializable {}
