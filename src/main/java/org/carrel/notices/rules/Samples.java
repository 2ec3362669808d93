package org.carrel.notices.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.notices.NoticeFacts;
import org.carrel.notices.NoticeFacts.DueSoon;
import org.carrel.notices.NoticeFacts.HoldReady;
import org.carrel.notices.NoticeFacts.HomeroomDigest;
import org.carrel.notices.NoticeFacts.Job;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.Loaner;
import org.carrel.notices.NoticeFacts.Loaners;
import org.carrel.notices.NoticeFacts.Lost;
import org.carrel.notices.NoticeFacts.LostSoon;
import org.carrel.notices.NoticeFacts.Overdue;
import org.carrel.notices.NoticeFacts.Pupil;
import org.carrel.notices.NoticeFacts.SessionNews;
import org.carrel.notices.NoticeFacts.SessionOffer;
import org.carrel.notices.NoticeFacts.SessionOffers;
import org.carrel.notices.NoticeFacts.Shelved;
import org.carrel.notices.NoticeFacts.SystemNote;
import org.carrel.notices.NoticeFacts.WorkOrder;
import org.carrel.notices.NoticeKind;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ClassSession.Part;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionTeacher;
import org.carrel.scheduling.TimeSpan;

/** Somebody who does not exist, for previews. */
public final class Samples {
    public static final String NAME = "Alex Sample";
    public static final String ROOM = "Room 12";

    private Samples() {}

    public static NoticeFacts of(NoticeKind kind, LocalDate today) {
        return switch (kind) {
            case DUE_SOON ->
                new DueSoon(List.of(
                        lent("The Long Way to the Lighthouse", today.plusDays(1), false, ""),
                        lent("Owls of the Night", today.plusDays(1), false, "")));
            case OVERDUE ->
                new Overdue(List.of(
                        lent("The Long Way to the Lighthouse", today.minusDays(9), false, "0.90"),
                        lent("Owls of the Night", today.minusDays(2), false, "")));
            case LOST_SOON ->
                new LostSoon(List.of(lent("The Long Way to the Lighthouse", today.minusDays(53), false, "")));
            case LOST -> new Lost(List.of(lent("The Long Way to the Lighthouse", today.minusDays(40), true, "18.99")));
            case HOLD_READY -> new HoldReady(List.of(new Shelved(0, "Owls of the Night", today.plusDays(3))));
            case HOMEROOM_DIGEST -> new HomeroomDigest(ROOM, List.of(new Pupil(NAME, 2), new Pupil("Sam Example", 1)));
            case LOANER -> new Loaners(List.of(new Loaner("Example Chromebook 11", "Example Chromebook 14")));
            case WORK_ORDER ->
                new WorkOrder(List.of(
                        new Job(12, "CB-0012 · 5CD0000012 · Example Chromebook 11", ROOM, "SCREEN", "Dark stripe"),
                        new Job(13, "Projector", ROOM, "SOUND", "")));
            case SESSION -> session(today.plusDays(7), true);
            case SESSION_OFF -> session(today.plusDays(7), false);
            case SESSION_OFFER ->
                new SessionOffers(
                        List.of(new SessionOffer(
                                ROOM, today.plusDays(3), 2, 3, today.plusDays(1).atTime(12, 0))),
                        "https://library.example.org/schedule/waiting");
            case SYSTEM_NOTE -> new SystemNote("https://library.example.org/desk/roster/1");
        };
    }

    private static SessionNews session(LocalDate day, boolean on) {
        var span = new TimeSpan(
                day.atTime(9, 50).toInstant(ZoneOffset.UTC), day.atTime(10, 35).toInstant(ZoneOffset.UTC));
        var about = new SessionFacts(OptionalLong.empty(), "Grade 5, Sample", "5", 24, "Science", "", "owls", 0);
        var parts = List.of(
                new Part(
                        0,
                        BookingResource.Kind.ZONE,
                        "Story corner",
                        "Rincón de lectura",
                        OptionalLong.empty(),
                        24,
                        false),
                new Part(0, BookingResource.Kind.CART, "Cart A", "Carrito A", OptionalLong.empty(), 24, false));
        var nobody = new UUID(0, 0);
        var session = new ClassSession(
                0,
                "",
                ClassSession.Kind.RESEARCH,
                on ? State.BOOKED : State.CANCELLED,
                nobody,
                0,
                new SessionTeacher(0, OptionalLong.empty(), OptionalLong.empty(), NAME),
                about,
                day,
                3,
                3,
                span,
                parts,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                on ? "" : "Field trip",
                Optional.empty(),
                1,
                nobody,
                OptionalLong.empty(),
                span.starts(),
                span.starts());
        return new SessionNews(
                session,
                ZoneOffset.UTC,
                on ? "MOVED" : "CANCELLED",
                on,
                "https://library.example.org/schedule/session/1");
    }

    private static Lent lent(String title, LocalDate due, boolean lost, String amount) {
        return new Lent(0, title, due, lost, amount.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(amount)));
    }
}
