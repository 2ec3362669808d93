package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.circulation.HeldCopyRow;
import org.carrel.circulation.HoldChange;
import org.carrel.circulation.HoldCopyFacts;
import org.carrel.circulation.TransferRow;
import org.carrel.circulation.rules.QueuedHold;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Lists about holds, read by the pages. */
public final class HoldListStore {
    private static final String COPY =
            "i.id, i.bib_id, b.title, coalesce(i.barcode, ''), trim(concat_ws(' ', nullif(i.call_prefix, ''), "
                    + "nullif(i.call_class, ''), nullif(i.call_cutter, ''), nullif(i.call_suffix, ''))), i.copy_number, "
                    + "coalesce(l.name, ''), s.id, s.name, s.code";
    private static final int COPY_COLUMNS = 10;
    private static final String OF_COPY = " join bib_record b on b.id = i.bib_id join site s on s.id = i.site_id "
            + "left join shelf_location l on l.id = i.shelf_location_id ";

    /** All open holds that could want a copy, by title, in the order of each queue. */
    public Map<Long, List<QueuedHold>> waiting(Connection connection) throws SQLException {
        var sql = "select h.bib_id, " + HoldStore.QUEUED_COLUMNS + " from hold h where h.state = 'open' "
                + "order by h.bib_id, h.place, h.placed_at, h.id";
        record OfTitle(long bib, QueuedHold hold) {}
        var queues = new LinkedHashMap<Long, List<QueuedHold>>();
        for (var one : Sql.list(connection, sql, row -> new OfTitle(row.getLong(1), HoldStore.queued(row, 2)))) {
            queues.computeIfAbsent(one.bib(), bib -> new ArrayList<>()).add(one.hold());
        }
        return queues;
    }

    /** Copies of these titles that stand on their shelves and are nobody's, in shelf order. */
    public List<HoldCopyFacts> free(Connection connection, Collection<Long> bibs) throws SQLException {
        if (bibs.isEmpty()) return List.of();
        var sql = "select " + COPY + " from item i" + OF_COPY + "where i.bib_id in (" + Sql.marks(bibs.size())
                + ") and " + HoldStore.FREE + " order by s.name, l.name, i.shelf_key, i.copy_number, i.id";
        return Sql.list(connection, sql, row -> copy(row, 1), bibs.toArray());
    }

    private static HoldCopyFacts copy(ResultSet row, int from) throws SQLException {
        return new HoldCopyFacts(
                row.getLong(from),
                row.getLong(from + 1),
                row.getString(from + 2),
                row.getString(from + 3),
                row.getString(from + 4),
                row.getString(from + 5),
                row.getString(from + 6),
                row.getInt(from + 7),
                row.getString(from + 8),
                row.getString(from + 9));
    }

    /** What stands on the hold shelf of a site: what is for somebody first, by the last day. */
    public List<HeldCopyRow> shelf(Connection connection, int site) throws SQLException {
        return held(connection, "c.site_id = ? and c.state = 'ready'", site);
    }

    /** Copies that are set aside for a hold. */
    public List<HeldCopyRow> heldFor(Connection connection, long hold) throws SQLException {
        return held(connection, "c.hold_id = ? and c.set_aside is not null", hold);
    }

    private static List<HeldCopyRow> held(Connection connection, String condition, Object... parameters)
            throws SQLException {
        var sql = "select " + COPY + ", h.id, h.patron_id, c.ready_at, c.shelf_until"
                + " from held_copy c join item i on i.id = c.item_id" + OF_COPY
                + "left join hold h on h.id = c.hold_id and h.state = 'open' "
                + "where " + condition + " order by h.id is null, c.shelf_until, c.id";
        return Sql.list(
                connection,
                sql,
                row -> new HeldCopyRow(
                        copy(row, 1),
                        Utc.someNumber(row, COPY_COLUMNS + 1),
                        Utc.someNumber(row, COPY_COLUMNS + 2),
                        Utc.someInstant(row, COPY_COLUMNS + 3),
                        Utc.someDay(row, COPY_COLUMNS + 4),
                        false),
                parameters);
    }

