package org.carrel.shelfwork.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ShelfOrder;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.shelfwork.Publications.Publication;
import org.carrel.shelfwork.ShelfCopy;
import org.carrel.shelfwork.WeedingBatch;
import org.carrel.shelfwork.WeedingCopy;
import org.carrel.shelfwork.WeedingRule;
import org.carrel.shelfwork.rules.WeedingRules.Standing;
import org.jspecify.annotations.Nullable;

/** Rules of weeding, what was decided by them, and the counts that they go by. */
public final class WeedingStore {
    private static final String RULE =
            "select id, name, from_class, to_class, years, unused_years, worst, copies, active, version from"
                    + " weeding_rule ";

    private static WeedingRule rule(ResultSet row) throws SQLException {
        return new WeedingRule(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                some(row, 5),
                some(row, 6),
                Optional.ofNullable(row.getString(7)).map(word -> Words.constant(ItemCondition.class, word)),
                some(row, 8),
                row.getBoolean(9),
                row.getInt(10));
    }

    private static OptionalInt some(ResultSet row, int column) throws SQLException {
        var number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
    }

    /** In the order of their classes. */
    public List<WeedingRule> rules(Connection connection) throws SQLException {
        return Sql.list(connection, RULE + "order by from_class = '', from_class, name", WeedingStore::rule);
    }

    public boolean isTaken(Connection connection, String name, int butFor) throws SQLException {
        return Sql.first(connection, "select 1 from weeding_rule where name = ? and id <> ?", row -> true, name, butFor)
                .isPresent();
    }

    /** False when the name is taken. */
    public boolean add(Connection connection, WeedingRule rule) throws SQLException {
        var sql = "insert ignore into weeding_rule (name, from_class, to_class, years, unused_years, worst, copies, "
                + "active) values (?, ?, ?, ?, ?, ?, ?, ?)";
        return Sql.update(
                        connection,
                        sql,
                        rule.name(),
                        rule.from(),
                        rule.to(),
                        orNull(rule.years()),
                        orNull(rule.unusedYears()),
                        rule.worst().map(Words::of).orElse(null),
                        orNull(rule.copies()),
                        rule.active())
                > 0;
    }

    /** False when somebody else has changed it since this version. */
    public boolean change(Connection connection, WeedingRule rule) throws SQLException {
        var sql = "update weeding_rule set name = ?, from_class = ?, to_class = ?, years = ?, unused_years = ?, worst ="
                + " ?, copies = ?, active = ?, version = version + 1 where id = ? and version = ?";
        return Sql.update(
                        connection,
                        sql,
                        rule.name(),
                        rule.from(),
                        rule.to(),
                        orNull(rule.years()),
                        orNull(rule.unusedYears()),
                        rule.worst().map(Words::of).orElse(null),
                        orNull(rule.copies()),
                        rule.active(),
                        rule.id(),
                        rule.version())
                > 0;
    }

    private static final String COPIES = "select " + ShelfCopyStore.COLUMNS
            + """
            , coalesce(i.acquired_on, date(i.created_at)), coalesce(u.uses, 0) + coalesce(h.uses, 0),
            nullif(greatest(coalesce(u.last_at, '1000-01-01'), coalesce(h.last_at, '1000-01-01')), '1000-01-01'), e.seen_at,
            count(*) over (partition by i.bib_id), k.until_year, coalesce(k.reason, '')
            from item i
            """
            + ShelfCopyStore.TABLES
            + UseTables.JOINED
            + """
            left join item_seen e on e.item_id = i.id
            left join weeding_keep k on k.item_id = i.id
            where i.site_id = ? and i.withdrawn_on is null and
            """
            + ShelfCopyStore.LISTED + "order by i.shelf_key, i.id";

    /** All copies of a site, in the order of its shelves. @param zone of the site */
    public List<WeedingCopy> copies(Connection connection, int site, ZoneId zone, Map<Long, Publication> publications)
            throws SQLException {
        return Sql.list(
                connection,
                COPIES,
                row -> {
                    var copy = ShelfCopyStore.copy(row);
                    var known = publications.get(copy.bib());
                    var year = known == null || known.year() == 0 ? OptionalInt.empty() : OptionalInt.of(known.year());
                    return new WeedingCopy(
                            copy,
                            ShelfOrder.classOf(ShelfCopyStore.call(row, 5)),
                            year,
                            row.getObject(17, LocalDate.class),
                            row.getInt(18),
                            day(row, 19, zone),
                            day(row, 20, zone),
                            row.getInt(21),
                            some(row, 22),
                            row.getString(23));
                },
                site,
                site,
                site);
    }

    private static Optional<LocalDate> day(ResultSet row, int column, ZoneId zone) throws SQLException {
        return Utc.someInstant(row, column).map(at -> LocalDate.ofInstant(at, zone));
    }

    /** Copies by number, with where they are now. */
    public List<ShelfCopy> find(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var sql = "select " + ShelfCopyStore.COLUMNS + " from item i " + ShelfCopyStore.TABLES + "where i.id in ("
                + Sql.marks(ids.size()) + ") and" + ShelfCopyStore.LISTED + "order by i.shelf_key, i.id";
        return Sql.list(connection, sql, ShelfCopyStore::copy, ids.toArray());
    }

