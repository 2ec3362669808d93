package org.carrel.catalog.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CallRange;
import org.carrel.catalog.GridBox;
import org.carrel.catalog.PlanPart;
import org.carrel.catalog.ShelfLocation;
import org.carrel.catalog.ShelfMap;
import org.carrel.catalog.Site;
import org.carrel.catalog.rules.ShelvedCopy;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** The floor plans of sites, and where copies stand. Times are UTC. */
public final class ShelfMapStore {
    private static final String PART = "select id, kind, label, x, y, width, depth, device_id from shelf_map_part ";
    private static final String COPY = """
            select i.id, l.id, l.name, i.call_prefix, i.call_class, i.call_cutter, i.call_suffix, i.shelf_key
            from item i left join shelf_location l on l.id = i.shelf_location_id
            """;

    public Optional<ShelfMap> find(Connection connection, String siteCode) throws SQLException {
        return find(connection, siteCode, "");
    }

    /** The same; whoever else wants to change this plan waits until the transaction ends. */
    public Optional<ShelfMap> findForUpdate(Connection connection, String siteCode) throws SQLException {
        return find(connection, siteCode, " for update");
    }

    private static Optional<ShelfMap> find(Connection connection, String siteCode, String lock) throws SQLException {
        var sql = "select s.id, s.code, s.name, m.width, m.depth from site s join shelf_map m on m.site_id = s.id "
                + "where s.code = ?" + lock;
        var empty = Sql.first(connection, sql, ShelfMapStore::map, siteCode);
        if (empty.isEmpty()) return empty;
        var site = empty.get().site();
        var ranges = ranges(connection, "p.site_id = ? and p.removed_at is null", site.id());
        var parts = Sql.list(
                connection,
                PART + "where site_id = ? and removed_at is null order by id",
                row -> part(row, ranges),
                site.id());
        return Optional.of(new ShelfMap(site, empty.get().width(), empty.get().depth(), parts));
    }

    /** A part that was taken away and can still come back. */
    public Optional<PlanPart> findRemoved(Connection connection, int siteId, long id) throws SQLException {
        var ranges = ranges(connection, "p.id = ?", id);
        return Sql.first(
                connection,
                PART + "where site_id = ? and id = ? and removed_at is not null",
                row -> part(row, ranges),
                siteId,
                id);
    }

    private static Map<Long, List<CallRange>> ranges(Connection connection, String where, Object parameter)
            throws SQLException {
        var sql = "select g.part_id, g.shelf_location_id, g.from_label, g.to_label "
                + "from shelf_map_range g join shelf_map_part p on p.id = g.part_id where " + where
                + " order by g.part_id, g.number";
        record Of(long part, CallRange range) {}
        return Sql.list(
                        connection,
                        sql,
                        row -> new Of(row.getLong(1), new CallRange(row.getInt(2), row.getString(3), row.getString(4))),
                        parameter)
                .stream()
                .collect(groupingBy(Of::part, mapping(Of::range, toList())));
    }

    private static ShelfMap map(ResultSet row) throws SQLException {
        var site = new Site(row.getInt(1), row.getString(2), row.getString(3));
        return new ShelfMap(site, row.getInt(4), row.getInt(5), List.of());
    }

