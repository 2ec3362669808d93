/**
 * Lending. {@link org.carrel.circulation.LoanRuleTable} says for how long something is lent, how many, and what comes of it
 * when it is late.
 *
 * <pre>table.resolve("LMC", PatronCategory.STUDENT, "BOOK").period()</pre>
 */
@NullMarked
package org.carrel.circulation;

import org.jspecify.annotations.NullMarked;
