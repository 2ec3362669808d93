/**
 * What class sessions use of the rest: carts go to who has booked them and to nobody else, books are pulled and put back, technicians
 * see what to prepare, signs and kiosks say what is on, and reports say what it came to.
 */
@NullMarked
package org.carrel.sessions;

import org.jspecify.annotations.NullMarked;
