/**
 * Class sessions: what a class needs of the media center and when, taken all together or not at all. Days have types and types have
 * bells; a booking is of a day and a period, and its instants follow from them.
 *
 * <pre>timetable.span(day, 2, 3)
 * Recurrence.weekly(Set.of(TUESDAY), 2, 2).days(timetable, first, last)</pre>
 */
@NullMarked
package org.carrel.scheduling;

import org.jspecify.annotations.NullMarked;
