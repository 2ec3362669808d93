/**
 * Rosters on their way in: read, compared, committed in one transaction, taken back. Nothing here holds all people or rows of a
 * roster; see decision 39.
 */
@NullMarked
package org.carrel.patrons.rosters;

import org.jspecify.annotations.NullMarked;
