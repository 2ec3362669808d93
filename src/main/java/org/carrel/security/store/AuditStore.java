package org.carrel.security.store;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.carrel.platform.Sql;
import org.carrel.security.AuditEvent;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.rules.AuditChain;
import org.carrel.security.rules.PayloadSeal.Sealed;
import org.jspecify.annotations.Nullable;

/** The chained table of audit events. Times are UTC. */
public final class AuditStore {
    private static final String SELECT =
            "select id, at, actor_id, action, subject_kind, subject_id, payload, payload_key,"
                    + " previous_hash, hash from audit_event ";
    private static final int PAGE = 1000;

    /** An event as it is stored. @param sealed the payload of the event where it is encrypted */
    public record Entry(AuditEvent event, Optional<Sealed> sealed) {}

    /** Hears every event that is where it should be. */
    @FunctionalInterface
    public interface Walk {
        void at(long number, byte[] hash);
    }

    /**
     * What came of walking the chain.
     *
     * @param first number of the first event that is kept
     * @param last number of the last event that was in order
     * @param problem a sentence; empty when all is well
     */
    public record Walked(long first, long last, Optional<String> problem) {}

    /** An end of the chain: a number and the hash of its event. */
    public record End(long number, byte[] hash) {}

    private record Head(End last, End gone) {}

    private record Row(Entry entry, byte[] previous, byte[] hash) {
        long number() {
            return entry.event().number();
        }
    }

    /** Locks the end of the chain until the transaction ends. */
    public void append(Connection connection, LongFunction<Entry> make) throws SQLException {
        var last = head(connection, "for update").last();
        var entry = make.apply(last.number() + 1);
        var event = entry.event();
        var sealed = entry.sealed();
        var hash = AuditChain.hash(last.hash(), event, sealed);
        Sql.update(
                connection,
                "insert into audit_event (id, at, actor_id, action, subject_kind, subject_id, payload, payload_key,"
                        + " previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event.number(),
                LocalDateTime.ofInstant(event.at(), UTC),
                event.actor().isPresent() ? event.actor().getAsLong() : null,
                event.action(),
                event.subject().map(Subject::kind).orElse(null),
                event.subject().map(Subject::number).orElse(null),
                sealed.map(Sealed::bytes)
                        .or(() -> event.payload().map(AuditStore::bytes))
                        .orElse(null),
                sealed.map(Sealed::person).orElse(null),
                last.hash(),
                hash);
        Sql.update(connection, "update audit_head set last_id = ?, hash = ? where id = 1", event.number(), hash);
    }

    public List<Entry> of(Connection connection, Subject subject, int most) throws SQLException {
        var sql = SELECT + "where subject_kind = ? and subject_id = ? order by id desc limit ?";
        return Sql.list(connection, sql, row -> row(row).entry(), subject.kind(), subject.number(), most);
    }

    /** Under which a person stands in the trail; empty when there is no such person. */
    public Optional<Long> pseudonym(Connection connection, long patron) throws SQLException {
        return Sql.first(connection, "select pseudonym from patron where id = ?", row -> row.getLong(1), patron);
    }

    /** How often an account has done this since then. */
    public long count(Connection connection, long actor, String action, Instant since) throws SQLException {
        var sql = "select count(*) from audit_event where actor_id = ? and action = ? and at > ?";
        return Sql.first(connection, sql, row -> row.getLong(1), actor, action, LocalDateTime.ofInstant(since, UTC))
                .orElse(0L);
    }

    public List<Long> subjects(Connection connection, String action, Instant since) throws SQLException {
        var sql =
                "select subject_id from audit_event where at > ? and action = ? and subject_id is not null order by id";
        return Sql.list(connection, sql, row -> row.getLong(1), LocalDateTime.ofInstant(since, UTC), action);
    }

    public End last(Connection connection) throws SQLException {
        return head(connection, "").last();
    }

    /**
     * Lets go of the oldest events, in their order, as far as they are from before that time. The last event always stays.
     *
     * @return how many
     */
    public int forget(Connection connection, Instant before, int most) throws SQLException {
        var head = head(connection, "for update");
        var gone = head.gone().number();
        var first = Sql.first(
                        connection,
                        "select min(id) from audit_event where at >= ?",
                        row -> row.getLong(1),
                        LocalDateTime.ofInstant(before, UTC))
                .filter(number -> number > 0)
                .orElse(head.last().number());
        var last = Math.min(Math.min(first, head.last().number()) - 1, gone + most);
        if (last <= gone) return 0;
        var hash = Sql.first(connection, "select hash from audit_event where id = ?", row -> row.getBytes(1), last);
        if (hash.isEmpty()) return 0;
        Sql.update(connection, "update audit_head set gone_id = ?, gone_hash = ? where id = 1", last, hash.get());
        return Sql.update(connection, "delete from audit_event where id <= ?", last);
    }

    /** Walks the whole chain up to the first event that is not as it was written. */
    public Walked check(Connection connection, Walk walk) throws SQLException {
        var head = head(connection, "");
        var hash = head.gone().hash();
        var first = head.gone().number() + 1;
        var number = first - 1;
        while (number < head.last().number()) {
            var rows = Sql.list(connection, SELECT + "where id > ? order by id limit " + PAGE, row -> row(row), number);
            for (var row : rows) {
                if (!follows(row, number + 1, hash)) return new Walked(first, number, broken(number + 1));
                number++;
                hash = row.hash();
                walk.at(number, hash);
            }
            if (rows.isEmpty()) break;
        }
        var whole = number >= head.last().number()
                && (number > head.last().number()
                        || Arrays.equals(hash, head.last().hash()));
        return new Walked(
                first,
                number,
                whole ? Optional.empty() : tooShort(number, head.last().number()));
    }

    private static Optional<String> broken(long number) {
        return Optional.of("The audit trail is broken at event " + number + ": a row was changed or taken out.");
    }

    private static Optional<String> tooShort(long number, long last) {
        return Optional.of("The audit trail ends at event " + number + ", but " + last + " were written.");
    }

    private static boolean follows(Row row, long number, byte[] previous) {
        return row.number() == number
                && Arrays.equals(row.previous(), previous)
                && Arrays.equals(
                        row.hash(),
                        AuditChain.hash(
                                previous, row.entry().event(), row.entry().sealed()));
    }

    private static Head head(Connection connection, String lock) throws SQLException {
        return Sql.first(
                        connection,
                        "select last_id, hash, gone_id, gone_hash from audit_head where id = 1 " + lock,
                        row -> new Head(
                                new End(row.getLong(1), row.getBytes(2)), new End(row.getLong(3), row.getBytes(4))))
                .orElseThrow(() -> new IllegalStateException("The audit trail has no head"));
    }

    private static Row row(ResultSet row) throws SQLException {
        var actor = row.getLong(3);
        var hasActor = !row.wasNull();
        var key = row.getLong(8);
        var sealed = row.wasNull() ? Optional.<Sealed>empty() : Optional.of(new Sealed(key, row.getBytes(7)));
        var payload = sealed.isPresent() ? Optional.<byte[]>empty() : Optional.ofNullable(row.getBytes(7));
        var event = new AuditEvent(
                row.getLong(1),
                row.getObject(2, LocalDateTime.class).toInstant(UTC),
                hasActor ? OptionalLong.of(actor) : OptionalLong.empty(),
                row.getString(4),
                subject(row.getString(5), row.getLong(6)),
                payload.map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
        return new Row(new Entry(event, sealed), row.getBytes(9), row.getBytes(10));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Subject> subject(@Nullable String kind, long number) {
        return Optional.ofNullable(kind).map(known -> new Subject(known, number));
    }
}
