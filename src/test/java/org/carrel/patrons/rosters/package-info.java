/** Tests of people and rosters. */
@NullMarked
package org.carrel.patrons.rosters;

import org.jspecify.annotations.NullMarked;
