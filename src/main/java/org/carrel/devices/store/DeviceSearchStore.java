package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carrel.devices.Custody;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DevicePage;
import org.carrel.devices.DeviceSearch;
import org.carrel.devices.MacAddress;
import org.carrel.platform.Sql;
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
                  when o.out_id is not null then 'with_container'
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
    public DevicePage find(Connection connection, DeviceSearch wish, LocalDate today, int page, int size)
            throws SQLException {
        var where = where(wish, today);
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

    private static Where where(DeviceSearch wish, LocalDate today) {
        var where = new Where(new StringBuilder(" where true"), new ArrayList<>());
        if (!wish.site().isEmpty()) where.and("s.code = ?", wish.site());
        if (wish.model().isPresent()) where.and("d.model_id = ?", wish.model().getAsInt());
        wish.category().ifPresent(category -> where.and("m.category = ?", Words.of(category)));
        wish.condition().ifPresent(condition -> where.and(CONDITION + " = ?", Words.of(condition)));
        wish.custody().ifPresent(custody -> where.and(CUSTODY + " = ?", Words.of(custody)));
        if (wish.ours() && !asksForGone(wish)) where.and(CONDITION + " not in ('retired', 'stolen')");
        wish.support().ifPresent(support -> support(where, support, today));
        words(where, wish.words());
        return where;
    }

    private static boolean asksForGone(DeviceSearch wish) {
        return wish.condition().filter(DeviceCondition::isGone).isPresent()
                || wish.custody()
                        .filter(custody -> custody == Custody.Kind.GONE)
                        .isPresent();
    }

    private static void support(Where where, DeviceSearch.Support support, LocalDate today) {
        switch (support) {
            case ENDED -> where.and(DeviceStore.SUPPORT_ENDS + " < ?", today);
            case ENDS_WITHIN_A_YEAR ->
                where.and(DeviceStore.SUPPORT_ENDS + " between ? and ?", today, today.plusYears(1));
            case UNKNOWN -> where.and(DeviceStore.SUPPORT_ENDS + " is null");
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
