package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.carrel.devices.Custody;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DevicePage;
import org.carrel.devices.DeviceSearch;
import org.carrel.devices.MacAddress;
import org.carrel.devices.rules.Wanted;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** Finds devices. Condition and custody are derived here as {@code rules} derives them; a test compares both. */
public final class DeviceSearchStore {
    /** Most that one looks for at once; more words are left out. */
    private static final int MOST_WORDS = 6;

    /** As Conditions.now. */
    static final String CONDITION = """
            (case when d.device_condition = 'retired' then 'retired'
                  when i.item_condition in ('lost', 'missing') then if(d.device_condition = 'stolen', 'stolen', 'missing')
                  when i.item_condition in ('damaged', 'in_repair') then
                      if(d.device_condition in ('needs_check', 'broken', 'waiting_parts', 'at_vendor'), d.device_condition,
                         if(i.item_condition = 'damaged', 'needs_check', 'broken'))
                  when d.device_condition = 'missing' then 'ready'
                  when d.device_condition in ('stolen', 'broken', 'waiting_parts', 'at_vendor') then 'needs_check'
                  else d.device_condition end)""";

    /** As CustodyRules.of. */
    static final String CUSTODY = """
            (case when l.item_id is not null then 'on_loan'
                  when %1$s in ('retired', 'stolen', 'missing') then 'gone'
                  when r.id is not null or %1$s = 'at_vendor' then 'at_repair'
                  when t.item_id is not null then 'in_transit'
                  when gone.out_id is not null then 'with_container'
                  when y.id is not null then 'assigned'
                  when c.container_id is not null then 'in_container'
                  else 'in_stock' end)""".formatted(CONDITION);

    /** A condition with its parameters. */
    private record Where(StringBuilder sql, List<@Nullable Object> parameters) {
        void and(String condition, Object... values) {
            sql.append(" and ").append(condition);
            parameters.addAll(List.of(values));
        }
    }

    /** In the order of tags, those without one last. */
    public DevicePage find(Connection connection, DeviceSearch wish, Moment now, int page, int size)
            throws SQLException {
        var where = where(wish, now);
        var total = Sql.first(
                        connection,
                        "select count(*)" + DeviceStore.FROM + where.sql(),
                        row -> row.getLong(1),
                        where.parameters().toArray())
                .orElse(0L);
        var parameters = new ArrayList<>(where.parameters());
        parameters.add(size);
        parameters.add((long) (page - 1) * size);
        var sql =
                DeviceStore.SELECT + where.sql() + " order by d.asset_tag is null, d.asset_tag, d.id limit ? offset ?";
        return new DevicePage(Sql.list(connection, sql, DeviceStore::device, parameters.toArray()), page, size, total);
    }

    /**
     * When a list is asked for.
     *
     * @param today where the server stands
     * @param days the day at each site, by its number
     */
    public record Moment(Instant now, LocalDate today, Map<Integer, LocalDate> days) {}

    /** The moment at every site. @param zone of sites that have none of their own */
    public Moment moment(Connection connection, Instant now, ZoneId zone) throws SQLException {
        record Zone(int site, ZoneId zone) {}
        var sql = "select s.id, t.time_zone from site s left join site_setting t on t.site_id = s.id";
        var days = new HashMap<Integer, LocalDate>();
        Sql.list(connection, sql, row -> {
                    var own = row.getString(2);
                    return new Zone(row.getInt(1), own == null ? zone : ZoneId.of(own));
                })
                .forEach(site -> days.put(site.site(), LocalDate.ofInstant(now, site.zone())));
        return new Moment(now, LocalDate.ofInstant(now, zone), days);
    }

    /**
     * What was counted.
     *
     * @param found how many each search would find
     * @param supportEnds how many devices of ours lose their maker's support in each year
     */
    public record Counted(List<Long> found, Map<Integer, Long> supportEnds) {}

    /** The same as {@link DeviceStore#SUPPORT_ENDS}, from a table that is read once and not once for each device. */
    private static final String SUPPORT_ENDS_ONCE = "coalesce(d.support_ends, q.support_ends, m.support_ends)";

    private static final String SUPPORT_OF_CONSOLES =
            " left join (select device_id, min(support_ends) as support_ends from device_mdm group by device_id) q "
                    + "on q.device_id = d.id ";

    /**
     * Counts in one look at the table. Condition, custody and the end of support cost the most: they are worked out once for each
     * device, and whoever wants which of them adds up what was counted.
     *
     * @param site code, for the years; empty for all
     */
    public Counted counts(Connection connection, List<DeviceSearch> wishes, String site, Moment now)
            throws SQLException {
        var sums = new ArrayList<String>();
        var parameters = new ArrayList<@Nullable Object>();
        for (var wish : wishes) {
            var where = besides(new Where(new StringBuilder("true"), new ArrayList<>()), wish, SUPPORT_ENDS_ONCE, now);
            sums.add("coalesce(sum(" + where.sql() + "), 0)");
            parameters.addAll(where.parameters());
        }
        parameters.addAll(List.of(site, site));
        var sql = "select " + CONDITION + " as is_now, " + CUSTODY + " as is_where, year(" + SUPPORT_ENDS_ONCE
                + ") as ends, " + String.join(", ", sums) + ", sum(? = '' or s.code = ?)" + DeviceStore.FROM
                + SUPPORT_OF_CONSOLES + "group by is_now, is_where, ends";
        var groups = Sql.list(connection, sql, row -> group(row, wishes.size()), parameters.toArray());
        var found = new ArrayList<Long>();
        for (var at = 0; at < wishes.size(); at++) {
            var wanted = Wanted.of(wishes.get(at));
            var sum = 0L;
            for (var group : groups)
                if (wanted.has(group.condition(), group.place()))
                    sum += group.sums().get(at);
            found.add(sum);
        }
        var years = new TreeMap<Integer, Long>();
        for (var group : groups)
            if (group.ends().isPresent() && !group.condition().isGone() && group.here() > 0)
                years.merge(group.ends().getAsInt(), group.here(), Long::sum);
        return new Counted(List.copyOf(found), years);
    }

