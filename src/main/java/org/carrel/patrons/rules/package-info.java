/** What is decided about people and rosters, without database or clock. */
@NullMarked
package org.carrel.patrons.rules;

import org.jspecify.annotations.NullMarked;
