package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.patrons.PatronCard;
import org.carrel.patrons.PatronCard.Status;
import org.carrel.platform.Sql;

/** The table of cards. */
public final class CardStore {
    private static final int AT_ONCE = 1_000;
    private static final String SELECT =
            "select id, patron_id, number, status, from_roster, added_at, ended_at from patron_card ";

    /** The good ones first, the newest of each kind first. */
    public List<PatronCard> of(Connection connection, long patronId) throws SQLException {
        return Sql.list(
                connection, SELECT + "where patron_id = ? order by status, id desc", row -> card(row), patronId);
    }

    /** Of everybody, good or not. */
    public List<PatronCard> all(Connection connection) throws SQLException {
        return Sql.list(connection, SELECT, row -> card(row));
    }

    public Optional<PatronCard> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where id = ?", row -> card(row), id);
    }

    /** The card that is good and has this number. */
    public Optional<PatronCard> findActive(Connection connection, String number) throws SQLException {
        return Sql.first(connection, SELECT + "where active_number = ?", row -> card(row), number);
    }

    /** Numbers of the newest good cards by the people who have them. */
    public Map<Long, String> good(Connection connection, List<Long> people) throws SQLException {
        var numbers = new HashMap<Long, String>();
        for (var from = 0; from < people.size(); from += AT_ONCE) {
            var some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
            var sql = "select patron_id, number from patron_card where status = 'active' and patron_id in ("
                    + Sql.marks(some.size()) + ") order by id";
            Sql.list(connection, sql, row -> numbers.put(row.getLong(1), row.getString(2)), some.toArray());
        }
        return numbers;
    }

    /** Whether any card, good or not, ever had this number. */
    public boolean isKnown(Connection connection, String number) throws SQLException {
        return Sql.first(connection, "select 1 from patron_card where number = ? limit 1", row -> true, number)
                .isPresent();
    }

    /** False when another card that is good has this number; the unique key decides. */
    public boolean add(Connection connection, long patronId, String number, boolean fromRoster, Instant now)
            throws SQLException {
        var sql = "insert ignore into patron_card (patron_id, number, from_roster, added_at) values (?, ?, ?, ?)";
        return Sql.update(connection, sql, patronId, number, fromRoster, Times.utc(now)) == 1;
    }

    /** False when the card is not good any more. */
    public boolean end(Connection connection, long id, Status how, Instant now) throws SQLException {
        var sql = "update patron_card set status = ?, ended_at = ? where id = ? and status = 'active'";
        return Sql.update(connection, sql, Times.word(how), Times.utc(now), id) == 1;
    }

    private static PatronCard card(ResultSet row) throws SQLException {
        return new PatronCard(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                Times.constant(Status.class, row.getString(4)),
                row.getBoolean(5),
                Times.instant(row, 6),
                Times.someInstant(row, 7));
    }
}
