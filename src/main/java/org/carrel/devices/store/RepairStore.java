package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.Fault;
import org.carrel.devices.RepairCount;
import org.carrel.devices.RepairCover;
import org.carrel.devices.RepairPriority;
import org.carrel.devices.RepairSearch;
import org.carrel.devices.RepairState;
import org.carrel.devices.RepairTicket;
import org.carrel.devices.RepairWish;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** Tickets. Joins the caller's transaction. */
public final class RepairStore {
    private static final String FROM = """
             from repair_ticket t
             join site s on s.id = t.site_id
             left join device_record d on d.id = t.device_id
             left join device_model m on m.id = d.model_id
             left join item i on i.id = d.item_id
             left join account a on a.id = t.opened_by
            """;

    private static final String SELECT = """
            select t.id, t.site_id, s.code, s.name, t.device_id, d.item_id, coalesce(d.asset_tag, d.serial), d.manufacturer, m.name,
                   coalesce(t.thing, m.category), t.room, t.fault, t.description, t.state, t.priority, t.device_in, t.opened_at,
                   t.opened_by, coalesce(a.display_name, ''), t.closed_at, t.patron_id, t.loan_id, t.reference, t.labor_minutes,
                   t.bill_cents, (select coalesce(-sum(u.quantity * cast(u.price_cents as signed)), 0) from repair_part_move u
                     where u.ticket_id = t.id), t.condition_before, t.cover, t.charge_cents, i.price_cents, d.warranty_ends,
                   coalesce(d.support_ends, m.support_ends), (select min(o.item_id) from repair_loaner r
                     join loan o on o.id = r.loan_id where r.ticket_id = t.id and o.ended is null), t.version
            """ + FROM;

