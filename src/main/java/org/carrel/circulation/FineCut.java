package org.carrel.circulation;

import java.math.BigDecimal;

/** What goes of a fine because the site was closed. @param voided more than nothing, at most what is owed */
public record FineCut(FineOnRecord fine, BigDecimal voided) {}
