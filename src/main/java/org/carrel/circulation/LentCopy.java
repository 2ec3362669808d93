package org.carrel.circulation;

import java.io.Serializable;

/** The copy of a loan, as far as a ledger needs it. @param barcode empty while the copy needs one */
public record LentCopy(long item, String barcode, String title, String callNumber) implements Serializable {}
