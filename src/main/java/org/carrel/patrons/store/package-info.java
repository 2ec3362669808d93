/** The tables of people and rosters. Times are UTC. */
@NullMarked
package org.carrel.patrons.store;

import org.jspecify.annotations.NullMarked;
