/** Tests of people and rosters. */
@NullMarked
package org.carrel.patrons.rules;

import org.jspecify.annotations.NullMarked;
