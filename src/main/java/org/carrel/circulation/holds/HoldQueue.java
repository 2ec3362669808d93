package org.carrel.circulation.holds;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.carrel.circulation.HoldEnd;
import org.carrel.circulation.HoldNews;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.RenewalFacts.Waiting;
import org.carrel.circulation.rules.HoldOrder;
import org.carrel.circulation.store.HoldStore;
import org.carrel.platform.RetentionSettings;
import org.carrel.platform.Setting;

/**
 * What the desk's acts mean for those who wait. Joins the desk's transaction, in which the person and then the copy are locked;
 * the queue of the title is locked here, after them (rule Z5). Where nobody waits, each act costs one look at the database.
 */
public final class HoldQueue {
    private final HoldStore holds = new HoldStore();
    private final HoldsAtDesk desk;
    private final CopiesSetAside copies;
    private final HoldEnds ends;

    /** Who had a hold that is over is known as long as who had a loan that is. @param rules the loan rules as they are now */
    public static HoldQueue keeping(RetentionSettings settings, Supplier<LoanRuleTable> rules) {
        return new HoldQueue(Duration.ofDays(settings.days(Setting.KEEP_RETURNED_LOANS)), rules);
    }

    /** @param kept how long it is known who had a hold that is over; never shorter than something can be undone */
    public HoldQueue(Duration kept, Supplier<LoanRuleTable> rules) {
        ends = new HoldEnds(kept);
        desk = new HoldsAtDesk(ends);
        copies = new CopiesSetAside(rules);
    }

    /**
     * What became of holds that are another person's from now on.
     *
     * @param news what those who wait are told
     * @param holds that only changed hands: they can be given back
     */
    public record Moved(List<HoldNews> news, List<Long> holds) {
        public Moved {
            news = List.copyOf(news);
            holds = List.copyOf(holds);
        }
    }

    /** Before a check-out: whether somebody else has a claim to the copy, and which hold of the borrower it fills. Writes nothing. */
    public HoldsAtCheckOut atCheckOut(Connection connection, long patron, DeskCopy copy, AtDesk at)
            throws SQLException {
        if (holds.isQuiet(connection, copy.bib(), copy.item())) return HoldsAtCheckOut.NONE;
        holds.lockQueue(connection, copy.bib());
        return desk.before(connection, patron, copy, at);
    }

    /**
     * After a check-out in the same transaction, if {@link #atCheckOut} was concerned (rule H5): the borrower's hold is filled, and another copy that was set aside for it is free. Whoever else
     * had this copy set aside is first in the queue again.
     */
    public HoldsAfterCheckOut checkedOut(Connection connection, long patron, DeskCopy copy, AtDesk at)
            throws SQLException {
        holds.lockQueue(connection, copy.bib());
        return desk.after(connection, patron, copy, at);
    }

    /** Takes back {@link #checkedOut} for the borrower's own hold: it waits again, or has the copy on the hold shelf again. */
    public void undoneCheckOut(Connection connection, long patron, DeskCopy copy, AtDesk at) throws SQLException {
        holds.lockQueue(connection, copy.bib());
        desk.undone(connection, patron, copy, at);
    }

    /** What is to be done with a copy that was scanned at check-in, on loan or not. Writes nothing. */
    public CheckInProposal atCheckIn(Connection connection, DeskCopy copy, AtDesk at) throws SQLException {
        if (holds.isQuiet(connection, copy.bib(), copy.item())) return CopiesSetAside.unwanted(copy, at);
        holds.lockQueue(connection, copy.bib());
        return copies.proposal(connection, copy, at);
    }

    /** Does what {@link #atCheckIn} has proposed in this transaction. */
    public Whereabouts accept(Connection connection, CheckInProposal proposal, DeskCopy copy, AtDesk at)
            throws SQLException {
        return copies.accept(connection, proposal, copy, at);
    }

