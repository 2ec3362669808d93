package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.SessionTeacher;

/** Whose sessions they are. */
public final class TeacherStore {
    /** The columns of a {@link SessionTeacher}, of {@code te} with its {@code ta} and {@code tp}. */
    static final String COLUMNS = "te.id, te.account_id, te.patron_id, coalesce(ta.display_name, "
            + "nullif(trim(concat(if(tp.preferred_name = '', tp.given_name, tp.preferred_name), ' ', tp.family_name)), ''), '')";

    /** Joins by which {@link #COLUMNS} are found. */
    static final String JOINS =
            " left join account ta on ta.id = te.account_id left join patron tp on tp.id = te.patron_id ";

    private static final String SELECT = "select " + COLUMNS + " from session_teacher te" + JOINS;

    public Optional<SessionTeacher> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where te.id = ?", row -> teacher(row, 1), id);
    }

    public Optional<SessionTeacher> ofAccount(Connection connection, long account) throws SQLException {
        return Sql.first(connection, SELECT + "where te.account_id = ?", row -> teacher(row, 1), account);
    }

    /** Nobody else books for this teacher until the transaction ends: quotas are counted behind it. */
    public void lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from session_teacher where id = ? for update", row -> row.getLong(1), id);
    }

    /**
     * Known from now on by both, where both are told.
     *
     * @param patron whom the account is in the roster; empty when nobody knows
     */
    public long ofAccount(Connection connection, long account, OptionalLong patron) throws SQLException {
        var known = ofAccount(connection, account);
        if (known.isPresent()) return known.get().id();
        if (patron.isPresent()) {
            var id = ofPatron(connection, patron.getAsLong());
            Sql.update(
                    connection,
                    "update ignore session_teacher set account_id = ? where id = ? and account_id is null",
                    account,
                    id);
            if (ofAccount(connection, account).isPresent()) return id;
        }
        return number(connection, "account_id", account);
    }

    /** Of somebody in the roster, who may never have signed in. */
    public long ofPatron(Connection connection, long patron) throws SQLException {
        var known = Sql.first(
                connection, "select id from session_teacher where patron_id = ?", row -> row.getLong(1), patron);
        return known.isPresent() ? known.get() : number(connection, "patron_id", patron);
    }

    private static long number(Connection connection, String column, long value) throws SQLException {
        Sql.update(
                connection,
                "insert into session_teacher (" + column
                        + ") values (?) on duplicate key update id = last_insert_id(id)",
                value);
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Teachers of a site's roster, by name: those for whom somebody else can book. Numbers are the roster's. */
    public List<SessionTeacher> roster(Connection connection, String site) throws SQLException {
        var sql = """
                select 0, null, p.id, trim(concat(if(p.preferred_name = '', p.given_name, p.preferred_name), ' ', p.family_name)) name
                from patron p left join site s on s.id = p.site_id
                where p.category = 'teacher' and p.status = 'active' and (s.code = ? or p.site_id is null) order by p.family_name, name
                """;
        return Sql.list(connection, sql, row -> teacher(row, 1), site);
    }

    /** Who of a site's roster teaches and goes by this user name, mail address or id of a roster; two at most. */
    public List<Long> patronsNamed(Connection connection, String name, String site) throws SQLException {
        var sql = """
                select p.id from patron p left join site s on s.id = p.site_id
                where p.category in ('teacher', 'staff') and p.status = 'active' and (s.code = ? or p.site_id is null)
                    and (lower(p.username) = lower(?) or lower(p.email) = lower(?)
                        or p.id in (select k.patron_id from patron_source_key k where k.sourced_id = ? and k.latest))
                order by p.id limit 2
                """;
        return Sql.list(connection, sql, row -> row.getLong(1), site, name, name, name);
    }

    /** The account of this user name, of somebody who teaches or books at a site. @param username in lower case */
    public Optional<Long> accountNamed(Connection connection, String username, String site) throws SQLException {
        var sql = """
                select a.id from account a left join site s on s.id = a.site_id
                where a.username = ? and a.disabled_at is null and not a.program and a.role <> 'student'
                    and (s.code = ? or a.site_id is null)
                """;
        return Sql.first(connection, sql, row -> row.getLong(1), username, site);
    }

    static SessionTeacher teacher(ResultSet row, int from) throws SQLException {
        return new SessionTeacher(
                row.getLong(from),
                Utc.someNumber(row, from + 1),
                Utc.someNumber(row, from + 2),
                row.getString(from + 3));
    }
}
