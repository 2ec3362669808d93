package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.Authority;
import org.carrel.catalog.Authority.Reference;
import org.carrel.catalog.Authority.Sense;
import org.carrel.catalog.AuthorityKind;
import org.carrel.catalog.rules.TextFolding;
import org.carrel.catalog.rules.Texts;
import org.carrel.platform.Sql;

/** Authority records and what leads to them. */
public final class AuthorityStore {
    /** What is asked for at once. */
    private static final int KEYS = 1000;
    /** References that flips have left stand behind those of the record. */
    private static final int OF_FLIPS = 1_000_000;

    private static final String COLUMNS =
            "a.id, a.source, a.number, a.kind, a.thesaurus, a.heading, a.shown, a.key_hash";

    /** An authority with its number here. */
    public record Row(long id, Authority authority) {}

    /** An authority to be written. @param marc MARC-in-JSON */
    public record Written(long id, Authority authority, String marc) {}

    /** A heading that leads to an authority. @param see whether the heading is not the established one itself */
    public record Led(long key, boolean see, Row row) {}

    /** Nobody else writes authorities or follows the log until the transaction ends. To be called first, after the turn of imports. */
    public long takeTurn(Connection connection) throws SQLException {
        return Sql.first(connection, "select followed from authority_turn for update", row -> row.getLong(1))
                .orElseThrow();
    }

    public void followed(Connection connection, long number) throws SQLException {
        Sql.update(connection, "update authority_turn set followed = ?", number);
    }

    public long nextId(Connection connection) throws SQLException {
        return BibStore.nextIds(connection, "authority_id", 1).getFirst();
    }

    public boolean isEmpty(Connection connection) throws SQLException {
        return Sql.first(connection, "select 1 from authority_record limit 1", row -> true)
                .isEmpty();
    }

    public long count(Connection connection) throws SQLException {
        return Sql.first(connection, "select count(*) from authority_record", row -> row.getLong(1))
                .orElse(0L);
    }

    /** What stands under a number of a source. @param marc MARC-in-JSON */
    public record Standing(long id, String marc) {}

    public Optional<Standing> find(Connection connection, String source, String number) throws SQLException {
        return Sql.first(
                connection,
                "select id, marc from authority_record where source = ? and number = ?",
                row -> new Standing(row.getLong(1), row.getString(2)),
                source,
                number);
    }

    public Optional<String> findMarc(Connection connection, long id) throws SQLException {
        return Sql.first(connection, "select marc from authority_record where id = ?", row -> row.getString(1), id);
    }

    /** With its references; the titles that it is about, before and after, wait to be read again. */
    public void put(Connection connection, Written written) throws SQLException {
        await(connection, keys(connection, written.id()));
        var authority = written.authority();
        var sql = """
                insert into authority_record (id, source, number, kind, thesaurus, heading, shown, folded, key_hash, marc)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update kind = values(kind), thesaurus = values(thesaurus), heading = values(heading),
                    shown = values(shown), folded = values(folded), key_hash = values(key_hash), marc = values(marc)
                """;
        Sql.update(
                connection,
                sql,
                written.id(),
                authority.source(),
                authority.number(),
                word(authority.kind()),
                authority.thesaurus(),
                authority.heading(),
                authority.shown(),
                Texts.cut(TextFolding.fold(authority.heading()), 190),
                authority.key(),
                written.marc());
        Sql.update(
                connection,
                "delete from authority_reference where authority_id = ? and place < ?",
                written.id(),
                OF_FLIPS);
        var places = new ArrayList<Integer>();
        for (var i = 0; i < authority.references().size(); i++) places.add(i);
        Sql.batch(
                connection,
                "insert into authority_reference (authority_id, place, sense, relation, heading, key_hash) values (?, ?, ?, ?, ?, ?)",
                places,
                (statement, place) -> {
                    var reference = authority.references().get(place);
                    statement.setLong(1, written.id());
                    statement.setInt(2, place);
                    statement.setString(3, reference.sense().name().toLowerCase(Locale.ROOT));
                    statement.setString(4, String.valueOf(reference.relation()));
                    statement.setString(5, reference.heading());
                    statement.setLong(6, reference.key());
                });
        await(connection, keys(connection, written.id()));
    }

    /** With its references; the titles that it was about wait to be read again. */
    public void remove(Connection connection, long id) throws SQLException {
        await(connection, keys(connection, id));
        Sql.update(connection, "delete from authority_record where id = ?", id);
    }

    /** A heading leads to the authority from now on though its record does not say so. */
    public void lead(Connection connection, long id, String heading, long key, long flip) throws SQLException {
        var next = Sql.first(
                        connection,
                        "select max(place) from authority_reference where authority_id = ?",
                        row -> row.getInt(1),
                        id)
                .orElse(0);
        Sql.update(
                connection,
                "insert into authority_reference (authority_id, place, sense, relation, heading, key_hash, flip_id)"
                        + " values (?, ?, 'see', ' ', ?, ?, ?)",
                id,
                Math.max(next + 1, OF_FLIPS),
                heading,
                key,
                flip);
        await(connection, keys(connection, id));
    }

    /** What a flip has left leads nowhere any more. */
    public void leadNoMore(Connection connection, long id, long flip) throws SQLException {
        await(connection, keys(connection, id));
        Sql.update(connection, "delete from authority_reference where flip_id = ?", flip);
    }

