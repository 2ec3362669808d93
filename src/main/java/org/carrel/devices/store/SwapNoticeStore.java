package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.carrel.devices.DeviceModel;
import org.carrel.notices.NoticeFacts.Job;
import org.carrel.notices.NoticeFacts.Loaner;
import org.carrel.platform.Sql;

/** What a letter about a loaner says. */
public final class SwapNoticeStore {
    public List<Loaner> of(Connection connection, Collection<Long> tickets) throws SQLException {
        if (tickets.isEmpty()) return List.of();
        var sql = """
                select m.manufacturer, m.name, n.manufacturer, n.name
                from repair_loaner r
                join repair_ticket t on t.id = r.ticket_id
                join loan l on l.id = r.loan_id
                join device_record b on b.id = t.device_id join device_model m on m.id = b.model_id
                join device_record o on o.item_id = l.item_id join device_model n on n.id = o.model_id
                where l.ended is null and t.state <> 'cancelled' and r.ticket_id in (
                """.stripTrailing() + Sql.marks(tickets.size()) + ") order by r.loan_id";
        return Sql.list(
                connection,
                sql,
                row -> new Loaner(
                        DeviceModel.fullName(row.getString(1), row.getString(2)),
                        DeviceModel.fullName(row.getString(3), row.getString(4))),
                tickets.toArray());
    }

    /** Those that are open. */
    public List<Job> jobs(Connection connection, Collection<Long> tickets) throws SQLException {
        if (tickets.isEmpty()) return List.of();
        var sql = """
                select t.id, concat_ws(' · ', d.asset_tag, nullif(d.serial, ''), nullif(trim(concat(coalesce(d.manufacturer, ''), ' ',
                    coalesce(m.name, ''))), ''), if(d.id is null, t.thing, null)), t.room, t.fault, t.description
                from repair_ticket t
                left join device_record d on d.id = t.device_id left join device_model m on m.id = d.model_id
                where t.closed_at is null and t.id in (
                """.stripTrailing() + Sql.marks(tickets.size()) + ") order by t.id";
        return Sql.list(
                connection,
                sql,
                row -> new Job(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4).toUpperCase(Locale.ROOT),
                        row.getString(5)),
                tickets.toArray());
    }
}
