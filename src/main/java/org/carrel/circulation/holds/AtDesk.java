package org.carrel.circulation.holds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.school.SiteCalendar;

/**
 * Where and when something is done at a desk, and by whom.
 *
 * @param site number of the site of the desk
 * @param calendar of that site
 * @param account of staff; empty: a self-service screen, or a job
 * @param shelfDays how long copies wait on the hold shelf of this site; empty: without end
 */
public record AtDesk(int site, SiteCalendar calendar, Instant now, OptionalLong account, OptionalInt shelfDays) {
    /** The day at this site. */
    public LocalDate today() {
        return calendar.today(now);
    }
}
