package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Invariants of circulation that the database can check by itself. Most hold by the schema; a restored dump may have lost that. */
public final class CirculationCheckStore {
    private static final int MOST_OF_A_KIND = 1_000;

    /** One sentence for each broken promise, at most a thousand of a kind. @param now what should be forgotten by then */
    public List<String> findBroken(Connection connection, Instant now) throws SQLException {
        var broken = new ArrayList<String>();
        var all = Stream.of(LoanPromises.all(now), HoldPromises.all(now), LedgerPromises.all())
                .flatMap(List::stream)
                .toList();
        for (var promise : all) {
            var sql = promise.sql() + " limit " + MOST_OF_A_KIND;
            Sql.list(
                            connection,
                            sql,
                            row -> row.getString(1),
                            promise.parameters().toArray())
                    .forEach(what -> broken.add(promise.sentence().formatted(what)));
        }
        broken.addAll(findOtherDays(connection));
        return broken;
    }

    /** The zone of each loan is not known to the database. */
    private static List<String> findOtherDays(Connection connection) throws SQLException {
        record Due(long loan, Instant at, LocalDate on, ZoneId zone) {}
        var sql =
                "select id, due_at, due_on, zone from loan where ended is null and due_at is not null and due_on is not null";
        var dues = Sql.list(
                connection,
                sql,
                row -> new Due(
                        row.getLong(1),
                        Utc.instant(row, 2),
                        row.getObject(3, LocalDate.class),
                        ZoneId.of(row.getString(4))));
        return dues.stream()
                .filter(due -> !due.at().atZone(due.zone()).toLocalDate().equals(due.on()))
                .limit(MOST_OF_A_KIND)
                .map(due -> "Loan " + due.loan()
                        + " is due on another day than its due time says. Renew it, or check it in and lend it again.")
                .toList();
    }
}
