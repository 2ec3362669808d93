/** Rosters on their way in: read, compared, committed in one transaction, taken back. */
@NullMarked
package org.carrel.patrons.rosters;

import org.jspecify.annotations.NullMarked;