    private static PlanPart part(ResultSet row, Map<Long, List<CallRange>> ranges) throws SQLException {
        return new PlanPart(
                row.getLong(1),
                PlanPart.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getString(3),
                new GridBox(row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7)),
                ranges.getOrDefault(row.getLong(1), List.of()),
                row.getLong(8));
    }

    /** Codes of the sites that have a row on their plan. */
    public List<String> findSitesWithRows(Connection connection) throws SQLException {
        var sql = "select distinct s.code from site s join shelf_map_part p on p.site_id = s.id "
                + "where p.kind = 'row' and p.removed_at is null";
        return Sql.list(connection, sql, row -> row.getString(1));
    }

    public List<ShelfLocation> findLocations(Connection connection, int siteId) throws SQLException {
        var sql = "select id, name from shelf_location where site_id = ? order by name, id";
        return Sql.list(connection, sql, row -> new ShelfLocation(row.getInt(1), row.getString(2)), siteId);
    }

    public void saveRoom(Connection connection, int siteId, int width, int depth) throws SQLException {
        var sql = "insert into shelf_map (site_id, width, depth) values (?, ?, ?) "
                + "on duplicate key update width = values(width), depth = values(depth)";
        Sql.update(connection, sql, siteId, width, depth);
    }

    /** Adds the part when its number is 0, else writes it anew; its number is the answer. */
    public long save(Connection connection, int siteId, PlanPart part) throws SQLException {
        var id = part.id() == 0 ? add(connection, siteId, part) : part.id();
        if (part.id() != 0) write(connection, siteId, part);
        Sql.update(connection, "delete from shelf_map_range where part_id = ?", id);
        var number = 0;
        for (var range : part.ranges()) {
            var sql = "insert into shelf_map_range (part_id, number, shelf_location_id, from_label, to_label) "
                    + "values (?, ?, ?, ?, ?)";
            var location = range.location() == 0 ? null : range.location();
            Sql.update(connection, sql, id, ++number, location, range.from(), range.to());
        }
        return id;
    }

    private static long add(Connection connection, int siteId, PlanPart part) throws SQLException {
        var box = part.box();
        var sql = "insert into shelf_map_part (site_id, kind, label, x, y, width, depth, device_id) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?) returning id";
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        siteId,
                        part.kind().name().toLowerCase(Locale.ROOT),
                        part.label(),
                        box.x(),
                        box.y(),
                        box.width(),
                        box.depth(),
                        device(part))
                .orElseThrow();
    }

    private static void write(Connection connection, int siteId, PlanPart part) throws SQLException {
        var box = part.box();
        var sql = "update shelf_map_part set kind = ?, label = ?, x = ?, y = ?, width = ?, depth = ?, device_id = ? "
                + "where id = ? and site_id = ?";
        var kind = part.kind().name().toLowerCase(Locale.ROOT);
        Sql.update(
                connection,
                sql,
                kind,
                part.label(),
                box.x(),
                box.y(),
                box.width(),
                box.depth(),
                device(part),
                part.id(),
                siteId);
    }

    private static @Nullable Long device(PlanPart part) {
        return part.device() == 0 ? null : part.device();
    }

    /** Takes a part away; the one that was taken away before it cannot come back any more. */
    public void remove(Connection connection, int siteId, long id, Instant now) throws SQLException {
        Sql.update(connection, "delete from shelf_map_part where site_id = ? and removed_at is not null", siteId);
        var sql = "update shelf_map_part set removed_at = ? where site_id = ? and id = ?";
        Sql.update(connection, sql, LocalDateTime.ofInstant(now, ZoneOffset.UTC), siteId, id);
    }

    public void putBack(Connection connection, int siteId, long id) throws SQLException {
        var sql = "update shelf_map_part set removed_at = null where site_id = ? and id = ?";
        Sql.update(connection, sql, siteId, id);
    }

    /** Where a copy stands; empty when there is none, or it was withdrawn. */
    public Optional<ShelvedCopy> findCopy(Connection connection, long itemId) throws SQLException {
        return Sql.first(connection, COPY + "where i.id = ? and i.withdrawn_on is null", ShelfMapStore::copy, itemId);
    }

    /** The copies of a site that follow this one in shelf order. */
    public List<ShelvedCopy> findCopiesAfter(Connection connection, int siteId, String shelfKey, long id, int limit)
            throws SQLException {
        var key = shelfKey.getBytes(US_ASCII);
        var sql = COPY + """
                where i.site_id = ? and i.withdrawn_on is null
                  and not exists (select 1 from bib_unlisted u where u.bib_id = i.bib_id)
                  and i.shelf_key >= ? and (i.shelf_key > ? or i.id > ?)
                order by i.shelf_key, i.id limit ?
                """;
        return Sql.list(connection, sql, ShelfMapStore::copy, siteId, key, key, id, limit);
    }

    private static ShelvedCopy copy(ResultSet row) throws SQLException {
        var name = row.getString(3);
        return new ShelvedCopy(
                row.getLong(1),
                row.getInt(2),
                name == null ? "" : name,
                new CallNumber(row.getString(4), row.getString(5), row.getString(6), row.getString(7)),
                new String(row.getBytes(8), US_ASCII));
    }
}