    private static List<Long> keys(Connection connection, long id) throws SQLException {
        return Sql.list(
                connection,
                "select key_hash from authority_record where id = ? union select key_hash from authority_reference"
                        + " where authority_id = ? and sense = 'see'",
                row -> row.getLong(1),
                id,
                id);
    }

    private static void await(Connection connection, Collection<Long> keys) throws SQLException {
        Sql.batch(
                connection,
                "insert ignore into authority_waiting (key_hash) values (?)",
                List.copyOf(new LinkedHashSet<>(keys)),
                (statement, key) -> statement.setLong(1, key));
    }

    /** Keys whose titles are to be read again, at most so many. */
    public List<Long> waiting(Connection connection, int most) throws SQLException {
        return Sql.list(
                connection,
                "select key_hash from authority_waiting order by key_hash limit ?",
                row -> row.getLong(1),
                most);
    }

    public void waitNoMore(Connection connection, List<Long> keys) throws SQLException {
        if (keys.isEmpty()) return;
        Sql.update(
                connection,
                "delete from authority_waiting where key_hash in (" + Sql.marks(keys.size()) + ")",
                keys.toArray());
    }

    /** Which authorities the keys lead to, by see references or as established headings; of these without their references. */
    public List<Led> findLed(Connection connection, Collection<Long> keys) throws SQLException {
        var found = new ArrayList<Led>();
        var all = List.copyOf(keys);
        for (var from = 0; from < all.size(); from += KEYS) {
            var some = all.subList(from, Math.min(from + KEYS, all.size()));
            var marks = Sql.marks(some.size());
            found.addAll(Sql.list(
                    connection,
                    "select " + COLUMNS + ", a.key_hash, false from authority_record a where a.key_hash in (" + marks
                            + ")",
                    AuthorityStore::led,
                    some.toArray()));
            found.addAll(Sql.list(
                    connection,
                    "select " + COLUMNS + ", r.key_hash, true from authority_reference r join authority_record a"
                            + " on a.id = r.authority_id where r.sense = 'see' and r.key_hash in (" + marks + ")",
                    AuthorityStore::led,
                    some.toArray()));
        }
        return found;
    }

    /** The same by key, each authority with its references and once for a key. */
    public Map<Long, List<Authority>> findAuthorities(Connection connection, Collection<Long> keys)
            throws SQLException {
        var led = findLed(connection, keys);
        var references = findReferences(
                connection, led.stream().map(each -> each.row().id()).distinct().toList());
        var found = new HashMap<Long, List<Authority>>();
        for (var each : led)
            found.computeIfAbsent(each.key(), key -> new ArrayList<>())
                    .add(with(
                            each.row().authority(),
                            references.getOrDefault(each.row().id(), List.of())));
        return found;
    }

    private static Led led(ResultSet row) throws SQLException {
        return new Led(row.getLong(9), row.getBoolean(10), row(row));
    }

    /** With its references; empty when there is none. */
    public Optional<Row> find(Connection connection, long id) throws SQLException {
        var found = Sql.first(
                connection, "select " + COLUMNS + " from authority_record a where a.id = ?", AuthorityStore::row, id);
        if (found.isEmpty()) return found;
        var references = findReferences(connection, List.of(id)).getOrDefault(id, List.of());
        return found.map(row -> new Row(row.id(), with(row.authority(), references)));
    }

    private static Authority with(Authority authority, List<Reference> references) {
        return new Authority(
                authority.source(),
                authority.number(),
                authority.kind(),
                authority.thesaurus(),
                authority.heading(),
                authority.shown(),
                authority.key(),
                references);
    }

    /** Of each authority what leads to it and from it, in the order of its record. */
    public Map<Long, List<Reference>> findReferences(Connection connection, Collection<Long> ids) throws SQLException {
        var found = new HashMap<Long, List<Reference>>();
        var all = List.copyOf(ids);
        for (var from = 0; from < all.size(); from += KEYS) {
            var some = all.subList(from, Math.min(from + KEYS, all.size()));
            Sql.list(
                            connection,
                            "select authority_id, sense, relation, heading, key_hash from authority_reference"
                                    + " where authority_id in (" + Sql.marks(some.size())
                                    + ") order by authority_id, place",
                            row -> Map.entry(
                                    row.getLong(1),
                                    new Reference(
                                            Sense.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                                            (row.getString(3) + " ").charAt(0),
                                            row.getString(4),
                                            row.getLong(5))),
                            some.toArray())
                    .forEach(entry -> found.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                            .add(entry.getValue()));
        }
        return found;
    }

    /** Authorities whose heading begins so, in alphabetical order. */
    public List<Row> findBeginning(Connection connection, String text, int most) throws SQLException {
        var folded = Texts.cut(TextFolding.fold(text), 180);
        if (folded.isEmpty()) return List.of();
        return Sql.list(
                connection,
                "select " + COLUMNS
                        + " from authority_record a where a.folded like concat(?, '%') order by a.folded limit ?",
                AuthorityStore::row,
                folded,
                most);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                new Authority(
                        row.getString(2),
                        row.getString(3),
                        kind(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getLong(8),
                        List.of()));
    }

    static AuthorityKind kind(String word) {
        return AuthorityKind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String word(AuthorityKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
