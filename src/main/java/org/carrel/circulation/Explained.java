package org.carrel.circulation;

/** A due date with everything it came from. @param rule what holds for the loan, and which rules say so */
public record Explained(ResolvedRule rule, DueAnswer answer) {}
