package org.carrel.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * That somebody is to be told something.
 *
 * @param site code of the site that tells
 * @param patron who is told: the borrower, or the teacher of a digest; 0 for administrators and the district
 * @param homeroom of a digest, or what tells one work order from another; else empty
 * @param day for which it is written, at the site: there is one notice a person, day and kind
 * @param notBefore nothing is sent earlier: what the desk can still undo waits until then
 */
public record NoticeWish(
        NoticeKind kind,
        String site,
        long patron,
        String homeroom,
        List<Part> parts,
        LocalDate day,
        Instant notBefore) {
    public NoticeWish {
        parts = List.copyOf(parts);
    }

    /** What a notice is about, by number. */
    public enum What {
        LOAN,
        HOLD,
        ROSTER_RUN,
        /** Of a repair. */
        TICKET,
        /** Of a class. */
        SESSION,
        /** Of who waits for a session. */
        SESSION_WAIT
    }

    public record Part(What what, long id) {
        public static Part loan(long id) {
            return new Part(What.LOAN, id);
        }

        public static Part hold(long id) {
            return new Part(What.HOLD, id);
        }
    }

    /** Something waits for the patron. */
    public static NoticeWish holdReady(String site, long patron, long hold, LocalDate day, Instant notBefore) {
        return new NoticeWish(NoticeKind.HOLD_READY, site, patron, "", List.of(Part.hold(hold)), day, notBefore);
    }

    /** A warning before it counts as lost. */
    public static NoticeWish lostSoon(String site, long patron, long loan, LocalDate day, Instant notBefore) {
        return new NoticeWish(NoticeKind.LOST_SOON, site, patron, "", List.of(Part.loan(loan)), day, notBefore);
    }

    public static NoticeWish lost(String site, long patron, long loan, LocalDate day, Instant notBefore) {
        return new NoticeWish(NoticeKind.LOST, site, patron, "", List.of(Part.loan(loan)), day, notBefore);
    }

    /** A loaner was lent while something is mended. */
    public static NoticeWish loaner(String site, long patron, long ticket, LocalDate day, Instant notBefore) {
        var parts = List.of(new Part(What.TICKET, ticket));
        return new NoticeWish(NoticeKind.LOANER, site, patron, "", parts, day, notBefore);
    }

    /** These are to be mended by the district. @param order tells one order from another of the day */
    public static NoticeWish workOrder(
            String site, String order, Collection<Long> tickets, LocalDate day, Instant now) {
        var parts = tickets.stream().map(id -> new Part(What.TICKET, id)).toList();
        return new NoticeWish(NoticeKind.WORK_ORDER, site, 0, order, parts, day, now);
    }

    /** What a teacher waits for can be had. */
    public static NoticeWish sessionOffer(String site, long patron, long waiting, LocalDate day, Instant now) {
        var parts = List.of(new Part(What.SESSION_WAIT, waiting));
        return new NoticeWish(NoticeKind.SESSION_OFFER, site, patron, "", parts, day, now);
    }

    static NoticeWish ofLoans(
            NoticeKind kind, String site, long patron, Collection<Long> loans, Instant now, LocalDate day) {
        return new NoticeWish(
                kind, site, patron, "", loans.stream().map(Part::loan).toList(), day, now);
    }

    static NoticeWish digest(String site, long teacher, String homeroom, LocalDate day, Instant now) {
        return new NoticeWish(NoticeKind.HOMEROOM_DIGEST, site, teacher, homeroom, List.of(), day, now);
    }

    NoticeWish on(LocalDate other, Instant from) {
        return new NoticeWish(kind, site, patron, homeroom, parts, other, from);
    }
}
