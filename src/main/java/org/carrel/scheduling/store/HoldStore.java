package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.HeldSpan;
import org.carrel.scheduling.TimeSpan;
import org.carrel.scheduling.rules.BookingRules.Lane;

/** Who has what, and when: of live sessions and open offers. */
public final class HoldStore {
    private static final String SELECT = """
            select h.resource_id, h.lane, h.starts_at, h.ends_at, h.session_id, coalesce(c.teacher_id, o.teacher_id),
                coalesce(p.quantity, 0)
            from resource_hold h left join class_session c on c.id = h.session_id
                left join session_part p on p.session_id = h.session_id and p.resource_id = h.resource_id
                left join booking_offer o on o.id = h.offer_id
            """;

    /**
     * What stands in the way around a time; offers that have run out do not.
     *
     * @param around with all time to make ready
     */
    public List<HeldSpan> of(Connection connection, Collection<Long> resources, TimeSpan around, Instant now)
            throws SQLException {
        if (resources.isEmpty()) return List.of();
        var values = new java.util.ArrayList<Object>(resources);
        values.add(Utc.of(around.starts()));
        values.add(Utc.of(around.ends()));
        values.add(Utc.of(now));
        return Sql.list(
                connection,
                SELECT + "where h.resource_id in (" + Sql.marks(resources.size())
                        + ") and h.ends_at > ? and h.starts_at < ? and (o.id is null or o.until_at > ?)",
                HoldStore::held,
                values.toArray());
    }

    /** All of a site around a time. */
    public List<HeldSpan> ofSite(Connection connection, String site, TimeSpan around, Instant now) throws SQLException {
        return Sql.list(
                connection,
                SELECT + "join booking_resource r on r.id = h.resource_id join site s on s.id = r.site_id "
                        + "where s.code = ? and h.ends_at > ? and h.starts_at < ? and (o.id is null or o.until_at > ?)",
                HoldStore::held,
                site,
                Utc.of(around.starts()),
                Utc.of(around.ends()),
                Utc.of(now));
    }

    private static HeldSpan held(ResultSet row) throws SQLException {
        return new HeldSpan(
                row.getLong(1),
                row.getInt(2),
                new TimeSpan(Utc.instant(row, 3), Utc.instant(row, 4)),
                Utc.someNumber(row, 5),
                row.getLong(6),
                row.getInt(7));
    }

    /** Offers that have run out, and those of a teacher who books now. */
    public void clear(Connection connection, long teacher, Instant now) throws SQLException {
        var old = Sql.list(
                connection,
                "select id from booking_offer where until_at <= ? or (teacher_id = ? and waiting_id is null)",
                row -> row.getString(1),
                Utc.of(now),
                teacher);
        for (var offer : old) Sql.update(connection, "delete from booking_offer where id = ?", offer);
    }

    public void takeForSession(Connection connection, long session, List<Lane> lanes) throws SQLException {
        take(connection, OptionalLong.of(session), Optional.empty(), lanes);
    }

    public void takeForOffer(Connection connection, UUID offer, List<Lane> lanes) throws SQLException {
        take(connection, OptionalLong.empty(), Optional.of(offer), lanes);
    }

    private static void take(Connection connection, OptionalLong session, Optional<UUID> offer, List<Lane> lanes)
            throws SQLException {
        Sql.batch(
                connection,
                "insert into resource_hold (resource_id, lane, starts_at, ends_at, session_id, offer_id) values (?, ?, ?, ?, ?, ?)",
                lanes,
                (statement, lane) -> {
                    statement.setLong(1, lane.resource());
                    statement.setInt(2, lane.lane());
                    statement.setObject(3, Utc.of(lane.span().starts()));
                    statement.setObject(4, Utc.of(lane.span().ends()));
                    statement.setObject(5, session.isPresent() ? Long.valueOf(session.getAsLong()) : null);
                    statement.setObject(6, offer.map(UUID::toString).orElse(null));
                });
    }

    /** Offers that stand in the way of what outranks them: who has one is told that it has run out. */
    public void withdraw(Connection connection, List<Lane> lanes) throws SQLException {
        var sql =
                "delete from booking_offer where id in (select offer_id from resource_hold where offer_id is not null "
                        + "and resource_id = ? and ends_at > ? and starts_at < ?)";
        for (var lane : lanes)
            Sql.update(
                    connection,
                    sql,
                    lane.resource(),
                    Utc.of(lane.span().starts()),
                    Utc.of(lane.span().ends()));
    }

    /** What a session has is free again. */
    public void give(Connection connection, long session) throws SQLException {
        Sql.update(connection, "delete from resource_hold where session_id = ?", session);
    }

    /** @param wish as {@link org.carrel.scheduling.WishJson} writes it */
    public void offer(Connection connection, UUID id, long teacher, String wish, Instant until) throws SQLException {
        Sql.update(
                connection,
                "insert into booking_offer (id, teacher_id, wish, until_at) values (?, ?, ?, ?)",
                id.toString(),
                teacher,
                wish,
                Utc.of(until));
    }

    /** What was offered. @param teacher to whom @param wish as {@link org.carrel.scheduling.WishJson} writes it */
    public record Offered(long teacher, String wish) {}

    /** Empty when it has run out. */
    public Optional<Offered> offered(Connection connection, UUID id, Instant now) throws SQLException {
        return Sql.first(
                connection,
                "select teacher_id, wish from booking_offer where id = ? and until_at > ?",
                row -> new Offered(row.getLong(1), row.getString(2)),
                id.toString(),
                Utc.of(now));
    }
}
