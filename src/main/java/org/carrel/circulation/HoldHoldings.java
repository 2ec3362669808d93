package org.carrel.circulation;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.carrel.patrons.PatronHoldings;
import org.carrel.platform.Door;

/** What people wait for, when two entries turn out to be one person: of two holds on a title the earlier one goes on (rule P6). */
@Door
public class HoldHoldings implements PatronHoldings {
    private final DeskRules rules;
    private final Clock clock;

    @Inject
    public HoldHoldings(DeskRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "holds";
    }

    /** Nobody has to bring back what they wait for. */
    @Override
    public Map<Long, Integer> counts(Collection<Long> people) {
        return Map.of();
    }

    /** Holds that became one cannot become two again: the others go back with the merge. */
    @Override
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        var moved = rules.holds().movePatron(connection, from, to, OptionalLong.empty(), clock.instant());
        if (!moved.news().isEmpty()) for (var listener : rules.listeners()) listener.heard(connection, moved.news());
        return moved.holds();
    }

    @Override
    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        return rules.holds().moveBack(connection, ids, from, to);
    }
}
