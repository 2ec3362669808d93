package org.carrel.notices;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carrel.notices.NoticeFacts.Job;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.Loaner;
import org.carrel.notices.NoticeFacts.SessionNews;
import org.carrel.notices.NoticeFacts.SessionOffer;
import org.carrel.notices.NoticeFacts.Shelved;

/**
 * What circulation knows of loans and holds. Asked when a notice is due and again when it is written, so that nothing that is
 * over is told, and nothing but numbers has to be kept meanwhile. A bean of this type makes notices of loans; until there is
 * one, there are none.
 */
public interface NoticeContent {
    /** An open loan. @param due the day, where it was lent */
    record OpenLoan(long loan, long patron, LocalDate due) {}

    /** Open loans of this site that are due on that day or before. Lost ones and claimed ones are left out. */
    List<OpenLoan> openLoans(String site, LocalDate dueBy);

    /** What is still to say of these loans; returned, renewed to unlimited, and forgotten ones are left out. */
    List<Lent> loans(Collection<Long> loans);

    /** Those of these holds that wait on the hold shelf. */
    List<Shelved> holds(Collection<Long> holds);

    /** Loaners that are out for these repairs. */
    default List<Loaner> loaners(Collection<Long> tickets) {
        return List.of();
    }

    /** Those of these repairs that are still to be done. */
    default List<Job> jobs(Collection<Long> tickets) {
        return List.of();
    }

    /** What has become of a session, for somebody whom it concerns or did; empty when there is no such session any more. */
    default Optional<SessionNews> session(long session, QueuedNotice to) {
        return Optional.empty();
    }

    /** Name and mail address of an account that letters go to; empty when nobody signs in by it any more. */
    default Optional<AccountReader> account(long account) {
        return Optional.empty();
    }

    /** Somebody who signs in. @param mail empty where none is known */
    record AccountReader(String name, String mail) {}

    /** Those of these who wait for a session to whom it is offered now. */
    default List<SessionOffer> offers(Collection<Long> waiting) {
        return List.of();
    }

    /** To whom a site sends its work orders; empty: to nobody. @param site code */
    default Optional<String> districtMail(String site) {
        return Optional.empty();
    }
}
