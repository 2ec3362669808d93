package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.devices.Agreement;
import org.carrel.devices.AgreementAnswer;
import org.carrel.devices.AgreementDraft;
import org.carrel.devices.AgreementSigning;
import org.carrel.devices.DeviceCategory;
import org.carrel.patrons.PatronCategory;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** What is to be signed, and who has. */
public final class AgreementStore {
    private static final String SELECT = """
            select g.id, g.name, s.code, g.patron_category, g.device_category, g.school_year, v.version, v.text_en, v.text_es,
                   v.published_at
            from agreement g
            join agreement_version v on v.agreement_id = g.id
                and v.version = (select max(w.version) from agreement_version w where w.agreement_id = g.id)
            left join site s on s.id = g.site_id
            where g.ended_at is null
            """;

    private static Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                row.getInt(1),
                row.getString(2),
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getString(4)).map(word -> Words.constant(PatronCategory.class, word)),
                Optional.ofNullable(row.getString(5)).map(word -> Words.constant(DeviceCategory.class, word)),
                row.getInt(6),
                row.getInt(7),
                row.getString(8),
                row.getString(9),
                Utc.instant(row, 10));
    }

    /** Those of this school year or later that hold, in the order of their names. */
    public List<Agreement> from(Connection connection, int schoolYear) throws SQLException {
        var sql = SELECT + " and g.school_year >= ? order by g.school_year, g.name, g.id";
        return Sql.list(connection, sql, AgreementStore::agreement, schoolYear);
    }

    public Optional<Agreement> find(Connection connection, int id) throws SQLException {
        return Sql.first(connection, SELECT + " and g.id = ?", AgreementStore::agreement, id);
    }

    /** Nobody else publishes words of it until the transaction ends. */
    public Optional<Agreement> lock(Connection connection, int id) throws SQLException {
        Sql.first(connection, "select id from agreement where id = ? for update", row -> row.getInt(1), id);
        return find(connection, id);
    }

    /** @param site number; empty: of all sites */
    public int add(Connection connection, AgreementDraft draft, Optional<Integer> site) throws SQLException {
        var sql = "insert into agreement (name, site_id, patron_category, device_category, school_year) "
                + "values (?, ?, ?, ?, ?) returning id";
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getInt(1),
                        draft.name().strip(),
                        site.orElse(null),
                        draft.whom().map(Words::of).orElse(null),
                        draft.what().map(Words::of).orElse(null),
                        draft.schoolYear())
                .orElseThrow();
    }

    public void publish(Connection connection, int id, int version, AgreementDraft draft, Instant now, long account)
            throws SQLException {
        var sql = "insert into agreement_version (agreement_id, version, text_en, text_es, published_at, published_by) "
                + "values (?, ?, ?, ?, ?, ?)";
        Sql.update(
                connection,
                sql,
                id,
                version,
                draft.english().strip(),
                draft.spanish().strip(),
                Utc.of(now),
                account);
    }

    public void end(Connection connection, int id, Instant now) throws SQLException {
        Sql.update(connection, "update agreement set ended_at = ? where id = ? and ended_at is null", Utc.of(now), id);
    }

    private static final String ANSWERS =
            "select id, agreement_id, version, patron_id, accepted, way, signer_name, signature, at from agreement_answer";

    private static AgreementAnswer answer(ResultSet row) throws SQLException {
        return new AgreementAnswer(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getLong(4),
                row.getBoolean(5),
                Words.constant(AgreementAnswer.Way.class, row.getString(6)),
                row.getString(7),
                row.getString(8),
                Utc.instant(row, 9));
    }

    /** The oldest first. */
    public List<AgreementAnswer> answersOf(Connection connection, long patron) throws SQLException {
        var sql = ANSWERS + " where patron_id = ? order by id";
        return Sql.list(connection, sql, AgreementStore::answer, patron);
    }

    /** Of these people to one agreement, the oldest first. */
    public List<AgreementAnswer> answersTo(Connection connection, int agreement, Collection<Long> people)
            throws SQLException {
        if (people.isEmpty()) return List.of();
        var sql = ANSWERS + " where agreement_id = " + agreement + " and patron_id in (" + Sql.marks(people.size())
                + ") order by id";
        return Sql.list(connection, sql, AgreementStore::answer, people.toArray());
    }

    public boolean isDone(Connection connection, UUID request) throws SQLException {
        var sql = "select 1 from agreement_answer where request_id = ?";
        return Sql.first(connection, sql, row -> true, request.toString()).isPresent();
    }

    public void answer(Connection connection, AgreementSigning signing, Instant now, OptionalLong account)
            throws SQLException {
        var sql =
                "insert into agreement_answer (agreement_id, version, patron_id, accepted, way, signer_name, signature, at, "
                        + "account_id, request_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Sql.update(
                connection,
                sql,
                signing.agreement(),
                signing.version(),
                signing.patron(),
                signing.accepted(),
                Words.of(signing.way()),
                signing.signer().strip(),
                signing.drawing(),
                Utc.of(now),
                Words.orNull(account),
                signing.request().toString());
    }

    /** Devices that the person has, by loan or for the year, and what each is. */
    public List<Held> held(Connection connection, long patron) throws SQLException {
        var sql = "select d.id, m.category from item_holder h join device_record d on d.item_id = h.item_id "
                + "join device_model m on m.id = d.model_id where h.patron_id = ? order by d.id";
        return Sql.list(
                connection,
                sql,
                row -> new Held(row.getLong(1), Words.constant(DeviceCategory.class, row.getString(2))),
                patron);
    }

    /** A device that somebody has. */
    public record Held(long device, DeviceCategory category) {}

    /** Numbers of the answers that are the other's from now on. */
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        var ids = Sql.list(
                connection,
                "select id from agreement_answer where patron_id = ? order by id for update",
                row -> row.getLong(1),
                from);
        Sql.update(connection, "update agreement_answer set patron_id = ? where patron_id = ?", to, from);
        return ids;
    }

    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        for (var id : ids) {
            var sql = "update agreement_answer set patron_id = ? where id = ? and patron_id = ?";
            Sql.update(connection, sql, to, id, from);
        }
        return ids;
    }

    /** Nobody knows any more that this person signed. */
    public void erase(Connection connection, long patron) throws SQLException {
        Sql.update(connection, "delete from agreement_answer where patron_id = ?", patron);
    }

    /** Answers to agreements of school years before this one. How many. */
    public int forget(Connection connection, int schoolYear) throws SQLException {
        var sql = "delete a from agreement_answer a join agreement g on g.id = a.agreement_id where g.school_year < ?";
        return Sql.update(connection, sql, schoolYear);
    }
}
