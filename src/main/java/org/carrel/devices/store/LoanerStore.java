package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Loaners, and for which tickets they are out. */
public final class LoanerStore {
    private static final String SELECT = """
            select r.loan_id, r.ticket_id, t.device_id, b.id, l.item_id, l.patron_id, r.broken_loan, r.request_id, r.opened_ticket, r.at,
                   r.account_id, l.ended is null
            from repair_loaner r
            join repair_ticket t on t.id = r.ticket_id
            join loan l on l.id = r.loan_id
            left join device_record b on b.item_id = l.item_id
            """;

    /**
     * A loan of the meantime.
     *
     * @param device that is mended
     * @param loaner the device that is lent for it
     * @param brokenLoan that the device came back from by the same scans
     * @param openedTicket whether the same scans opened the ticket
     */
    public record Lent(
            long loan,
            long ticket,
            long device,
            long loaner,
            long loanerItem,
            OptionalLong patron,
            OptionalLong brokenLoan,
            UUID request,
            boolean openedTicket,
            Instant at,
            long account,
            boolean open) {}

    private static Lent lent(ResultSet row) throws SQLException {
        return new Lent(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                Utc.someNumber(row, 6),
                Utc.someNumber(row, 7),
                UUID.fromString(row.getString(8)),
                row.getBoolean(9),
                Utc.instant(row, 10),
                row.getLong(11),
                row.getBoolean(12));
    }

    public void add(Connection connection, Lent lent) throws SQLException {
        var sql =
                "insert into repair_loaner (loan_id, ticket_id, broken_loan, request_id, opened_ticket, at, account_id) "
                        + "values (?, ?, ?, ?, ?, ?, ?)";
        Sql.update(
                connection,
                sql,
                lent.loan(),
                lent.ticket(),
                RepairStore.orNull(lent.brokenLoan()),
                lent.request().toString(),
                lent.openedTicket(),
                Utc.of(lent.at()),
                lent.account());
    }

    /** The loaner that is out for a device, whether its ticket is open or not. */
    public Optional<Lent> outFor(Connection connection, long device) throws SQLException {
        var sql = SELECT + " where t.device_id = ? and l.ended is null order by r.loan_id desc limit 1";
        return Sql.first(connection, sql, LoanerStore::lent, device);
    }

    /** For what this device is out as a loaner. */
    public Optional<Lent> outAs(Connection connection, long item) throws SQLException {
        return Sql.first(connection, SELECT + " where l.open_item = ?", LoanerStore::lent, item);
    }

    /** For which ticket this loan was made, if for one. */
    public Optional<Lent> ofLoan(Connection connection, long loan) throws SQLException {
        return Sql.first(connection, SELECT + " where r.loan_id = ?", LoanerStore::lent, loan);
    }

    public List<Lent> outOf(Connection connection, long ticket) throws SQLException {
        var sql = SELECT + " where r.ticket_id = ? and l.ended is null order by r.loan_id";
        return Sql.list(connection, sql, LoanerStore::lent, ticket);
    }

    public Optional<Lent> byRequest(Connection connection, UUID request) throws SQLException {
        return Sql.first(connection, SELECT + " where r.request_id = ?", LoanerStore::lent, request.toString());
    }

    public Optional<Lent> byBackRequest(Connection connection, UUID request) throws SQLException {
        return Sql.first(connection, SELECT + " where r.back_request = ?", LoanerStore::lent, request.toString());
    }

    /** The loan of a device that was made at that very moment, as the same act makes it, whether it is open or not. */
    public OptionalLong loanOf(Connection connection, long device, Instant at) throws SQLException {
        var sql =
                "select max(l.id) from loan l join device_record d on d.item_id = l.item_id where d.id = ? and l.lent_at = ?";
        return Sql.first(connection, sql, row -> Utc.someNumber(row, 1), device, Utc.of(at))
                .orElse(OptionalLong.empty());
    }

    public void back(Connection connection, long loan, UUID request) throws SQLException {
        Sql.update(connection, "update repair_loaner set back_request = ? where loan_id = ?", request.toString(), loan);
    }

    /**
     * The pool of a site.
     *
     * @param all loaners that are ours
     * @param left of these, how many could be lent now
     */
    public record Pool(int all, int left) {}

    /** @param site code */
    public Pool pool(Connection connection, String site) throws SQLException {
        var sql = """
                select count(*), coalesce(sum(i.lendable and i.item_condition in ('good', 'worn') and l.item_id is null
                  and r.id is null and x.item_id is null), 0)
                from device_record d
                join item i on i.id = d.item_id join site s on s.id = i.site_id
                left join item_on_loan l on l.item_id = d.item_id
                left join item_in_transfer x on x.item_id = d.item_id
                left join repair_ticket r on r.open_device = d.id and r.device_in
                where d.loaner and s.code = ? and i.withdrawn_on is null and d.device_condition not in ('retired', 'stolen')
                """;
        return Sql.first(connection, sql, row -> new Pool(row.getInt(1), row.getInt(2)), site)
                .orElse(new Pool(0, 0));
    }

    public boolean isLoaner(Connection connection, long device) throws SQLException {
        return Sql.first(connection, "select loaner from device_record where id = ?", row -> row.getBoolean(1), device)
                .orElse(false);
    }

    public void setLoaner(Connection connection, long device, boolean loaner) throws SQLException {
        Sql.update(connection, "update device_record set loaner = ? where id = ?", loaner, device);
    }

    /** Nobody else lends, takes or changes these devices until the transaction ends. In the order of their items. */
    public void lock(Connection connection, long one, long other) throws SQLException {
        Sql.list(
                connection,
                "select id from item where id in (select item_id from device_record where id in (?, ?)) order by id for update",
                row -> row.getLong(1),
                one,
                other);
    }
}
