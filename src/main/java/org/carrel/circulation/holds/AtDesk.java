package org.carrel.circulation.holds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.carrel.school.SiteCalendar;

/**
 * Where and when something is done at a desk, and by whom.
 *
 * @param site number of the site of the desk
 * @param code of that site
 * @param calendar of that site
 * @param account of staff; empty: a self-service screen, or a job
 */
public record AtDesk(int site, String code, SiteCalendar calendar, Instant now, OptionalLong account) {
    /** The day at this site. */
    public LocalDate today() {
        return calendar.today(now);
    }
}
