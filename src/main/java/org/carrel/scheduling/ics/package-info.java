/** Calendars as other programs read them: iCalendar (RFC 5545) and its scheduling messages (RFC 5546). */
@NullMarked
package org.carrel.scheduling.ics;

import org.jspecify.annotations.NullMarked;