    /**
     * What else speaks for titles, by number, before anything is withdrawn: who waits, copies everywhere and here that are ours and
     * not lost, and what classes that are still to come want here.
     */
    public Map<Long, Standing> standings(Connection connection, Collection<Long> bibs, int site, Instant now)
            throws SQLException {
        if (bibs.isEmpty()) return Map.of();
        record Of(long bib, Standing standing) {}
        var sql = """
                select b.id,
                    (select coalesce(sum(d.quantity), 0) from hold d where d.bib_id = b.id and d.state = 'open'),
                    (select count(*) from item i where i.bib_id = b.id and i.withdrawn_on is null
                        and i.item_condition not in ('lost', 'missing')),
                    (select coalesce(sum(w.copies), 0) from session_book w join class_session c on c.id = w.session_id
                        where w.bib_id = b.id and c.site_id = ? and c.state in ('requested', 'booked') and c.ends_at > ?),
                    (select count(*) from item i where i.bib_id = b.id and i.withdrawn_on is null and i.site_id = ?
                        and i.item_condition not in ('lost', 'missing'))
                from bib_record b where b.id in (%s)
                """.formatted(Sql.marks(bibs.size()));
        var values = new ArrayList<Object>(List.of(site, Utc.of(now), site));
        values.addAll(bibs);
        var found = new HashMap<Long, Standing>();
        Sql.list(
                        connection,
                        sql,
                        row -> new Of(
                                row.getLong(1),
                                new Standing(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5))),
                        values.toArray())
                .forEach(of -> found.put(of.bib(), of.standing()));
        return found;
    }

    public void keep(Connection connection, Collection<Long> items, int year, String reason, Instant now, long account)
            throws SQLException {
        var sql = "insert into weeding_keep (item_id, until_year, reason, at, account_id) values (?, ?, ?, ?, ?) "
                + "on duplicate key update until_year = value(until_year), reason = value(reason), at = value(at), "
                + "account_id = value(account_id)";
        Sql.batch(connection, sql, items, (statement, item) -> {
            statement.setLong(1, item);
            statement.setInt(2, year);
            statement.setString(3, reason);
            statement.setObject(4, Utc.of(now));
            statement.setLong(5, account);
        });
    }

    /** Nobody has decided about it any more. */
    public void forget(Connection connection, Collection<Long> items) throws SQLException {
        if (items.isEmpty()) return;
        var sql = "delete from weeding_keep where item_id in (" + Sql.marks(items.size()) + ")";
        Sql.update(connection, sql, items.toArray());
    }

    /** Nothing when this very form was there before. */
    public Optional<Long> begin(Connection connection, int site, UUID request, Instant now, LocalDate day, long account)
            throws SQLException {
        var sql = "insert ignore into weeding_batch (site_id, request_id, at, withdrawn_on, account_id) "
                + "values (?, ?, ?, ?, ?)";
        if (Sql.update(connection, sql, site, request.toString(), Utc.of(now), day, account) == 0)
            return Optional.empty();
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1));
    }

    public void addTo(Connection connection, long batch, Collection<Long> items) throws SQLException {
        var sql = "insert into weeding_batch_item (batch_id, item_id) values (?, ?)";
        Sql.batch(connection, sql, items, (statement, item) -> {
            statement.setLong(1, batch);
            statement.setLong(2, item);
        });
    }

    public void removeBatch(Connection connection, long batch) throws SQLException {
        Sql.update(connection, "delete from weeding_batch where id = ?", batch);
    }

    /** The latest first. */
    public List<WeedingBatch> batches(Connection connection, int site, int most) throws SQLException {
        var sql = """
                select g.id, g.at, coalesce(a.display_name, ''), (select count(*) from weeding_batch_item x where x.batch_id = g.id),
                    g.undone_at is not null
                from weeding_batch g left join account a on a.id = g.account_id where g.site_id = ? order by g.id desc limit ?
                """;
        return Sql.list(
                connection,
                sql,
                row -> new WeedingBatch(
                        row.getLong(1), Utc.instant(row, 2), row.getString(3), row.getInt(4), row.getBoolean(5)),
                site,
                most);
    }

    /** Copies of a batch that are still withdrawn since then, when it was not undone yet. */
    public List<Long> toBringBack(Connection connection, long batch, int site) throws SQLException {
        var sql = """
                select x.item_id from weeding_batch g join weeding_batch_item x on x.batch_id = g.id join item i on i.id = x.item_id
                where g.id = ? and g.site_id = ? and g.undone_at is null and i.withdrawn_on = g.withdrawn_on order by x.item_id
                """;
        return Sql.list(connection, sql, row -> row.getLong(1), batch, site);
    }

    /** False when it was undone already. */
    public boolean undo(Connection connection, long batch, int site, Instant now, long account) throws SQLException {
        var sql = "update weeding_batch set undone_at = ?, undone_by = ? where id = ? and site_id = ? and undone_at is"
                + " null";
        return Sql.update(connection, sql, Utc.of(now), account, batch, site) > 0;
    }

    /** All of some, each once. */
    public static List<Long> bibs(Stream<ShelfCopy> copies) {
        return copies.map(ShelfCopy::bib).distinct().toList();
    }
}
