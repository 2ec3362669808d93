/** Due dates, renewals, limits and fines as functions of facts: no clock, no database. */
@NullMarked
package org.carrel.circulation.rules;

import org.jspecify.annotations.NullMarked;
