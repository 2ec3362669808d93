/**
 * Loans: {@link org.carrel.circulation.CirculationDesk} answers what is scanned at a desk, checks out and in, renews and takes back.
 *
 * <pre>desk.scan(new Scan(requestId, "31207", Optional.of(patron), place), caller)</pre>
 */
@NullMarked
package org.carrel.circulation;

import org.jspecify.annotations.NullMarked;
