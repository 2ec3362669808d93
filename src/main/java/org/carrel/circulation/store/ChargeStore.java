package org.carrel.circulation.store;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.circulation.ChargeClass;
import org.carrel.circulation.ChargeEntry;
import org.carrel.circulation.ChargeLine;
import org.carrel.circulation.ChargeReason;
import org.carrel.circulation.ChargeType;
import org.carrel.circulation.ChargeWhy;
import org.carrel.circulation.DeskAct;
import org.carrel.circulation.EntryKind;
import org.carrel.circulation.Money;
import org.carrel.circulation.Owed;
import org.carrel.circulation.PayMeans;
import org.carrel.circulation.rules.Ledger.Posting;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** The ledger: charges, and what was done to them. It only grows. Who calls has locked the patron. */
public final class ChargeStore {
    private static final String CHARGE =
            "select c.id, c.loan_id, c.type, c.class, c.amount, c.why, c.reason, c.at, c.account_id, c.request_id "
                    + "from charge c ";

    /** What is owed for a charge, or to be given back where it is below nothing. */
    private static final String BALANCE =
            "c.amount + coalesce((select sum(e.delta) from charge_entry e where e.charge_id = c.id), 0)";

    /** What a desk writes. */
    public record NewCharge(
            long patron,
            OptionalLong loan,
            ChargeType type,
            ChargeClass group,
            Money amount,
            List<ChargeReason> why,
            String reason) {}

    /** What was done at once. @param means empty when no money changed hands */
    public record NewAct(
            long patron, EntryKind kind, Optional<PayMeans> means, Money total, String reason, List<Posting> entries) {}

    /**
     * Something that was done.
     *
     * @param patron empty when the person was erased
     */
    public record Act(
            long id,
            OptionalLong patron,
            EntryKind kind,
            Optional<PayMeans> means,
            Money total,
            String reason,
            Instant at,
            OptionalLong account) {}