    public Optional<RepairTicket> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + " where t.id = ?", RepairStore::ticket, id);
    }

    /** The same, and nobody else changes it until the transaction ends. The device is to be locked before. */
    public Optional<RepairTicket> lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from repair_ticket where id = ? for update", row -> true, id);
        return find(connection, id);
    }

    /** The open ticket of a device. */
    public Optional<RepairTicket> openOf(Connection connection, long device) throws SQLException {
        return Sql.first(connection, SELECT + " where t.open_device = ?", RepairStore::ticket, device);
    }

    public Optional<RepairTicket> byRequest(Connection connection, UUID request) throws SQLException {
        return Sql.first(connection, SELECT + " where t.request_id = ?", RepairStore::ticket, request.toString());
    }

    /** Open tickets about what this person had. */
    public List<RepairTicket> openOfPatron(Connection connection, long patron) throws SQLException {
        var sql = SELECT + " where t.patron_id = ? and t.closed_at is null order by t.id";
        return Sql.list(connection, sql, RepairStore::ticket, patron);
    }

    /** All of a device, the latest first. */
    public List<RepairTicket> ofDevice(Connection connection, long device) throws SQLException {
        return Sql.list(connection, SELECT + " where t.device_id = ? order by t.id desc", RepairStore::ticket, device);
    }

    /** What an account has reported, the latest first. */
    public List<RepairTicket> openedBy(Connection connection, long account, int most) throws SQLException {
        var sql = SELECT + " where t.opened_by = ? order by t.id desc limit ?";
        return Sql.list(connection, sql, RepairStore::ticket, account, most);
    }

    /** The oldest first while they are open, the latest first otherwise. */
    public List<RepairTicket> find(Connection connection, RepairSearch wish, int skip, int most) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        var where = where(wish, values);
        var order = wish.closed() ? " order by t.closed_at is not null, t.id desc" : " order by t.id";
        values.add(most);
        values.add(skip);
        return Sql.list(
                connection, SELECT + where + order + " limit ? offset ?", RepairStore::ticket, values.toArray());
    }

    public int count(Connection connection, RepairSearch wish) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        var sql = "select count(*)" + FROM + where(wish, values);
        return Sql.first(connection, sql, row -> row.getInt(1), values.toArray())
                .orElse(0);
    }

    private static String where(RepairSearch wish, List<@Nullable Object> values) {
        var where = new StringBuilder(" where 1 = 1");
        if (!wish.site().isEmpty()) add(where, values, " and s.code = ?", wish.site());
        if (wish.state().isPresent())
            add(where, values, " and t.state = ?", Words.of(wish.state().get()));
        else if (!wish.closed()) where.append(" and t.closed_at is null");
        if (wish.fault().isPresent())
            add(where, values, " and t.fault = ?", Words.of(wish.fault().get()));
        if (!wish.words().isEmpty()) {
            var like = "%" + wish.words().replaceAll("([\\\\%_])", "\\\\$1") + "%";
            where.append(" and (d.asset_tag like ? or d.serial like ? or t.room like ? or t.reference like ?"
                    + " or concat(d.manufacturer, ' ', m.name) like ? or t.id = ?)");
            values.addAll(List.of(like, like, like, like, like, number(wish.words())));
        }
        return where.toString();
    }

    private static void add(StringBuilder where, List<@Nullable Object> values, String sql, String value) {
        where.append(sql);
        values.add(value);
    }

    private static long number(String words) {
        return words.matches("#?[0-9]{1,15}") ? Long.parseLong(words.replace("#", "")) : 0;
    }

    /** How many open tickets there are in each state. @param site code; empty for all */
    public List<RepairCount> counts(Connection connection, String site) throws SQLException {
        var sql = "select t.state, count(*) from repair_ticket t join site s on s.id = t.site_id "
                + "where t.closed_at is null and (? = '' or s.code = ?) group by t.state order by t.state";
        return Sql.list(
                connection,
                sql,
                row -> new RepairCount(Words.constant(RepairState.class, row.getString(1)), row.getInt(2)),
                site,
                site);
    }

    private static RepairTicket ticket(ResultSet row) throws SQLException {
        var maker = Words.orEmpty(row.getString(8));
        var model = Words.orEmpty(row.getString(9));
        return new RepairTicket(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                Utc.someNumber(row, 5),
                Utc.someNumber(row, 6),
                name(row),
                model.isEmpty() ? "" : DeviceModel.fullName(maker, model),
                some(DeviceCategory.class, row.getString(10)),
                row.getString(11),
                Words.constant(Fault.class, row.getString(12)),
                row.getString(13),
                Words.constant(RepairState.class, row.getString(14)),
                Words.constant(RepairPriority.class, row.getString(15)),
                row.getBoolean(16),
                Utc.instant(row, 17),
                Utc.someNumber(row, 18),
                row.getString(19),
                Utc.someInstant(row, 20),
                Utc.someNumber(row, 21),
                Utc.someNumber(row, 22),
                row.getString(23),
                row.getInt(24),
                row.getInt(25),
                row.getInt(26),
                some(DeviceCondition.class, row.getString(27)),
                some(RepairCover.class, row.getString(28)),
                Words.number(row, 29),
                Words.number(row, 30),
                Utc.someDay(row, 31),
                Utc.someDay(row, 32),
                Utc.someNumber(row, 33),
                row.getInt(34));
    }

    private static String name(ResultSet row) throws SQLException {
        var name = Words.orEmpty(row.getString(7));
        var device = row.getString(5);
        return name.isEmpty() && device != null ? "#" + device : name;
    }

    private static <E extends Enum<E>> Optional<E> some(Class<E> type, @Nullable String word) {
        return word == null ? Optional.empty() : Optional.of(Words.constant(type, word));
    }

    /** Who had it when it broke. */
    public record Holder(OptionalLong patron, OptionalLong loan) {
        public static final Holder NOBODY = new Holder(OptionalLong.empty(), OptionalLong.empty());
    }

    /** Who has a device now: by its open loan, else for the year. */
    public Holder holder(Connection connection, long device) throws SQLException {
        var sql = """
                select coalesce(l.patron_id, y.patron_id), l.id
                from device_record d
                left join loan l on l.open_item = d.item_id
                left join device_assignment y on y.open_device = d.id
                where d.id = ?
                """;
        return Sql.first(connection, sql, row -> new Holder(Utc.someNumber(row, 1), Utc.someNumber(row, 2)), device)
                .orElse(Holder.NOBODY);
    }

    /** The device must have no open ticket: lock it and look before. */
    public long add(
            Connection connection,
            RepairWish wish,
            int site,
            boolean deviceIn,
            Holder holder,
            OptionalLong account,
            Instant now)
            throws SQLException {
        var sql = """
                insert into repair_ticket (request_id, site_id, device_id, thing, room, fault, description, device_in, opened_at,
                    opened_by, patron_id, loan_id, priority)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """;
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        wish.request().toString(),
                        site,
                        orNull(wish.device()),
                        wish.thing().map(Words::of).orElse(null),
                        wish.room(),
                        Words.of(wish.fault()),
                        wish.description(),
                        deviceIn,
                        Utc.of(now),
                        orNull(account),
                        orNull(holder.patron()),
                        orNull(holder.loan()),
                        Words.of(wish.priority()))
                .orElseThrow();
    }

    static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    public void step(
            Connection connection, long id, RepairState to, boolean deviceIn, OptionalLong account, Instant now)
            throws SQLException {
        var sql =
                "update repair_ticket set state = ?, device_in = ?, closed_at = ?, closed_by = ?, version = version + 1 "
                        + "where id = ?";
        Sql.update(
                connection,
                sql,
                Words.of(to),
                deviceIn,
                to.isOpen() ? null : Utc.of(now),
                to.isOpen() ? null : orNull(account),
                id);
    }

    /** What the device was like before the ticket changed it: kept the first time. */
    public void before(Connection connection, long id, DeviceCondition condition) throws SQLException {
        var sql = "update repair_ticket set condition_before = coalesce(condition_before, ?) where id = ?";
        Sql.update(connection, sql, Words.of(condition), id);
    }

    /** Who mends it has it from now on, or no longer. */
    public void deviceIn(Connection connection, long id, boolean in) throws SQLException {
        Sql.update(connection, "update repair_ticket set device_in = ?, version = version + 1 where id = ?", in, id);
    }

    /** Nobody was known to have had it until now. */
    public void holder(Connection connection, long id, Holder holder) throws SQLException {
        var sql = "update repair_ticket set patron_id = ?, loan_id = ? where id = ? and patron_id is null";
        Sql.update(connection, sql, orNull(holder.patron()), orNull(holder.loan()), id);
    }

    public void edit(
            Connection connection, long id, RepairPriority priority, String reference, int minutes, int billCents)
            throws SQLException {
        var sql = "update repair_ticket set priority = ?, reference = ?, labor_minutes = ?, bill_cents = ?, "
                + "version = version + 1 where id = ?";
        Sql.update(connection, sql, Words.of(priority), reference, minutes, billCents, id);
    }

    /** @param request by which the charge is found; empty: nothing is charged */
    public void decide(Connection connection, long id, RepairCover cover, int cents, Optional<UUID> request)
            throws SQLException {
        var sql =
                "update repair_ticket set cover = ?, charge_cents = ?, charge_request = ?, version = version + 1 where id = ?";
        Sql.update(
                connection,
                sql,
                Words.of(cover),
                cents,
                request.map(UUID::toString).orElse(null),
                id);
    }

    /** So many repairs of what this person had were the insurance's since then. */
    public int claims(Connection connection, long patron, Instant since) throws SQLException {
        var sql = "select count(*) from repair_ticket where patron_id = ? and cover = 'insurance' and opened_at >= ?";
        return Sql.first(connection, sql, row -> row.getInt(1), patron, Utc.of(since))
                .orElse(0);
    }

    /** How often what this person had broke in this way, as far as it is remembered. */
    public int sameFault(Connection connection, long patron, Fault fault) throws SQLException {
        var sql = "select count(*) from repair_ticket where patron_id = ? and fault = ? and state <> 'cancelled'";
        return Sql.first(connection, sql, row -> row.getInt(1), patron, Words.of(fault))
                .orElse(0);
    }

    // people

    /** Open tickets of each of these people; who has none is left out. */
    public List<long[]> counts(Connection connection, Collection<Long> patrons) throws SQLException {
        if (patrons.isEmpty()) return List.of();
        var sql = "select patron_id, count(*) from repair_ticket where closed_at is null and patron_id in ("
                + Sql.marks(patrons.size()) + ") group by patron_id";
        return Sql.list(connection, sql, row -> new long[] {row.getLong(1), row.getLong(2)}, patrons.toArray());
    }

    /** Whether something of this person is still being mended, or was and is not paid. */
    public boolean isWith(Connection connection, long patron) throws SQLException {
        var sql = "select 1 from repair_ticket where patron_id = ? and closed_at is null limit 1";
        return Sql.first(connection, sql, row -> true, patron).isPresent();
    }

    /** @return numbers of the tickets */
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        var ids = Sql.list(
                connection,
                "select id from repair_ticket where patron_id = ? order by id for update",
                row -> row.getLong(1),
                from);
        Sql.update(connection, "update repair_ticket set patron_id = ? where patron_id = ?", to, from);
        return ids;
    }

    /** @return those that the other one had still */
    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var values = new ArrayList<Object>(ids);
        values.add(from);
        var sql = "select id from repair_ticket where id in (" + Sql.marks(ids.size())
                + ") and patron_id = ? order by id for update";
        var still = Sql.list(connection, sql, row -> row.getLong(1), values.toArray());
        for (var id : still) Sql.update(connection, "update repair_ticket set patron_id = ? where id = ?", to, id);
        return still;
    }

    /** Nothing says any more whose it was, and what was typed about it is gone. */
    public void erase(Connection connection, long patron) throws SQLException {
        Sql.update(
                connection,
                "update repair_event set note = '' where ticket_id in (select id from repair_ticket where patron_id = ?)",
                patron);
        Sql.update(
                connection,
                "update repair_ticket set patron_id = null, loan_id = null, description = '' where patron_id = ?",
                patron);
    }

    /** Closed before that time, with who had it, in the order of their numbers. @param after numbers above this one */
    public List<Settling> closedBefore(Connection connection, Instant before, long after, int most)
            throws SQLException {
        var sql = """
                select id, patron_id, charge_request from repair_ticket
                where closed_at < ? and patron_id is not null and id > ? order by id limit ?
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Settling(
                        row.getLong(1),
                        row.getLong(2),
                        Optional.ofNullable(row.getString(3)).map(UUID::fromString)),
                Utc.of(before),
                after,
                most);
    }

    /** A ticket that may let go of its person. @param charge by which what was charged is found */
    public record Settling(long id, long patron, Optional<UUID> charge) {}

    public void forget(Connection connection, long id) throws SQLException {
        Sql.update(connection, "update repair_ticket set patron_id = null, loan_id = null where id = ?", id);
    }

    /** Every device's number by the item; empty when it is no device. */
    public OptionalLong deviceOf(Connection connection, long item) throws SQLException {
        var sql = "select id from device_record where item_id = ?";
        return Sql.first(connection, sql, row -> OptionalLong.of(row.getLong(1)), item)
                .orElse(OptionalLong.empty());
    }

    /** Rooms of a site in which there are devices, or of which something was reported, by name. @param site code */
    public List<String> rooms(Connection connection, String site) throws SQLException {
        var sql = """
                select distinct d.room from device_record d join item i on i.id = d.item_id join site s on s.id = i.site_id
                where s.code = ? and d.room <> '' and d.device_condition not in ('retired', 'stolen') and i.withdrawn_on is null
                union select distinct t.room from repair_ticket t join site s on s.id = t.site_id
                where s.code = ? and t.room <> '' and t.opened_at > utc_timestamp(3) - interval 1 year
                order by 1 limit 300
                """;
        return Sql.list(connection, sql, row -> row.getString(1), site, site);
    }

    /** What stands in a room and is ours, fixed things first. @param site code */
    public List<Long> inRoom(Connection connection, String site, String room) throws SQLException {
        var sql = """
                select d.id from device_record d join item i on i.id = d.item_id join site s on s.id = i.site_id
                join device_model m on m.id = d.model_id
                where s.code = ? and d.room = ? and d.device_condition not in ('retired', 'stolen', 'missing')
                  and i.withdrawn_on is null
                order by m.category not in ('projector', 'whiteboard', 'audio', 'camera'), m.category, d.asset_tag, d.id limit 40
                """;
        return Sql.list(connection, sql, row -> row.getLong(1), site, room);
    }
}
