package org.carrel.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carrel.notices.NoticeWish.Part;

/**
 * A letter of the outbox: to whom about what, not in which words.
 *
 * @param site code
 * @param patron 0 for a note to administrators, and for an account
 * @param account to which it goes, where that is nobody of the roster; else 0
 * @param about homeroom of a digest, number of the administrators' address
 * @param attempts how often it was tried
 * @param since when it was queued
 * @param claimed when a node took it last
 * @param replyCode of the mail server; 0 where it gave none
 */
public record QueuedNotice(
        long id,
        String key,
        NoticeKind kind,
        String site,
        long patron,
        long account,
        String about,
        LocalDate day,
        NoticeWay way,
        NoticeState state,
        Instant notBefore,
        int attempts,
        Instant since,
        Optional<Instant> claimed,
        Optional<NoticeProblem> problem,
        int replyCode,
        List<Part> parts) {
    public QueuedNotice {
        parts = List.copyOf(parts);
    }

    List<Long> ids(NoticeWish.What what) {
        return parts.stream().filter(part -> part.what() == what).map(Part::id).toList();
    }
}