    /**
     * Sets the copy aside for this hold, if {@link #atCheckIn} still proposes so: for an answer that comes in a request of its own.
     * Empty when it does not: propose again.
     */
    public Optional<Whereabouts> trap(Connection connection, long hold, DeskCopy copy, AtDesk at) throws SQLException {
        var proposal = atCheckIn(connection, copy, at);
        if (!(proposal instanceof CheckInProposal.Trap trap) || trap.hold() != hold) return Optional.empty();
        return Optional.of(accept(connection, proposal, copy, at));
    }

    /** Nobody who waits gets it this time: it goes to its shelf, or home. The next scan asks again (rule H3). */
    public Whereabouts ignore(Connection connection, DeskCopy copy, AtDesk at) throws SQLException {
        holds.lockQueue(connection, copy.bib());
        return copies.ignore(connection, copy, at);
    }

    /** Takes back what {@link #accept} did with a copy: for the undo of a check-in. What is told is not to be told. */
    public List<HoldNews> untrap(Connection connection, DeskCopy copy, AtDesk at) throws SQLException {
        if (holds.isQuiet(connection, copy.bib(), copy.item())) return List.of();
        holds.lockQueue(connection, copy.bib());
        return copies.untrap(connection, copy, at);
    }

    /** What the holds of others mean for a copy that is renewed (rule H6). One's own hold never counts. */
    public Waiting waiting(Connection connection, long patron, DeskCopy copy, LocalDate today) throws SQLException {
        var demand = HoldOrder.byOthers(holds.queue(connection, copy.bib()), patron, copy.item(), today);
        return demand.waiting(demand.all() == 0 ? 0 : holds.spare(connection, copy.bib(), copy.item()));
    }

    /** Cancels all holds of a person, who is locked (rule H9). What was set aside stays until it is scanned. */
    public List<HoldNews> patronGone(Connection connection, long patron, HoldEnd why, OptionalLong account, Instant now)
            throws SQLException {
        return ends.ofPatron(connection, patron, new HoldEnds.End(why, account, "", now));
    }

    /** Cancels all holds on a title of which no copy is left that could be lent (rule H9). */
    public List<HoldNews> titleGone(Connection connection, long bib, OptionalLong account, Instant now)
            throws SQLException {
        holds.lockQueue(connection, bib);
        return ends.ofTitle(connection, bib, new HoldEnds.End(HoldEnd.TITLE_GONE, account, "", now));
    }

    /** Cancels one hold, whose person is locked. Empty when it is not open. */
    public Optional<HoldNews> cancel(
            Connection connection, long hold, HoldEnd why, OptionalLong account, String reason, Instant now)
            throws SQLException {
        var row = holds.find(connection, hold);
        if (row.isEmpty()) return Optional.empty();
        holds.lockQueue(connection, row.get().bib());
        return ends.cancel(connection, hold, new HoldEnds.End(why, account, reason, now));
    }

    /**
     * The holds of one person are another's from now on, both locked (rule P6). Of two on the same title the earlier one goes on,
     * with all that was set aside for either.
     */
    public Moved movePatron(Connection connection, long from, long to, OptionalLong account, Instant now)
            throws SQLException {
        return ends.move(connection, from, to, new HoldEnds.End(HoldEnd.MERGED, account, "", now));
    }

    /**
     * Holds that moved once are the first one's again, both locked: those that are still open and still the other's, where the
     * first one waits for no such title again.
     *
     * @return those that moved
     */
    public List<Long> moveBack(Connection connection, List<Long> moved, long from, long to) throws SQLException {
        return ends.moveBack(connection, moved, from, to);
    }

    /**
     * Who waits for one title waits for another from now on, as they are one; the copies of both are locked. Of two holds of one
     * person the earlier one goes on, with all that was set aside for either.
     */
    public Moved moveTitle(Connection connection, long from, long to, Instant now) throws SQLException {
        return ends.moveTitle(connection, from, to, new HoldEnds.End(HoldEnd.MERGED, OptionalLong.empty(), "", now));
    }

    /** Holds that moved once wait for the first title again, as far as they still wait. */
    public void moveTitleBack(Connection connection, List<Long> moved, long from, long to) throws SQLException {
        ends.moveTitleBack(connection, moved, from, to);
    }
}
