package org.carrel.patrons.store;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronMerge;
import org.carrel.patrons.PatronMerge.Moved;
import org.carrel.platform.Sql;

/** Moves what one person has to another, and keeps what moved. */
public final class MergeStore {
    /** What a person has that can be moved. */
    public Moved of(Connection connection, long patronId) throws SQLException {
        return new Moved(
                ids(connection, "select id from patron_card where patron_id = ? order by id", patronId),
                ids(connection, "select id from patron_block where patron_id = ? order by id", patronId),
                ids(connection, "select id from enrolment where patron_id = ? order by id", patronId),
                Sql.list(
                        connection,
                        "select sourced_id from patron_source_key where patron_id = ? order by sourced_id",
                        row -> row.getString(1),
                        patronId));
    }

    private static List<Long> ids(Connection connection, String sql, long patronId) throws SQLException {
        return Sql.list(connection, sql, row -> row.getLong(1), patronId);
    }

    /** Cards, blocks, places in classes and ids of rosters; where a roster knows both, it goes by the id of the kept one. */
    public void move(Connection connection, long from, long to) throws SQLException {
        var older = "update patron_source_key m join patron_source_key k on k.source_id = m.source_id "
                + "and k.patron_id = ? and k.latest set m.latest = false where m.patron_id = ?";
        Sql.update(connection, older, to, from);
        for (var table : List.of("patron_card", "patron_block", "enrolment", "patron_source_key")) {
            Sql.update(connection, "update " + table + " set patron_id = ? where patron_id = ?", to, from);
        }
        var source = "update patron k join patron m on m.id = ? set k.source_id = m.source_id "
                + "where k.id = ? and k.source_id is null";
        Sql.update(connection, source, from, to);
    }

    /** What the kept one is like now. */
    public void kept(Connection connection, Patron patron, PatronFacts facts, String note, Instant now)
            throws SQLException {
        var sites = new PatronStore().sites(connection);
        var sql = "update patron set " + PatronRows.SET_COLUMNS
                + ", note = ?, changed_at = ?, version = version + 1 where id = ?";
        try (var update = connection.prepareStatement(sql)) {
            var at = PatronRows.bind(update, 1, facts, sites);
            update.setString(at, note);
            update.setObject(at + 1, Times.utc(now));
            update.setLong(at + 2, patron.id());
            update.executeUpdate();
        }
        new PatronStore().words(connection, Map.of(patron.id(), facts));
    }

    /** Nobody finds the merged one any more; whoever has its address is led to the kept one. */
    public void merged(Connection connection, long id, long into, Instant now) throws SQLException {
        Sql.update(connection, "delete from patron_word where patron_id = ?", id);
        var sql =
                "update patron set status = 'merged', merged_into = ?, missing_since = null, note = '', changed_at = ?, "
                        + "left_on = coalesce(left_on, date(?)), version = version + 1 where id = ?";
        Sql.update(connection, sql, into, Times.utc(now), Times.utc(now), id);
        Sql.update(connection, "update patron set merged_into = ? where merged_into = ?", into, id);
    }

    public void add(
            Connection connection,
            long kept,
            long merged,
            Moved moved,
            Set<PatronField> fields,
            String who,
            Instant now)
            throws SQLException {
        var sql = "insert into patron_merge (kept_id, merged_id, merged_at, by_whom, moved) values (?, ?, ?, ?, ?)";
        Sql.update(connection, sql, kept, merged, Times.utc(now), who, json(moved, fields));
    }

    /** The newest first. */
    public List<PatronMerge> into(Connection connection, long kept) throws SQLException {
        var sql =
                "select m.merged_id, p.given_name, p.family_name, m.merged_at, m.by_whom, m.moved from patron_merge m "
                        + "join patron p on p.id = m.merged_id where m.kept_id = ? order by m.id desc";
        return Sql.list(
                connection,
                sql,
                row -> {
                    var json = object(Objects.requireNonNull(row.getString(6)));
                    return new PatronMerge(
                            row.getLong(1),
                            (row.getString(2) + " " + row.getString(3)).strip(),
                            Times.instant(row, 4),
                            row.getString(5),
                            moved(json),
                            fields(json));
                },
                kept);
    }

    private static String json(Moved moved, Set<PatronField> fields) {
        return Json.createObjectBuilder()
                .add("cards", Json.createArrayBuilder(moved.cards()))
                .add("blocks", Json.createArrayBuilder(moved.blocks()))
                .add("sourcedIds", Json.createArrayBuilder(moved.sourcedIds()))
                .add("enrolments", Json.createArrayBuilder(moved.enrolments()))
                .add(
                        "fields",
                        Json.createArrayBuilder(
                                fields.stream().map(PatronField::name).toList()))
                .build()
                .toString();
    }

    private static Moved moved(JsonObject json) {
        return new Moved(
                numbers(json, "cards"),
                numbers(json, "blocks"),
                numbers(json, "enrolments"),
                json.getJsonArray("sourcedIds").getValuesAs(JsonString::getString));
    }

    private static List<Long> numbers(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonNumber::longValue);
    }

    private static List<PatronField> fields(JsonObject json) {
        return json.getJsonArray("fields").getValuesAs(JsonString::getString).stream()
                .map(PatronField::valueOf)
                .toList();
    }

    private static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
