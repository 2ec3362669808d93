package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.DevicePlan;
import org.carrel.scheduling.TimeSpan;
import org.carrel.scheduling.rules.FreeDevices;
import org.carrel.scheduling.rules.FreeDevices.Away;

/** Where things of the inventory are that classes book: out on loan, somebody's for the year, at repair. */
public final class CartStore {
    private static final String AWAY = """
            select r.id, true, l.due_at
            from booking_resource r join site s on s.id = r.site_id join device_record d on d.id = r.device_id
                left join loan l on l.open_item = d.item_id left join device_assignment y on y.open_device = d.id
                left join repair_ticket t on t.open_device = d.id and t.device_in
            where s.code = ? and (l.id is not null or y.id is not null or t.id is not null or d.device_condition <> 'ready')
            union all
            select r.id, false, if(y.id is not null or t.id is not null or o.state = 'owed', null, if(l.id is null, u.due_at, l.due_at))
            from booking_resource r join site s on s.id = r.site_id join container_slot c on c.container_id = r.device_id
                join device_record d on d.id = c.device_id and d.device_condition = 'ready'
                left join loan l on l.open_item = d.item_id left join device_assignment y on y.open_device = d.id
                left join repair_ticket t on t.open_device = d.id and t.device_in
                left join container_out_item o on o.open_device = d.id left join container_out g on g.id = o.out_id
                left join loan u on u.id = g.loan_id and u.ended is null
            where s.code = ? and (l.id is not null or y.id is not null or t.id is not null or o.state = 'owed' or u.id is not null)
            """;

    private static final String PLANS = """
            select c.id, h.starts_at, h.ends_at, te.patron_id, c.class_id, p.quantity, r.device_id <> ?, r.id
            from booking_resource r join (select session_id, resource_id, min(starts_at) starts_at, max(ends_at) ends_at
                    from resource_hold where session_id is not null and ends_at > ? group by session_id, resource_id) h
                    on h.resource_id = r.id
                join class_session c on c.id = h.session_id join session_teacher te on te.id = c.teacher_id
                join session_part p on p.session_id = c.id and p.resource_id = r.id
            where r.device_id = ? or r.device_id = (select container_id from container_slot where device_id = ?)
            order by h.starts_at, c.id
            """;

    private final ResourceStore resources = new ResourceStore();

    private record Row(long resource, boolean whole, Instant back) {}

    /** What classes will do with a device, or with the cart that it belongs in, from now on, in order. */
    public List<DevicePlan> plans(Connection connection, long device, Instant now) throws SQLException {
        record Of(long resource, DevicePlan plan) {}
        var found = Sql.list(
                connection,
                PLANS,
                row -> new Of(
                        row.getLong(8),
                        new DevicePlan(
                                row.getLong(1),
                                new TimeSpan(Utc.instant(row, 2), Utc.instant(row, 3)),
                                Utc.someNumber(row, 4),
                                Utc.someNumber(row, 5),
                                row.getBoolean(7),
                                row.getInt(6),
                                OptionalInt.empty())),
                device,
                Utc.of(now),
                device,
                device);
        if (found.stream().noneMatch(of -> of.plan().part()))
            return found.stream().map(Of::plan).toList();
        var plans = new ArrayList<DevicePlan>();
        for (var of : found) {
            var resource = resources.find(connection, of.resource()).orElseThrow();
            var away = away(connection, resource.site(), now).getOrDefault(of.resource(), Away.NOTHING);
            plans.add(counted(of.plan(), resource, away));
        }
        return plans;
    }

    private static DevicePlan counted(DevicePlan plan, BookingResource resource, Away away) {
        if (resource.devices().isEmpty()) return plan;
        var devices =
                FreeDevices.at(resource.devices().getAsInt(), away, plan.span().starts());
        return new DevicePlan(
                plan.session(),
                plan.span(),
                plan.teacher(),
                plan.schoolClass(),
                plan.part(),
                plan.wanted(),
                OptionalInt.of(devices));
    }

    /** By number of the resource; those of which nothing is elsewhere are left out. @param site code */
    public Map<Long, Away> away(Connection connection, String site, Instant now) throws SQLException {
        var rows = Sql.list(
                connection,
                AWAY,
                row -> new Row(row.getLong(1), row.getBoolean(2), FreeDevices.back(Utc.someInstant(row, 3), now)),
                site,
                site);
        var whole = new HashMap<Long, Instant>();
        var parts = new HashMap<Long, List<Instant>>();
        for (var row : rows) {
            if (row.whole()) whole.put(row.resource(), row.back());
            else parts.computeIfAbsent(row.resource(), id -> new ArrayList<>()).add(row.back());
        }
        var all = new HashSet<>(whole.keySet());
        all.addAll(parts.keySet());
        var away = new HashMap<Long, Away>();
        for (var id : all)
            away.put(id, new Away(Optional.ofNullable(whole.get(id)), parts.getOrDefault(id, List.of())));
        return away;
    }
}
