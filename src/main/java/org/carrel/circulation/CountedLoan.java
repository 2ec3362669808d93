package org.carrel.circulation;

/**
 * A loan that a patron has at whatever site, as limits count it. Lasting assignments of devices and loaners in place of a device
 * under repair are no such loans (rule L5): leave them out.
 *
 * @param itemType code; empty for a copy without one
 * @param onSite used inside of the building
 */
public record CountedLoan(String itemType, boolean onSite) {}
