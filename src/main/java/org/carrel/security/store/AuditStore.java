package org.carrel.security.store;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.carrel.platform.Sql;
import org.carrel.security.AuditEvent;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.rules.AuditChain;
import org.jspecify.annotations.Nullable;

/** The chained table of audit events. Times are UTC. */
public final class AuditStore {
    private static final String SELECT =
            "select id, at, actor_id, action, subject_kind, subject_id, payload, previous_hash, hash from audit_event ";
    private static final int PAGE = 1000;

    private record Head(long last, byte[] hash) {}

    private record Row(AuditEvent event, byte[] previous, byte[] hash) {}

    /** Locks the end of the chain until the transaction ends. */
    public void append(Connection connection, LongFunction<AuditEvent> make) throws SQLException {
        var head = head(connection, "for update");
        var event = make.apply(head.last() + 1);
        var hash = AuditChain.hash(head.hash(), event);
        Sql.update(
                connection,
                "insert into audit_event (id, at, actor_id, action, subject_kind, subject_id, payload, previous_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event.number(),
                LocalDateTime.ofInstant(event.at(), UTC),
                event.actor().isPresent() ? event.actor().getAsLong() : null,
                event.action(),
                event.subject().map(Subject::kind).orElse(null),
                event.subject().map(Subject::number).orElse(null),
                event.payload()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .orElse(null),
                head.hash(),
                hash);
        Sql.update(connection, "update audit_head set last_id = ?, hash = ? where id = 1", event.number(), hash);
    }

    public List<AuditEvent> of(Connection connection, Subject subject, int most) throws SQLException {
        var sql = SELECT + "where subject_kind = ? and subject_id = ? order by id desc limit ?";
        return Sql.list(connection, sql, row -> row(row).event(), subject.kind(), subject.number(), most);
    }

    /** Walks the whole chain; the number of events that were looked at. */
    public long check(Connection connection, Consumer<String> problems) throws SQLException {
        var head = head(connection, "");
        var hash = new byte[head.hash().length];
        var number = 0L;
        while (number < head.last()) {
            var rows = Sql.list(connection, SELECT + "where id > ? order by id limit " + PAGE, row -> row(row), number);
            for (var row : rows) {
                number++;
                if (!follows(row, number, hash)) {
                    problems.accept(
                            "The audit trail is broken at event " + number + ": a row was changed or taken out.");
                    return number;
                }
                hash = row.hash();
            }
            if (rows.isEmpty()) break;
        }
        if (number < head.last() || !Arrays.equals(hash, head.hash())) {
            problems.accept("The audit trail ends at event " + number + ", but " + head.last() + " were written.");
        }
        return number;
    }

    private static boolean follows(Row row, long number, byte[] previous) {
        return row.event().number() == number
                && Arrays.equals(row.previous(), previous)
                && Arrays.equals(row.hash(), AuditChain.hash(previous, row.event()));
    }

    private static Head head(Connection connection, String lock) throws SQLException {
        return Sql.first(
                        connection,
                        "select last_id, hash from audit_head where id = 1 " + lock,
                        row -> new Head(row.getLong(1), row.getBytes(2)))
                .orElseThrow(() -> new IllegalStateException("The audit trail has no head"));
    }

    private static Row row(ResultSet row) throws SQLException {
        var actor = row.getLong(3);
        var hasActor = !row.wasNull();
        var event = new AuditEvent(
                row.getLong(1),
                row.getObject(2, LocalDateTime.class).toInstant(UTC),
                hasActor ? OptionalLong.of(actor) : OptionalLong.empty(),
                row.getString(4),
                subject(row.getString(5), row.getLong(6)),
                Optional.ofNullable(row.getBytes(7)).map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
        return new Row(event, row.getBytes(8), row.getBytes(9));
    }

    private static Optional<Subject> subject(@Nullable String kind, long number) {
        return Optional.ofNullable(kind).map(known -> new Subject(known, number));
    }
}
