/**
 * Lending. {@link org.carrel.circulation.CirculationDesk} answers what is scanned at a desk: it checks out and in, renews and takes
 * back. {@link org.carrel.circulation.LoanRuleTable} says for how long something is lent, how many, and what comes of it when it is
 * late.
 *
 * <pre>desk.scan(Scan.now(request, "31207", Optional.of(patron), DeskPlace.at("LMC")), caller)
 * table.resolve("LMC", PatronCategory.STUDENT, "BOOK").period()</pre>
 */
@NullMarked
package org.carrel.circulation;

import org.jspecify.annotations.NullMarked;
