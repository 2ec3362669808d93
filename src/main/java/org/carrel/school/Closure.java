package org.carrel.school;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Days on which the usual hours do not hold.
 *
 * @param id 0 while it is not stored
 * @param last the last such day; the first one too when it is a single day
 * @param reasonEn why, as people read it: {@code Thanksgiving}
 * @param reasonEs the same in Spanish; empty when nobody has translated it
 * @param hours the hours instead; closed for most
 */
public record Closure(long id, LocalDate first, LocalDate last, String reasonEn, String reasonEs, DayHours hours)
        implements Serializable {
    /** Longest reason, in characters. */
    public static final int MAX_REASON = 100;
    /** Most days that one may last. */
    public static final int MAX_DAYS = 366;

    public boolean isOn(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    public boolean overlaps(LocalDate otherFirst, LocalDate otherLast) {
        return !first.isAfter(otherLast) && !otherFirst.isAfter(last);
    }

    /** @param spanish in Spanish, where that is known */
    public String reason(boolean spanish) {
        return spanish && !reasonEs.isEmpty() ? reasonEs : reasonEn;
    }
}
