package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.catalog.Site;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.Fault;
import org.carrel.devices.RepairPatterns.Pattern;
import org.carrel.devices.RepairPatterns.Pattern.PastSupport;
import org.carrel.devices.RepairPatterns.Pattern.SameFault;
import org.carrel.devices.RepairPatterns.Pattern.SamePerson;
import org.carrel.devices.RepairPolicy;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** What repeats among tickets. */
public final class PatternStore {
    /** A person's third of the same is worth a talk. */
    private static final int OF_PERSON = 3;

    private static final int MOST = 20;

    public List<Pattern> sameFault(Connection connection, Site site, RepairPolicy policy, Instant now)
            throws SQLException {
        var sql = """
                select m.id, m.manufacturer, m.name, t.fault, count(*)
                from repair_ticket t join device_record d on d.id = t.device_id join device_model m on m.id = d.model_id
                where t.site_id = ? and t.opened_at >= ? and t.state <> 'cancelled' and t.fault <> 'other'
                group by m.id, m.manufacturer, m.name, t.fault having count(*) >= ?
                order by count(*) desc, m.id limit ?
                """;
        return Sql.list(
                connection,
                sql,
                row -> new SameFault(
                        site.code(),
                        row.getInt(1),
                        DeviceModel.fullName(row.getString(2), row.getString(3)),
                        Words.constant(Fault.class, row.getString(4)),
                        row.getInt(5),
                        policy.patternDays()),
                site.id(),
                Utc.of(now.minus(Duration.ofDays(policy.patternDays()))),
                policy.patternCount(),
                MOST);
    }

    public List<Pattern> samePerson(Connection connection, Site site) throws SQLException {
        var sql = """
                select patron_id, fault, count(*) from repair_ticket
                where site_id = ? and patron_id is not null and state <> 'cancelled' and fault <> 'other'
                group by patron_id, fault having count(*) >= ? order by count(*) desc, patron_id limit ?
                """;
        return Sql.list(
                connection,
                sql,
                row -> new SamePerson(
                        site.code(),
                        OptionalLong.of(row.getLong(1)),
                        Words.constant(Fault.class, row.getString(2)),
                        row.getInt(3)),
                site.id(),
                OF_PERSON,
                MOST);
    }

    /** Empty for none. */
    public Optional<Pattern> pastSupport(Connection connection, Site site, LocalDate today) throws SQLException {
        var sql = """
                select count(*) from repair_ticket t
                join device_record d on d.id = t.device_id join device_model m on m.id = d.model_id
                where t.site_id = ? and t.closed_at is null and %s < ?
                """.formatted(DeviceStore.SUPPORT_ENDS);
        return Sql.first(connection, sql, row -> row.getInt(1), site.id(), today)
                .filter(count -> count > 0)
                .map(count -> new PastSupport(site.code(), count));
    }
}
