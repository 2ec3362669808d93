package org.carrel.patrons;

/** Somebody to whom something is to be lent. @param mayBeBlocked there are blocks that nobody has lifted; they may have run out */
public record Borrower(Patron patron, boolean mayBeBlocked) {}
