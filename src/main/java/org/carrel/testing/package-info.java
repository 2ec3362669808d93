/**
 * Testing days: windows that take rooms and carts, whether devices are ready for a program, who sits at which device, and what went
 * wrong. Nothing of a test itself is kept: no content, no tickets, no codes (TS-6).
 *
 * <pre>windows.open(wish, plan.displacement().sessions(), by)
 * rooms.seat(room, "S-1042", "CB-0117", SeatWish.PLAIN, by)</pre>
 */
@NullMarked
package org.carrel.testing;

import org.jspecify.annotations.NullMarked;
