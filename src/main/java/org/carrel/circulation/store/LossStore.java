package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.catalog.ItemCondition;
import org.carrel.circulation.ChargeReason;
import org.carrel.circulation.ClaimEnd;
import org.carrel.circulation.ClaimKind;
import org.carrel.circulation.DamageEnd;
import org.carrel.circulation.DeskAct;
import org.carrel.circulation.FoundRule;
import org.carrel.circulation.LoanEnd;
import org.carrel.circulation.LoanState;
import org.carrel.circulation.LossTerms;
import org.carrel.circulation.Money;
import org.carrel.circulation.rules.Ledger.FoundTerms;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** What is lost, claimed or damaged. Who calls has locked patron and item. */
public final class LossStore {
    private static final String CLAIM =
            "select id, loan_id, patron_id, kind, claimed_at, said_by, resolved is null from loan_claim ";
    private static final String DAMAGE =
            "select id, item_id, loan_id, patron_id, kind = 'look_at', note, settled is null from damage_report ";

    /** A claim. @param open not settled yet */
    public record Claim(
            long id, long loan, OptionalLong patron, ClaimKind kind, Instant at, String saidBy, boolean open) {}

    /** A damage. @param lookAt it only has to be looked at @param open not settled yet */
    public record Damage(
            long id, long item, OptionalLong loan, OptionalLong patron, boolean lookAt, String note, boolean open) {}

    public void setState(Connection connection, long loan, LoanState state, Instant since) throws SQLException {
        var sql = "update loan set state = ?, state_since = ?, version = version + 1 where id = ? and ended is null";
        Sql.update(connection, sql, word(state), state == LoanState.OUT ? null : Utc.of(since), loan);
    }

    /** Since when the state holds; empty while out. */
    public Optional<Instant> stateSince(Connection connection, long loan) throws SQLException {
        var sql = "select state_since from loan where id = ?";
        return Sql.first(connection, sql, row -> Utc.someInstant(row, 1), loan).flatMap(since -> since);
    }

    /** The loan is over, and its person is kept until somebody says otherwise. */
    public void end(Connection connection, long loan, LoanEnd end, Instant returned, Instant now) throws SQLException {
        var sql = """
                update loan set ended = ?, returned_at = greatest(?, lent_at), checked_in_at = ?, version = version + 1
                where id = ? and ended is null
                """;
        Sql.update(connection, sql, word(end), Utc.of(returned), Utc.of(now), loan);
    }

    /** Nobody forgets the person of this loan until {@link #forgetAt} says when. */
    public void keep(Connection connection, long loan) throws SQLException {
        Sql.update(connection, "update loan set forget_at = null where id = ?", loan);
    }

    public void forgetAt(Connection connection, long loan, Instant at) throws SQLException {
        var sql = "update loan set forget_at = ? where id = ? and ended is not null and patron_id is not null";
        Sql.update(connection, sql, Utc.of(at), loan);
    }

    // what was lost

    public void lost(Connection connection, long loan, LossTerms terms, Instant at) throws SQLException {
        var sql = """
                insert into lost_loan (loan_id, lost_at, found_rule, refund_days, processing_back, overdue_when_found,
                    overdue_why)
                values (?, ?, ?, ?, ?, ?, ?)
                on duplicate key update lost_at = values(lost_at), found_rule = values(found_rule),
                    refund_days = values(refund_days), processing_back = values(processing_back),
                    overdue_when_found = values(overdue_when_found), overdue_why = values(overdue_why), found_at = null
                """;
        Sql.update(
                connection,
                sql,
                loan,
                Utc.of(at),
                word(terms.found()),
                terms.refundDays(),
                terms.processingBack(),
                terms.overdueWhenFound().value(),
                ChargeStore.json(terms.overdueWhy()));
    }

    /** What was promised. @param overdue to be charged when it is found @param why so much @param found it was */
    public record Lost(FoundTerms terms, Money overdue, List<ChargeReason> why, boolean found) {}

    public Optional<Lost> findLost(Connection connection, long loan) throws SQLException {
        var sql =
                "select found_rule, refund_days, processing_back, lost_at, overdue_when_found, overdue_why, found_at is not null "
                        + "from lost_loan where loan_id = ?";
        return Sql.first(
                connection,
                sql,
                row -> new Lost(
                        new FoundTerms(
                                FoundRule.valueOf(upper(row.getString(1))),
                                row.getInt(2),
                                row.getBoolean(3),
                                Utc.instant(row, 4)),
                        new Money(row.getBigDecimal(5)),
                        ChargeStore.why(row.getString(6)),
                        row.getBoolean(7)),
                loan);
    }

    public void found(Connection connection, long loan, Optional<Instant> at) throws SQLException {
        Sql.update(connection, "update lost_loan set found_at = ? where loan_id = ?", Utc.of(at), loan);
    }

