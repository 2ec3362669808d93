package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carrel.devices.Discrepancy;
import org.carrel.devices.Discrepancy.State;
import org.carrel.devices.DiscrepancyKind;
import org.carrel.devices.MdmSource;
import org.carrel.devices.rules.Suspicion;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Where consoles and our records say two things. */
public final class DiscrepancyStore {
    private static final String SELECT = """
            select x.id, x.kind, x.state, x.device_id, coalesce(d.asset_tag, nullif(d.serial, ''), concat('#', d.id)), m.name,
                   s.code, x.source, x.about, h.patron_id, x.patron_id, x.stranger, f.last_seen_at, x.raised_at, x.closed_at,
                   x.closed_by, x.note
            from device_discrepancy x
            join device_record d on d.id = x.device_id
            join device_model m on m.id = d.model_id
            join item i on i.id = d.item_id
            join site s on s.id = i.site_id
            left join item_holder h on h.item_id = d.item_id
            left join device_mdm f on f.device_id = d.id and f.source = x.source
            """;

    /** One that an export finds. */
    public record Found(long device, Suspicion suspicion) {
        private boolean is(Known known) {
            return device == known.device() && suspicion.equals(known.suspicion());
        }
    }

    private record Known(long id, long device, boolean open, Suspicion suspicion) {}

    /**
     * Raises what is new, and ends what the export does not find any more.
     *
     * @param devices that the export has looked at
     * @param settled what was settled after that is not raised again
     */
    public void compare(
            Connection connection,
            long run,
            MdmSource source,
            Collection<Long> devices,
            List<Found> found,
            Instant settled,
            Instant now)
            throws SQLException {
        if (devices.isEmpty()) return;
        var known = known(connection, source, devices, settled);
        var fresh =
                found.stream().filter(one -> known.stream().noneMatch(one::is)).toList();
        var over = known.stream()
                .filter(one -> one.open() && found.stream().noneMatch(still -> still.is(one)))
                .toList();
        add(connection, run, source, fresh, now);
        Sql.batch(
                connection,
                "update device_discrepancy set state = 'over', closed_at = ?, closed_by_run = ? where id = ?",
                over,
                (update, one) -> {
                    update.setObject(1, Utc.of(now));
                    update.setLong(2, run);
                    update.setLong(3, one.id());
                });
    }

    private static List<Known> known(Connection connection, MdmSource source, Collection<Long> devices, Instant settled)
            throws SQLException {
        var sql = "select id, device_id, state, kind, about, patron_id, stranger from device_discrepancy "
                + "where source = ? and device_id in (" + Sql.marks(devices.size()) + ") "
                + "and (state = 'open' or state = 'settled' and closed_at >= ?)";
        var parameters = new ArrayList<Object>(List.of(Words.of(source)));
        parameters.addAll(devices);
        parameters.add(Utc.of(settled));
        return Sql.list(
                connection,
                sql,
                row -> new Known(
                        row.getLong(1), row.getLong(2), row.getString(3).equals("open"), suspicion(row)),
                parameters.toArray());
    }

    private static Suspicion suspicion(ResultSet row) throws SQLException {
        return new Suspicion(
                Words.constant(DiscrepancyKind.class, row.getString(4)),
                row.getString(5),
                number(row, 6),
                row.getString(7));
    }

    private static void add(Connection connection, long run, MdmSource source, List<Found> fresh, Instant now)
            throws SQLException {
        var sql =
                "insert into device_discrepancy (device_id, source, kind, about, patron_id, stranger, raised_at, raised_by_run) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?)";
        Sql.batch(connection, sql, fresh, (insert, one) -> {
            insert.setLong(1, one.device());
            insert.setString(2, Words.of(source));
            insert.setString(3, Words.of(one.suspicion().kind()));
            insert.setString(4, one.suspicion().about());
            insert.setObject(5, one.suspicion().patron().orElse(null));
            insert.setString(6, one.suspicion().stranger());
            insert.setObject(7, Utc.of(now));
            insert.setLong(8, run);
        });
    }

    /** What a run raised is gone unless somebody settled it, and what it ended is open again. */
    public void undo(Connection connection, long run) throws SQLException {
        Sql.update(connection, "delete from device_discrepancy where raised_by_run = ? and state <> 'settled'", run);
        Sql.update(
                connection,
                "update device_discrepancy set state = 'open', closed_at = null, closed_by_run = null "
                        + "where closed_by_run = ? and state = 'over'",
                run);
    }

    public Optional<Discrepancy> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where x.id = ?", DiscrepancyStore::discrepancy, id);
    }

    /** The oldest first, those after this number. @param site code; empty: of all sites */
    public List<Discrepancy> open(
            Connection connection, Optional<String> site, Optional<DiscrepancyKind> kind, long after, int most)
            throws SQLException {
        var word = kind.map(Words::of).orElse("");
        var sql =
                SELECT + "where x.state = 'open' and x.id > ? and (? is null or s.code = ?) and (? = '' or x.kind = ?) "
                        + "order by x.id limit ?";
        return Sql.list(
                connection,
                sql,
                DiscrepancyStore::discrepancy,
                after,
                site.orElse(null),
                site.orElse(null),
                word,
                word,
                most);
    }

    /** The last ones that were closed. */
    public List<Discrepancy> closed(Connection connection, Optional<String> site, int most) throws SQLException {
        var sql = SELECT + "where x.state <> 'open' and (? is null or s.code = ?) order by x.closed_at desc limit ?";
        return Sql.list(connection, sql, DiscrepancyStore::discrepancy, site.orElse(null), site.orElse(null), most);
    }

    /** How many are open of each kind. */
    public record Count(DiscrepancyKind kind, int open) {}

    public List<Count> counts(Connection connection, Optional<String> site) throws SQLException {
        var sql = """
                select x.kind, count(*) from device_discrepancy x join device_record d on d.id = x.device_id
                join item i on i.id = d.item_id join site s on s.id = i.site_id
                where x.state = 'open' and (? is null or s.code = ?) group by x.kind
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Count(Words.constant(DiscrepancyKind.class, row.getString(1)), row.getInt(2)),
                site.orElse(null),
                site.orElse(null));
    }

    /** False when it is not open. */
    public boolean settle(Connection connection, long id, String note, String who, Instant now) throws SQLException {
        var sql = "update device_discrepancy set state = 'settled', closed_at = ?, closed_by = ?, note = ? "
                + "where id = ? and state = 'open'";
        return Sql.update(connection, sql, Utc.of(now), who, note, id) == 1;
    }

    private static Discrepancy discrepancy(ResultSet row) throws SQLException {
        var source = row.getString(8);
        return new Discrepancy(
                row.getLong(1),
                Words.constant(DiscrepancyKind.class, row.getString(2)),
                Words.constant(State.class, row.getString(3)),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                source == null ? Optional.empty() : Optional.of(Words.constant(MdmSource.class, source)),
                row.getString(9),
                number(row, 10),
                number(row, 11),
                row.getString(12),
                Utc.someInstant(row, 13),
                Utc.instant(row, 14),
                MdmRunStore.done(row, 15),
                row.getString(17));
    }

    private static Optional<Long> number(ResultSet row, int column) throws SQLException {
        var number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }
}