    public long add(Connection connection, NewCharge charge, DeskAct act) throws SQLException {
        var sql = """
                insert into charge (patron_id, loan_id, type, class, amount, why, reason, at, account_id, request_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """;
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        charge.patron(),
                        number(charge.loan()),
                        word(charge.type()),
                        word(charge.group()),
                        charge.amount().value(),
                        json(charge.why()),
                        charge.reason(),
                        Utc.of(act.at()),
                        number(act.account()),
                        act.request().toString())
                .orElseThrow();
    }

    public long add(Connection connection, NewAct done, DeskAct act) throws SQLException {
        var sql = """
                insert into fee_act (request_id, patron_id, kind, means, total, reason, at, account_id)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                """;
        long id = Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        act.request().toString(),
                        done.patron(),
                        word(done.kind()),
                        done.means().map(ChargeStore::word).orElse(null),
                        done.total().value(),
                        done.reason(),
                        Utc.of(act.at()),
                        number(act.account()))
                .orElseThrow();
        var entry = "insert into charge_entry (act_id, charge_id, kind, amount) values (?, ?, ?, ?)";
        // One by one and in this order: what is given back must first be owed no longer.
        for (var posting : done.entries()) {
            Sql.update(
                    connection,
                    entry,
                    id,
                    posting.charge(),
                    word(posting.kind()),
                    posting.amount().value());
        }
        return id;
    }

    public Owed owed(Connection connection, long patron) throws SQLException {
        var sql = """
                select coalesce(sum(case when b.class = 'library' and b.balance > 0 then b.balance else 0 end), 0),
                       coalesce(sum(case when b.class = 'device' and b.balance > 0 then b.balance else 0 end), 0),
                       coalesce(sum(case when b.balance < 0 then -b.balance else 0 end), 0)
                from (select c.class, %s as balance from charge c where c.patron_id = ?) b
                """.formatted(BALANCE);
        return Sql.first(connection, sql, row -> new Owed(money(row, 1), money(row, 2), money(row, 3)), patron)
                .orElse(Owed.NOTHING);
    }

    /** What each of these people owes; who owes nothing is left out. */
    public Map<Long, Money> owed(Connection connection, Collection<Long> patrons) throws SQLException {
        var owed = new HashMap<Long, Money>();
        if (patrons.isEmpty()) return owed;
        var sql = "select b.patron_id, sum(b.balance) from (select c.patron_id, " + BALANCE
                + " as balance from charge c where c.patron_id in (" + Sql.marks(patrons.size())
                + ")) b where b.balance > 0 group by b.patron_id";
        Sql.list(connection, sql, row -> owed.put(row.getLong(1), money(row, 2)), patrons.toArray());
        return owed;
    }

    /** The oldest first. */
    public List<ChargeLine> ofPatron(Connection connection, long patron) throws SQLException {
        return lines(connection, "where c.patron_id = ?", patron);
    }

    public List<ChargeLine> ofLoan(Connection connection, long loan) throws SQLException {
        return lines(connection, "where c.loan_id = ?", loan);
    }

    /** Charges that were made with this request, and those that something was done to with it. */
    public List<ChargeLine> ofRequest(Connection connection, String request) throws SQLException {
        return lines(
                connection,
                "where c.request_id = ? or c.id in (select e.charge_id from charge_entry e join fee_act a "
                        + "on a.id = e.act_id where a.request_id = ?)",
                request,
                request);
    }

    /** Charges that something was done to by this act. */
    public List<ChargeLine> ofAct(Connection connection, long act) throws SQLException {
        return lines(connection, "where c.id in (select charge_id from charge_entry where act_id = ?)", act);
    }

    private static List<ChargeLine> lines(Connection connection, String where, Object... parameters)
            throws SQLException {
        var entries = new HashMap<Long, List<ChargeEntry>>();
        var sql = "select e.charge_id, e.kind, e.amount, a.id, a.request_id, a.means, a.reason, a.at, a.account_id "
                + "from charge c join charge_entry e on e.charge_id = c.id join fee_act a on a.id = e.act_id " + where
                + " order by e.id";
        Sql.list(
                connection,
                sql,
                row -> entries.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(entry(row)),
                parameters);
        return Sql.list(
                connection,
                CHARGE + where + " order by c.id",
                row -> line(row, entries.getOrDefault(row.getLong(1), List.of())),
                parameters);
    }

    private static ChargeEntry entry(ResultSet row) throws SQLException {
        return new ChargeEntry(
                EntryKind.valueOf(upper(row.getString(2))),
                money(row, 3),
                row.getLong(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)).map(word -> PayMeans.valueOf(upper(word))),
                row.getString(7),
                Utc.instant(row, 8),
                Optional.ofNullable(row.getObject(9, Long.class)));
    }

    private static ChargeLine line(ResultSet row, List<ChargeEntry> entries) throws SQLException {
        return new ChargeLine(
                row.getLong(1),
                Optional.ofNullable(row.getObject(2, Long.class)),
                ChargeType.valueOf(upper(row.getString(3))),
                ChargeClass.valueOf(upper(row.getString(4))),
                money(row, 5),
                why(row.getString(6)),
                row.getString(7),
                Utc.instant(row, 8),
                Optional.ofNullable(row.getObject(9, Long.class)),
                row.getString(10),
                entries);
    }

    private static final String ACT =
            "select id, patron_id, kind, means, total, reason, at, account_id from fee_act where ";

    public Optional<Act> findAct(Connection connection, String request) throws SQLException {
        return Sql.first(connection, ACT + "request_id = ?", ChargeStore::act, request);
    }

    public Optional<Act> findAct(Connection connection, long id) throws SQLException {
        return Sql.first(connection, ACT + "id = ?", ChargeStore::act, id);
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getLong(1),
                Utc.someNumber(row, 2),
                EntryKind.valueOf(upper(row.getString(3))),
                Optional.ofNullable(row.getString(4)).map(word -> PayMeans.valueOf(upper(word))),
                money(row, 5),
                row.getString(6),
                Utc.instant(row, 7),
                Utc.someNumber(row, 8));
    }

    /** The item of each loan. */
    public Map<Long, Long> items(Connection connection, Collection<Long> loans) throws SQLException {
        var items = new HashMap<Long, Long>();
        if (loans.isEmpty()) return items;
        var sql = "select id, item_id from loan where id in (" + Sql.marks(loans.size()) + ")";
        Sql.list(connection, sql, row -> items.put(row.getLong(1), row.getLong(2)), loans.toArray());
        return items;
    }

    /** Whether anything is owed for the loan, or to be given back. */
    public boolean isOpen(Connection connection, long loan) throws SQLException {
        var sql = "select exists (select 1 from charge c where c.loan_id = ? and " + BALANCE + " <> 0)";
        return Sql.first(connection, sql, row -> row.getBoolean(1), loan).orElse(false);
    }

    /** Forgets for which loans these charges were. */
    public void forget(Connection connection, Collection<Long> loans) throws SQLException {
        if (loans.isEmpty()) return;
        var sql = "update charge set loan_id = null where loan_id in (" + Sql.marks(loans.size()) + ")";
        Sql.update(connection, sql, loans.toArray());
    }

    /** What one person owes is the other's from now on. */
    public void move(Connection connection, long from, long to) throws SQLException {
        for (var table : List.of("charge", "fee_act")) {
            Sql.update(connection, "update " + table + " set patron_id = ? where patron_id = ?", to, from);
        }
    }

    /** What stays are sums of nobody. */
    public void erase(Connection connection, Collection<Long> patrons) throws SQLException {
        if (patrons.isEmpty()) return;
        var where = " where patron_id in (" + Sql.marks(patrons.size()) + ")";
        var ids = patrons.toArray();
        Sql.update(connection, "update charge set reason = '', loan_id = null, patron_id = null" + where, ids);
        Sql.update(connection, "update fee_act set reason = '', patron_id = null" + where, ids);
    }

    /** What was settled before that time is a sum of nobody, and so is what was done to settle it. How many charges. */
    public int forgetSettled(Connection connection, Instant before) throws SQLException {
        var sql = "update charge c set c.reason = '', c.loan_id = null, c.patron_id = null "
                + "where c.patron_id is not null and c.at < ? and " + BALANCE + " = 0 "
                + "and not exists (select 1 from charge_entry e join fee_act a on a.id = e.act_id "
                + "where e.charge_id = c.id and a.at >= ?)";
        var charges = Sql.update(connection, sql, Utc.of(before), Utc.of(before));
        var acts = "update fee_act a set a.reason = '', a.patron_id = null where a.patron_id is not null and a.at < ? "
                + "and not exists (select 1 from charge_entry e join charge c on c.id = e.charge_id "
                + "where e.act_id = a.id and c.patron_id is not null)";
        Sql.update(connection, acts, Utc.of(before));
        return charges;
    }

    private static Money money(ResultSet row, int column) throws SQLException {
        return new Money(row.getBigDecimal(column));
    }

    static String json(List<ChargeReason> all) {
        var array = Json.createArrayBuilder();
        for (var one : all) {
            var words = Json.createArrayBuilder().add(one.why().name());
            one.details().forEach(words::add);
            array.add(words);
        }
        return array.build().toString();
    }

    static List<ChargeReason> why(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonArray.class).stream()
                    .map(words -> words.getValuesAs(JsonString::getString))
                    .map(words -> new ChargeReason(ChargeWhy.valueOf(words.getFirst()), words.subList(1, words.size())))
                    .toList();
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static @Nullable Long number(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
