package org.carrel.notices.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.carrel.notices.NoticeFacts.SessionOffer;
import org.carrel.notices.NoticeFacts.SessionOffers;
import org.carrel.notices.NoticeFacts.Shelved;
import org.carrel.notices.NoticeFacts.SystemNote;
import org.carrel.notices.NoticeFacts.WorkOrder;
import org.carrel.notices.NoticeKind;

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
            case SESSION_OFFER ->
                new SessionOffers(
                        List.of(new SessionOffer(
                                ROOM, today.plusDays(3), 2, 3, today.plusDays(1).atTime(12, 0))),
                        "https://library.example.org/schedule/waiting");
            case SYSTEM_NOTE -> new SystemNote("https://library.example.org/desk/roster/1");
        };
    }

    private static Lent lent(String title, LocalDate due, boolean lost, String amount) {
        return new Lent(0, title, due, lost, amount.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(amount)));
    }
}