    /** The last loan of the item, if it ended without the thing coming back and its person is still known. */
    public Optional<Long> findGone(Connection connection, long item) throws SQLException {
        var sql = """
                select id from loan where item_id = ? and patron_id is not null
                    and ended in ('paid', 'written_off', 'never_had')
                    and id = (select max(id) from loan where item_id = ?)
                """;
        return Sql.first(connection, sql, row -> row.getLong(1), item, item);
    }

    // jobs

    /** An open loan that is overdue and not lost yet. */
    public record Late(long loan, long item, long patron) {}

    /** Those due before that moment whose copies are where a borrower would have them, after the last one. */
    public List<Late> late(Connection connection, Instant before, long after, int most) throws SQLException {
        var sql = """
                select l.id, l.item_id, l.patron_id
                from loan l join item i on i.id = l.item_id
                where l.ended is null and l.state = 'out' and l.due_at < ? and l.id > ?
                    and i.item_condition not in ('lost', 'missing', 'in_repair')
                order by l.id limit ?
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Late(row.getLong(1), row.getLong(2), row.getLong(3)),
                Utc.of(before),
                after,
                most);
    }

    public void warned(Connection connection, long loan, Instant at) throws SQLException {
        Sql.update(connection, "insert ignore into lost_warning (loan_id, warned_at) values (?, ?)", loan, Utc.of(at));
    }

    public boolean isWarned(Connection connection, long loan) throws SQLException {
        return Sql.first(connection, "select 1 from lost_warning where loan_id = ?", row -> true, loan)
                .isPresent();
    }

    // claims

    public void claim(Connection connection, long loan, long patron, ClaimKind kind, String saidBy, DeskAct act)
            throws SQLException {
        var sql = "insert into loan_claim (loan_id, patron_id, kind, claimed_at, said_by, account_id, request_id) "
                + "values (?, ?, ?, ?, ?, ?, ?)";
        Sql.update(
                connection,
                sql,
                loan,
                patron,
                word(kind),
                Utc.of(act.at()),
                saidBy,
                number(act.account()),
                act.request().toString());
        count(connection, patron, kind, 1);
    }

    private static void count(Connection connection, long patron, ClaimKind kind, int more) throws SQLException {
        var column = kind == ClaimKind.RETURNED ? "returned_count" : "never_had_count";
        var sql = "insert into patron_claims (patron_id, " + column + ") values (?, ?) on duplicate key update "
                + column + " = " + column + " + values(" + column + ")";
        Sql.update(connection, sql, patron, more);
    }

    public int claims(Connection connection, long patron, ClaimKind kind) throws SQLException {
        var sql = "select returned_count, never_had_count from patron_claims where patron_id = ?";
        return Sql.first(connection, sql, row -> row.getInt(kind == ClaimKind.RETURNED ? 1 : 2), patron)
                .orElse(0);
    }

    /** Of either kind. */
    public int claims(Connection connection, long patron) throws SQLException {
        var sql = "select returned_count + never_had_count from patron_claims where patron_id = ?";
        return Sql.first(connection, sql, row -> row.getInt(1), patron).orElse(0);
    }

    /** Requests by which the copies of this loan were marked as damaged after it came back, and that nobody has settled. */
    public List<String> damagesSince(Connection connection, long loan, Instant since) throws SQLException {
        var sql = "select request_id from damage_report where loan_id = ? and kind = 'damaged' and settled is null "
                + "and reported_at >= ? order by id desc";
        return Sql.list(connection, sql, row -> row.getString(1), loan, Utc.of(since));
    }

    public Optional<Claim> openClaim(Connection connection, long loan) throws SQLException {
        return Sql.first(connection, CLAIM + "where open_loan = ?", LossStore::claim, loan);
    }

    public Optional<Claim> findClaim(Connection connection, long id) throws SQLException {
        return Sql.first(connection, CLAIM + "where id = ?", LossStore::claim, id);
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getLong(1),
                row.getLong(2),
                Utc.someNumber(row, 3),
                ClaimKind.valueOf(upper(row.getString(4))),
                Utc.instant(row, 5),
                row.getString(6),
                row.getBoolean(7));
    }

    public void resolve(Connection connection, long claim, ClaimEnd how, DeskAct act) throws SQLException {
        var sql = "update loan_claim set resolved = ?, resolved_at = ?, resolved_by = ?, resolved_request = ? "
                + "where id = ? and resolved is null";
        Sql.update(
                connection,
                sql,
                word(how),
                Utc.of(act.at()),
                number(act.account()),
                act.request().toString(),
                claim);
    }

    /** The loan whose claim this request has settled. */
    public Optional<Long> settledBy(Connection connection, String request) throws SQLException {
        var sql = "select loan_id from loan_claim where resolved_request = ?";
        return Sql.first(connection, sql, row -> row.getLong(1), request);
    }

    /** Opens again what this request has settled. */
    public void unresolve(Connection connection, String request) throws SQLException {
        var sql =
                "update loan_claim set resolved = null, resolved_at = null, resolved_by = null, resolved_request = null "
                        + "where resolved_request = ?";
        Sql.update(connection, sql, request);
    }

    // damages

    public long damaged(
            Connection connection,
            long item,
            OptionalLong loan,
            OptionalLong patron,
            boolean lookAt,
            String note,
            DeskAct act)
            throws SQLException {
        var sql =
                "insert into damage_report (item_id, loan_id, patron_id, kind, note, reported_at, account_id, request_id) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?) returning id";
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        item,
                        number(loan),
                        number(patron),
                        lookAt ? "look_at" : "damaged",
                        note,
                        Utc.of(act.at()),
                        number(act.account()),
                        act.request().toString())
                .orElseThrow();
    }

    public Optional<Damage> findDamage(Connection connection, long id) throws SQLException {
        return Sql.first(connection, DAMAGE + "where id = ?", LossStore::damage, id);
    }

    public List<Damage> findDamages(Connection connection, String request) throws SQLException {
        return Sql.list(connection, DAMAGE + "where request_id = ?", LossStore::damage, request);
    }

    private static Damage damage(ResultSet row) throws SQLException {
        return new Damage(
                row.getLong(1),
                row.getLong(2),
                Utc.someNumber(row, 3),
                Utc.someNumber(row, 4),
                row.getBoolean(5),
                row.getString(6),
                row.getBoolean(7));
    }

    /** False when it was settled before. */
    public boolean settle(Connection connection, long damage, DamageEnd how, DeskAct act) throws SQLException {
        var sql =
                "update damage_report set settled = ?, settled_at = ?, settled_by = ? where id = ? and settled is null";
        return Sql.update(connection, sql, word(how), Utc.of(act.at()), number(act.account()), damage) == 1;
    }

    // conditions

    public void keepCondition(Connection connection, long item, ItemCondition before, DeskAct act) throws SQLException {
        var sql = "insert ignore into condition_before (request_id, item_id, item_condition, at) values (?, ?, ?, ?)";
        Sql.update(connection, sql, act.request().toString(), item, word(before), Utc.of(act.at()));
    }

    /** What a copy was like before a request changed it. */
    public record Before(long item, ItemCondition condition) {}

    public Optional<Before> conditionBefore(Connection connection, String request) throws SQLException {
        var sql = "select item_id, item_condition from condition_before where request_id = ?";
        return Sql.first(
                connection,
                sql,
                row -> new Before(row.getLong(1), ItemCondition.valueOf(upper(row.getString(2)))),
                request);
    }

    public int forgetConditions(Connection connection, Instant before) throws SQLException {
        return Sql.update(connection, "delete from condition_before where at < ?", Utc.of(before));
    }

    // forgetting

    /** Whether a claim or a damage of the loan is not settled. Money is the ledger's. */
    public boolean isOpen(Connection connection, long loan) throws SQLException {
        var sql = "select exists (select 1 from loan_claim where open_loan = ?) "
                + "or exists (select 1 from damage_report where loan_id = ? and settled is null and kind = 'damaged')";
        return Sql.first(connection, sql, row -> row.getBoolean(1), loan, loan).orElse(false);
    }

    public void forget(Connection connection, Collection<Long> loans) throws SQLException {
        if (loans.isEmpty()) return;
        var in = " in (" + Sql.marks(loans.size()) + ")";
        var ids = loans.toArray();
        Sql.update(connection, "update loan_claim set patron_id = null, said_by = '' where loan_id" + in, ids);
        Sql.update(
                connection,
                "update damage_report set patron_id = null, loan_id = null, note = if(settled is null, note, '') "
                        + "where loan_id" + in,
                ids);
        Sql.update(connection, "delete from lost_loan where loan_id" + in, ids);
        Sql.update(connection, "delete from lost_warning where loan_id" + in, ids);
    }

    public void move(Connection connection, long from, long to) throws SQLException {
        for (var table : List.of("loan_claim", "damage_report")) {
            Sql.update(connection, "update " + table + " set patron_id = ? where patron_id = ?", to, from);
        }
        for (var kind : ClaimKind.values()) {
            var claims = claims(connection, from, kind);
            if (claims > 0) count(connection, to, kind, claims);
        }
        Sql.update(connection, "delete from patron_claims where patron_id = ?", from);
    }

    public void erase(Connection connection, Collection<Long> patrons) throws SQLException {
        if (patrons.isEmpty()) return;
        var in = " in (" + Sql.marks(patrons.size()) + ")";
        var ids = new ArrayList<Object>(patrons).toArray();
        Sql.update(connection, "update loan_claim set patron_id = null, said_by = '' where patron_id" + in, ids);
        Sql.update(
                connection,
                "update damage_report set patron_id = null, loan_id = null, note = '' where patron_id" + in,
                ids);
        Sql.update(connection, "delete from patron_claims where patron_id" + in, ids);
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