    /**
     * Devices in one condition, at one kind of place, whose support ends in one year.
     *
     * @param sums how many of them meet what each search asks for besides
     * @param here how many are of the site that is asked about
     */
    private record Group(DeviceCondition condition, Custody.Kind place, OptionalInt ends, List<Long> sums, long here) {}

    private static Group group(ResultSet row, int searches) throws SQLException {
        var sums = new ArrayList<Long>();
        for (var at = 0; at < searches; at++) sums.add(row.getLong(at + 4));
        return new Group(
                Words.constant(DeviceCondition.class, row.getString(1)),
                Words.constant(Custody.Kind.class, row.getString(2)),
                Words.number(row, 3),
                sums,
                row.getLong(searches + 4));
    }

    private static Where where(DeviceSearch wish, Moment now) {
        var where = new Where(new StringBuilder(" where true"), new ArrayList<>());
        var wanted = Wanted.of(wish);
        among(where, CONDITION, DeviceCondition.values(), wanted.conditions());
        among(where, CUSTODY, Custody.Kind.values(), wanted.places());
        return besides(where, wish, DeviceStore.SUPPORT_ENDS, now);
    }

    private static <E extends Enum<E>> void among(Where where, String what, E[] all, Set<E> wanted) {
        if (wanted.size() == all.length) return;
        var words = wanted.stream().sorted().map(Words::of).toArray();
        if (words.length == 0) where.and("false");
        else where.and(what + " in (" + Sql.marks(words.length) + ")", words);
    }

    /** What a search asks for besides condition and custody. @param supportEnds how the statement calls it */
    private static Where besides(Where where, DeviceSearch wish, String supportEnds, Moment now) {
        var today = now.today();
        if (!wish.site().isEmpty()) where.and("s.code = ?", wish.site());
        if (wish.model().isPresent()) where.and("d.model_id = ?", wish.model().getAsInt());
        wish.category().ifPresent(category -> where.and("m.category = ?", Words.of(category)));
        wish.support().ifPresent(support -> support(where, support, supportEnds, today));
        wish.look().ifPresent(look -> look(where, look, now));
        words(where, wish.words());
        return where;
    }

    private static void look(Where where, DeviceSearch.Look look, Moment now) {
        var since = "coalesce(r.opened_at, d.condition_since)";
        var at = Utc.of(now.now());
        var week = Utc.of(now.now().minus(7, ChronoUnit.DAYS));
        var month = Utc.of(now.now().minus(30, ChronoUnit.DAYS));
        switch (look) {
            case DUE_TODAY -> {
                var days = new ArrayList<Object>(List.of(at));
                now.days().forEach((site, day) -> days.addAll(List.of(site, day)));
                var each = String.join(",", Collections.nCopies(now.days().size(), "(?,cast(? as date))"));
                where.and(
                        "ifnull(l.state = 'out' and l.due_at >= ? and (i.site_id, l.due_on) in (" + each + "), false)",
                        days.toArray());
            }
            case OVERDUE -> where.and("ifnull(l.state = 'out' and l.due_at < ?, false)", at);
            case REPAIR_WEEK -> where.and(since + " >= ?", week);
            case REPAIR_MONTH -> where.and(since + " < ? and " + since + " >= ?", week, month);
            case REPAIR_LONGER -> where.and(since + " < ?", month);
            case LOANER_LEFT ->
                where.and("m.category in ('chromebook', 'laptop', 'tablet')"
                        // Where some are kept for that, only those are.
                        + " and (d.loaner or i.site_id not in (select xi.site_id from device_record x "
                        + "join item xi on xi.id = x.item_id where x.loaner))");
            case CART_SHORT ->
                where.and("d.id in (select c.container_id " + DeviceStore.FROM
                        + " where c.container_id is not null and " + CUSTODY
                        + " not in ('in_container', 'with_container'))");
        }
    }

    private static void support(Where where, DeviceSearch.Support support, String ends, LocalDate today) {
        switch (support) {
            case ENDED -> where.and("ifnull(" + ends + " < ?, false)", today);
            case ENDS_WITHIN_A_YEAR ->
                where.and("ifnull(" + ends + " between ? and ?, false)", today, today.plusYears(1));
            case UNKNOWN -> where.and(ends + " is null");
        }
    }

    private static void words(Where where, String typed) {
        var text = typed.strip();
        if (text.isEmpty()) return;
        var mac = MacAddress.parse(MacAddress.Kind.OTHER, text)
                .map(MacAddress::digits)
                .orElse("");
        var every = new ArrayList<String>();
        var values = new ArrayList<Object>(List.of(text, mac));
        for (var word : List.of(text.split("\\s+", MOST_WORDS))) {
            every.add("locate(?, concat_ws(' ', d.asset_tag, d.serial, d.room, d.manufacturer, m.name)) > 0");
            values.add(word);
        }
        where.and(
                "(d.id in (select o.device_id from device_old_tag o where o.asset_tag = ?) "
                        + "or d.id in (select c.device_id from device_mac c where c.mac = ?) or ("
                        + String.join(" and ", every) + "))",
                values.toArray());
    }
}
