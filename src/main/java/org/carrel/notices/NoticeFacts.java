package org.carrel.notices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.carrel.scheduling.ClassSession;

/** What a notice tells, as it is true when it is written. Days are those of the site. */
public sealed interface NoticeFacts {
    /**
     * Something a person has.
     *
     * @param lost it is known as lost: nobody asks to bring it back by a day
     * @param amount that is owed for it, in dollars; empty where nothing is
     */
    record Lent(long loan, String title, LocalDate due, boolean lost, Optional<BigDecimal> amount) {
        /** 0 until the day after the due date. */
        public long daysLate(LocalDate today) {
            return Math.max(0, ChronoUnit.DAYS.between(due, today));
        }
    }

    /**
     * Something that waits for a person.
     *
     * @param until the last day on which it does; empty where the school lets it wait (B33)
     */
    record Shelved(long hold, String title, Optional<LocalDate> until) {
        public Shelved(long hold, String title, LocalDate until) {
            this(hold, title, Optional.of(until));
        }
    }

    /** @param things how many are late */
    record Pupil(String name, int things) {}

    /**
     * A loaner and what it is lent for.
     *
     * @param broken model of the device that is mended; {@code loaner}: of the other
     */
    record Loaner(String broken, String loaner) {}

    /**
     * Something to be mended.
     *
     * @param ticket number, to be told back
     * @param thing tag, serial and model, or the kind of thing
     * @param fault code
     * @param words in which it was reported
     */
    record Job(long ticket, String thing, String room, String fault, String words) {}

    /**
     * A session that can be had.
     *
     * @param what the class, or what it is about; empty when nobody has said
     * @param first, last numbers of periods
     * @param until the moment at the site until which it is kept
     */
    record SessionOffer(String what, LocalDate day, int first, int last, LocalDateTime until) {}

    record DueSoon(List<Lent> things) implements NoticeFacts {}

    record Overdue(List<Lent> things) implements NoticeFacts {}

    record LostSoon(List<Lent> things) implements NoticeFacts {}

    record Lost(List<Lent> things) implements NoticeFacts {}

    record HoldReady(List<Shelved> things) implements NoticeFacts {}

    /** @param pupils by name */
    record HomeroomDigest(String homeroom, List<Pupil> pupils) implements NoticeFacts {}

    record Loaners(List<Loaner> loaners) implements NoticeFacts {}

    record WorkOrder(List<Job> jobs) implements NoticeFacts {}

    /**
     * What has become of a session.
     *
     * @param zone of its site
     * @param what the last that has happened to it; GONE for who has to do with it no more
     * @param on false: for who reads this it does not take place
     * @param link to the page of the session; to the schedule for who has to do with it no more
     */
    record SessionNews(ClassSession session, ZoneId zone, String what, boolean on, String link) implements NoticeFacts {
        /** Of {@link #what}: it is somebody else's now. */
        public static final String GONE = "GONE";
    }
    /** @param link to the page where they are taken */
    record SessionOffers(List<SessionOffer> offers, String link) implements NoticeFacts {}

    /** A roster was not taken in. @param link to the page where more stands */
    record SystemNote(String link) implements NoticeFacts {}
}
