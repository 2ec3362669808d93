package org.carrel.circulation;

import java.io.Serializable;

/** A loan that nobody brings back. @param lost it counts as lost now; else it soon will */
public record AgedLoan(long loan, long item, long patron, boolean lost) implements Serializable {}
