package org.carrel.scheduling;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * A session of a class, or one that was.
 *
 * @param site code
 * @param uid in calendars, for its whole life (B-39)
 * @param sequence rises with each change that people have to know of (RFC 5546, 2.1.4)
 * @param span of the bells, without time to make ready
 * @param seriesDay the day it was planned for, of one of a series
 * @param displacedBy the session that pushed it out
 * @param why reason of its state; empty for none
 * @param claimed when the class came
 * @param version of it: who changes it says which they saw
 * @param bookedBy account; empty when that is gone
 */
public record ClassSession(
        long id,
        String site,
        Kind kind,
        State state,
        UUID uid,
        int sequence,
        SessionTeacher teacher,
        SessionFacts about,
        LocalDate day,
        int first,
        int last,
        TimeSpan span,
        List<Part> parts,
        OptionalLong series,
        Optional<LocalDate> seriesDay,
        OptionalLong displacedBy,
        String why,
        Optional<Instant> claimed,
        int version,
        UUID request,
        OptionalLong bookedBy,
        Instant bookedAt,
        Instant changedAt)
        implements Serializable {
    /** So long before it begins a class can have what it has booked, when it is there. */
    public static final Duration HANDED_OUT = Duration.ofMinutes(15);

    /** What it is for. */
    public enum Kind {
        RESEARCH,
        /** State and district tests: they push out others (TS-1). */
        TESTING,
        /** A room or a cart is closed for repair. */
        MAINTENANCE
    }

    /** What has become of it. */
    public enum State {
        /** Somebody has to approve it; it holds what it wants all the same (B-12). */
        REQUESTED,
        BOOKED,
        /** Not approved. */
        REFUSED,
        CANCELLED,
        /** Called off so late that it counts as used. */
        LATE_CANCELLED,
        /** Nobody came, and what it had was given to others. */
        RELEASED,
        /** Pushed out by a test or a repair. */
        DISPLACED;

        private static final Set<State> LIVE = Set.of(REQUESTED, BOOKED);

        /** Whether it holds what it has. */
        public boolean isLive() {
            return LIVE.contains(this);
        }

        /** Whether quotas count it (B-32). */
        public boolean counts() {
            return isLive() || this == LATE_CANCELLED || this == RELEASED;
        }
    }

    /** What it has, or had. */
    public record Part(
            long resource,
            BookingResource.Kind kind,
            String nameEn,
            String nameEs,
            OptionalLong device,
            int quantity,
            boolean alone)
            implements Serializable {
        public String name(Locale locale) {
            return "es".equals(locale.getLanguage()) && !nameEs.isEmpty() ? nameEs : nameEn;
        }

        /** As it was wished. */
        public PartWish wish() {
            return new PartWish(resource, quantity, alone);
        }
    }

    public ClassSession {
        parts = List.copyOf(parts);
    }

    /** To wish for it again, at this time or another. */
    public SessionWish wish(UUID asking) {
        return new SessionWish(
                site,
                day,
                first,
                last,
                OptionalLong.of(teacher.id()),
                about,
                parts.stream().map(Part::wish).toList(),
                asking);
    }

    /** Whether its class can come now: on its day, until it is over. @param zone of its site */
    public boolean isToday(Instant now, ZoneId zone) {
        return !isOver(now) && day.equals(now.atZone(zone).toLocalDate());
    }

    /** Past sessions are read only, for everybody. */
    public boolean isOver(Instant now) {
        return !now.isBefore(span.ends());
    }
}
