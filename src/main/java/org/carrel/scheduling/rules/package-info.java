/** What may be booked when, as pure functions. */
@NullMarked
package org.carrel.scheduling.rules;

import org.jspecify.annotations.NullMarked;
