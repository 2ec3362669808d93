/**
 * The school itself: {@link org.carrel.school.Sites} knows its buildings, {@link org.carrel.school.SchoolCalendar} when each
 * is open.
 *
 * <pre>calendar.of("LMC").nextOpenDay(today)</pre>
 */
@NullMarked
package org.carrel.school;

import org.jspecify.annotations.NullMarked;
