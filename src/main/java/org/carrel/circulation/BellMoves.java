package org.carrel.circulation;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.circulation.rules.DueMoves;
import org.carrel.circulation.store.CalendarMoveStore;
import org.carrel.circulation.store.LoanStore;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;

/**
 * Other bells (rule D8): what is lent until the end of a period is due when that ends now. Every method joins the transaction of whoever
 * changes the bells, so both are done or neither; the same with the two exchanged takes it back.
 */
@Door
public class BellMoves {
    private final Clock clock;
    private final SchoolCalendar calendars;
    private final LoanStore loans = new LoanStore();
    private final CalendarMoveStore store = new CalendarMoveStore();

    @Inject
    public BellMoves(Clock clock, SchoolCalendar calendars) {
        this.clock = clock;
        this.calendars = calendars;
    }

    /** Which due times go elsewhere, in the order of when they are due now. Writes nothing. @param site code */
    public List<DueMove> plan(Connection connection, String site, BellTimes before, BellTimes after)
            throws SQLException {
        var known =
                loans.findDated(connection, site).stream().map(OpenLoans::fact).toList();
        return DueMoves.bells(known, calendars.of(site), before, after, clock.instant());
    }

    /** Moves them, each with a line in its loan's history; one that was renewed or returned meanwhile stays. How many were moved. */
    public int move(Connection connection, List<DueMove> moves, Caller by) throws SQLException {
        var count = 0;
        for (var move : moves) {
            var loan = move.loan();
            var from = loan.due().orElseThrow();
            var day = move.to().atZone(loan.rules().zone()).toLocalDate();
            if (!store.due(connection, loan.loan(), from, move.to(), day)) continue;
            var event = new LoanStore.Event(
                    loan.loan(),
                    "due_changed",
                    OptionalLong.of(by.account()),
                    "",
                    "",
                    Optional.of(from),
                    Optional.of(move.to()));
            loans.add(connection, event, clock.instant());
            count++;
        }
        return count;
    }
}