    /** On their way from or to a site; those that wait in the box first. */
    public List<TransferRow> transfers(Connection connection, int site) throws SQLException {
        var sql = "select " + COPY + ", f.name, f.code, t.name, t.code, w.why = 'hold', w.made_at, w.sent_at"
                + " from item_transfer w join item i on i.id = w.item_id" + OF_COPY
                + "join site f on f.id = w.from_site_id join site t on t.id = w.to_site_id "
                + "where w.ended is null and (w.from_site_id = ? or w.to_site_id = ?) "
                + "order by w.sent_at is not null, t.name, w.id";
        return Sql.list(
                connection,
                sql,
                row -> new TransferRow(
                        copy(row, 1),
                        row.getString(COPY_COLUMNS + 1),
                        row.getString(COPY_COLUMNS + 2),
                        row.getString(COPY_COLUMNS + 3),
                        row.getString(COPY_COLUMNS + 4),
                        row.getBoolean(COPY_COLUMNS + 5),
                        Utc.instant(row, COPY_COLUMNS + 6),
                        Utc.someInstant(row, COPY_COLUMNS + 7)),
                site,
                site);
    }

    /** Open holds of a person, the oldest first. */
    public List<Long> titlesOf(Connection connection, long patron) throws SQLException {
        var sql = "select distinct bib_id from hold where patron_id = ? and state = 'open' order by bib_id";
        return Sql.list(connection, sql, row -> row.getLong(1), patron);
    }

    /** The title of a record; empty when it is gone. */
    public Optional<String> title(Connection connection, long bib) throws SQLException {
        return Sql.first(connection, "select title from bib_record where id = ?", row -> row.getString(1), bib);
    }

    /** Names of sites by number. */
    public Map<Integer, String> siteNames(Connection connection) throws SQLException {
        var names = new LinkedHashMap<Integer, String>();
        Sql.list(
                connection,
                "select id, name from site order by name, id",
                row -> names.put(row.getInt(1), row.getString(2)));
        return names;
    }

    /** How many copies of each state a hold has. */
    public record Taken(int ready, int onItsWay, int filled, Optional<LocalDate> shelfUntil) {}

    /** The first of its last days, where several copies are ready. */
    public Taken taken(Connection connection, long hold) throws SQLException {
        var sql = "select coalesce(sum(state = 'ready'), 0), coalesce(sum(state = 'in_transit'), 0), "
                + "coalesce(sum(state = 'filled'), 0), min(if(state = 'ready', shelf_until, null)) "
                + "from held_copy where hold_id = ?";
        return Sql.first(
                        connection,
                        sql,
                        row -> new Taken(row.getInt(1), row.getInt(2), row.getInt(3), Utc.someDay(row, 4)),
                        hold)
                .orElseThrow();
    }

    /** When staff last moved a hold, and why; the latest first. */
    public List<HoldChange> moves(Connection connection, long bib) throws SQLException {
        var sql = "select e.hold_id, e.at, e.account_id, e.reason, e.row_before, e.row_after from hold_event e "
                + "join hold h on h.id = e.hold_id where h.bib_id = ? and h.state = 'open' and e.kind = 'moved' "
                + "order by e.id desc limit 20";
        return Sql.list(
                connection,
                sql,
                row -> new HoldChange(
                        row.getLong(1),
                        Utc.instant(row, 2),
                        Utc.someNumber(row, 3),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6)),
                bib);
    }

    /** Open holds whose copy waited on the hold shelf of this site until before this day. */
    public List<Long> expired(Connection connection, int site, LocalDate today) throws SQLException {
        var sql = "select distinct h.id from held_copy c join hold h on h.id = c.hold_id and h.state = 'open' "
                + "where c.site_id = ? and c.state = 'ready' and c.shelf_until < ? order by h.id";
        return Sql.list(connection, sql, row -> row.getLong(1), site, today);
    }

    /** Open holds that nothing can fill any more: the title or the copy is withdrawn or gone. */
    public List<Long> ofGoneTitles(Connection connection) throws SQLException {
        var sql = "select h.id from hold h where h.state = 'open' and not exists (select 1 from item i "
                + "where i.bib_id = h.bib_id and i.withdrawn_on is null and (h.item_id is null or h.item_id = i.id)) "
                + "order by h.id";
        return Sql.list(connection, sql, row -> row.getLong(1));
    }

    /** People with open holds who have left. */
    public List<Long> whoLeft(Connection connection) throws SQLException {
        var sql = "select distinct h.patron_id from hold h join patron p on p.id = h.patron_id "
                + "where h.state = 'open' and p.status <> 'active' order by h.patron_id";
        return Sql.list(connection, sql, row -> row.getLong(1));
    }
}
