package org.carrel.sessions.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Invariants of what classes use. */
public final class SessionsCheckStore {
    private static final int MOST_OF_A_KIND = 1_000;
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put(
                "Copy %s stands on the book carts of two classes. Scan it at the desk.",
                "select item_id from pulled_copy where ended_at is null group by item_id having count(*) > 1");
        QUERIES.put(
                "Copy %s stands on the book cart of a session that was called off. Scan it at the desk.",
                "select q.item_id from pulled_copy q join class_session c on c.id = q.session_id "
                        + "where q.ended_at is null and c.state not in ('requested', 'booked')");
        QUERIES.put(
                "Copy %s stands on the book cart of a class and on the hold shelf too. Scan it at the desk.",
                "select q.item_id from pulled_copy q join held_copy h on h.set_aside = q.item_id where q.ended_at is null");
        QUERIES.put(
                "Device %s is out for two class sessions at once. Check it in at the desk.",
                "select device_id from session_cart where back_at is null group by device_id having count(*) > 1");
        QUERIES.put(
                "Device %s is out for a class session, and is on no loan. Check it in at the desk.",
                "select o.device_id from session_cart o join device_record d on d.id = o.device_id "
                        + "left join loan l on l.open_item = d.item_id where o.back_at is null and l.id is null");
    }

    /** One sentence for each broken promise, at most a thousand of a kind. @param before sessions that ended before should be put back */
    public List<String> findBroken(Connection connection, Instant before) throws SQLException {
        var broken = new ArrayList<String>();
        for (var query : QUERIES.entrySet())
            Sql.list(connection, query.getValue() + " limit " + MOST_OF_A_KIND, row -> row.getString(1))
                    .forEach(what -> broken.add(query.getKey().formatted(what)));
        var left = "select q.session_id from pulled_copy q join class_session c on c.id = q.session_id "
                + "where q.ended_at is null and c.ends_at < ? group by q.session_id limit " + MOST_OF_A_KIND;
        Sql.list(connection, left, row -> row.getString(1), Utc.of(before))
                .forEach(
                        session -> broken.add(
                                "Books of session " + session
                                        + " stand on their cart although it has been over for a week. Put them back, or say that they are missing."));
        return broken;
    }
}
