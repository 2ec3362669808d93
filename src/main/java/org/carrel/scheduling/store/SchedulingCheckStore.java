package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.TimeSpan;

/** Invariants of bookings that the database can check by itself. Most hold by the schema; a restored dump may have lost that. */
public final class SchedulingCheckStore {
    private static final int MOST_OF_A_KIND = 1_000;
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put(
                "Session %s does not hold all that it has booked. Change it to other things and back, or call it off.",
                """
                select distinct c.id from class_session c join session_part p on p.session_id = c.id
                    left join resource_hold h on h.session_id = c.id and h.resource_id = p.resource_id
                where c.state in ('requested', 'booked') and h.id is null
                """);
        QUERIES.put(
                "Session %s has something for itself, and not all of its lanes. Change it to other things and back.",
                """
                select distinct c.id from class_session c join session_part p on p.session_id = c.id and p.alone
                    join booking_resource r on r.id = p.resource_id
                where c.state in ('requested', 'booked') and r.class_capacity > (select count(*) from resource_hold h
                    where h.session_id = c.id and h.resource_id = r.id)
                """);
        QUERIES.put(
                "Session %s holds something that it has not booked. Change it to other things and back, or call it off.",
                """
                select distinct h.session_id from resource_hold h
                    left join session_part p on p.session_id = h.session_id and p.resource_id = h.resource_id
                where h.session_id is not null and p.id is null
                """);
        QUERIES.put(
                "Hold %s is of a session that is off, and keeps others away. Compare it with the last backup.",
                "select h.id from resource_hold h left join class_session c on c.id = h.session_id "
                        + "where h.session_id is not null and coalesce(c.state not in ('requested', 'booked'), true)");
        QUERIES.put(
                "Hold %s is of an offer that is gone. Compare it with the last backup.",
                "select h.id from resource_hold h left join booking_offer o on o.id = h.offer_id "
                        + "where h.offer_id is not null and o.id is null");
        QUERIES.put(
                "Hold %s is of neither a session nor an offer. Compare it with the last backup.",
                "select id from resource_hold where session_id is null and offer_id is null");
        QUERIES.put("Hold %s takes a lane at the same time as another one. Move one of the two sessions.", """
                select b.id from resource_hold a join resource_hold b on b.resource_id = a.resource_id and b.lane = a.lane
                    and b.id > a.id and b.starts_at < a.ends_at and a.starts_at < b.ends_at
                """);
        QUERIES.put(
                "Hold %s is shorter than its session. Change the session to another time and back.",
                "select h.id from resource_hold h join class_session c on c.id = h.session_id "
                        + "where h.starts_at > c.starts_at or h.ends_at < c.ends_at");
    }

    /** One sentence for each broken promise, at most a thousand of a kind. */
    public List<String> findBroken(Connection connection) throws SQLException {
        var broken = new ArrayList<String>();
        for (var query : QUERIES.entrySet())
            Sql.list(connection, query.getValue() + " limit " + MOST_OF_A_KIND, row -> row.getString(1))
                    .forEach(what -> broken.add(query.getKey().formatted(what)));
        return broken;
    }

    /** A live session, as far as its time goes. */
    public record Spanned(long id, LocalDate day, int first, int last, TimeSpan span) {
        public String sentence(ZoneId zone) {
            return "Session " + id + " on " + day + ", periods " + first + " to " + last + ", is stored from "
                    + span.starts().atZone(zone).toLocalTime() + " to "
                    + span.ends().atZone(zone).toLocalTime()
                    + ", which are not the bells of that day. Move it to a period that the day has.";
        }
    }

    /** Codes of the sites that have live sessions. */
    public List<String> sites(Connection connection) throws SQLException {
        var sql = "select distinct s.code from class_session c join site s on s.id = c.site_id "
                + "where c.state in ('requested', 'booked') order by s.code";
        return Sql.list(connection, sql, row -> row.getString(1));
    }

    /** Live sessions of a site. */
    public List<Spanned> spans(Connection connection, String site) throws SQLException {
        var sql = "select c.id, c.on_date, c.first_period, c.last_period, c.starts_at, c.ends_at from class_session c "
                + "join site s on s.id = c.site_id where s.code = ? and c.state in ('requested', 'booked') order by c.id";
        return Sql.list(
                connection,
                sql,
                row -> new Spanned(
                        row.getLong(1),
                        Objects.requireNonNull(row.getObject(2, LocalDate.class)),
                        row.getInt(3),
                        row.getInt(4),
                        new TimeSpan(Utc.instant(row, 5), Utc.instant(row, 6))),
                site);
    }
}
