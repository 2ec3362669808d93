package org.carrel.desk.rest;

/** One thing that a person has. */
public record LoanLineJson(LoanJson loan, CopyJson item, boolean overdue) {}
