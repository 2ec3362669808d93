package org.carrel.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Database;
import org.carrel.platform.Sql;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.store.AuditStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain of what was done, on the real database. What would break it for others is never committed. */
class AuditTrailIT {
    private static final OptionalLong NOBODY = OptionalLong.empty();

    @TempDir
    Path directory;

    private static AuditTrail trail(Database database, Path keys) {
        return new AuditTrail(database, Clock.systemUTC(), new PersonKeys(keys));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set action = 'nothing' where id = (select max(id) from audit_head h)",
                "update audit_event set payload = null",
                "delete from audit_event order by id desc limit 1",
                "delete from audit_event",
                "delete from audit_head",
                "update audit_head set last_id = last_id - 1",
                "update audit_head set last_id = last_id + 2",
                "update audit_head set hash = gone_hash",
                "update audit_head set gone_id = last_id + 1",
                "update audit_head set gone_id = gone_id + 1, hash = gone_hash"
            })
    void nothingIsChangedOrTakenOut(String sql) { // PR-5, 2.13
        Staff.admin();
        Staff.with(doors -> doors.database().read(connection -> {
            assertThatThrownBy(() -> Sql.update(connection, sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("The audit trail only grows");
            return true;
        }));
    }

    /** As somebody with all rights on the database might: the triggers are away, the chain tells. */
    @Test
    void whatWasChangedAllTheSameIsFoundAtItsFirstRow() {
        var second = Staff.with(doors -> {
            doors.audit().add(NOBODY, "sign_in_failed", new Subject("account", 1));
            return doors.database()
                    .read(connection -> new AuditStore().last(connection).number());
        });
        assertThat(broken("update audit_event set action = 'x' where id = ?", second))
                .contains("event " + second + ":");
        assertThat(broken("delete from audit_event where id = ?", second)).contains("ends at event " + (second - 1));
        assertThat(broken("update audit_event set at = at + interval 1 second where id = ?", second))
                .isNotEmpty();
        assertThat(broken("update audit_event set payload_key = 1, payload = 'x' where id = ?", second))
                .isNotEmpty();
    }

    private static String broken(String sql, long number) {
        return Staff.with(doors -> doors.database().read(connection -> {
            withoutTriggers(connection);
            Sql.update(connection, sql, number);
            var walked = new AuditStore().check(connection, (at, hash) -> {});
            Sql.update(connection, "drop temporary table audit_event");
            return walked.problem().orElse("");
        }));
    }

    /** In this connection a copy without triggers stands before the table. */
    private static void withoutTriggers(Connection connection) throws SQLException {
        Sql.update(connection, "create temporary table audit_event as select * from audit_event");
    }

    @Test
    void whoWritesAtTheSameTimeWritesOneChain() throws Exception { // I5
        var work = new ArrayList<Callable<Boolean>>();
        Staff.with(doors -> {
            var before = doors.database()
                    .read(connection -> new AuditStore().last(connection).number());
            for (var i = 0; i < 200; i++) {
                work.add(() -> {
                    doors.audit().add(NOBODY, "sign_out", new Subject("account", 4_000_000_000L));
                    return true;
                });
            }
            try (var threads = Executors.newFixedThreadPool(8)) {
                for (var done : threads.invokeAll(work)) done.get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            var checked = doors.audit().check();
            assertThat(checked.problems()).isEmpty();
            assertThat(checked.last()).isGreaterThanOrEqualTo(before + 200);
            return true;
        });
    }

    @Test
    void whatIsSaidAboutAPersonIsLostWithTheKeyAndTheChainHolds() { // PR-8
        Staff.with(doors -> {
            var trail = trail(doors.database(), directory);
            var person = System.nanoTime();
            doors.database().transaction(connection -> {
                trail.addAbout(connection, OptionalLong.of(1), "person_viewed", person, "{\"why\":\"Okafor called\"}");
                return true;
            });
            var subject = new Subject(AuditTrail.PERSON, person);
            assertThat(trail.of(subject, 5))
                    .singleElement()
                    .extracting(AuditEvent::payload)
                    .isEqualTo(Optional.of("{\"why\":\"Okafor called\"}"));
            assertThat(stored(doors.database(), person)).doesNotContain("Okafor");
            assertThat(doors.audit().of(subject, 5).getFirst().payload())
                    .as("somebody with the database and without the keys")
                    .isEmpty();
            new PersonKeys(directory).destroy(person);
            assertThat(trail.of(subject, 5)).singleElement().satisfies(event -> {
                assertThat(event.payload()).isEmpty();
                assertThat(event.actor()).as("who did it stays").hasValue(1);
            });
            assertThat(trail.check().problems()).isEmpty();
            return true;
        });
    }

    private static String stored(Database database, long person) {
        return database.read(connection -> Sql.first(
                        connection,
                        "select payload from audit_event where subject_kind = 'person' and subject_id = ?",
                        row -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1),
                        person)
                .orElseThrow());
    }

    @Test
    void whatIsForgottenAfterItsTimeLeavesAChainThatHolds() {
        Staff.with(doors -> doors.database().read(connection -> {
            var store = new AuditStore();
            var before = store.check(connection, (at, hash) -> {});
            var gone = store.forget(connection, Instant.parse("2200-01-01T00:00:00Z"), 3);
            var after = store.check(connection, (at, hash) -> {});
            assertThat(gone).isEqualTo(3);
            assertThat(after.problem()).isEmpty();
            assertThat(after.first()).isEqualTo(before.first() + 3);
            assertThat(store.forget(connection, Instant.parse("2000-01-01T00:00:00Z"), 3))
                    .isZero();
            store.forget(connection, Instant.parse("2200-01-01T00:00:00Z"), Integer.MAX_VALUE);
            var last = store.check(connection, (at, hash) -> {});
            assertThat(last.first()).as("the last one stays").isEqualTo(last.last());
            return true;
        }));
    }

    /** Somebody who writes the whole chain anew, hashes and all, cannot reach the notes outside of the database. */
    @Test
    void aChainThatWasWrittenAnewIsFoundOut() {
        Staff.with(doors -> {
            var trail = trail(doors.database(), directory);
            trail.add(NOBODY, "sign_out", new Subject("account", 1));
            trail.anchor();
            trail.anchor();
            assertThat(trail.check().problems()).isEmpty();
            var keys = new PersonKeys(directory);
            var noted = keys.read("audit-anchors.tsv");
            assertThat(noted.lines()).hasSize(1);
            keys.write("audit-anchors.tsv", noted.strip().replaceAll("[0-9a-f]{64}$", "0".repeat(64)) + "\n");
            assertThat(trail.check().problems()).singleElement().asString().contains("written anew");
            keys.write("audit-anchors.tsv", noted.replaceFirst("\t[0-9]+\t", "\t999999999\t"));
            assertThat(trail.check().problems()).singleElement().asString().contains("999999999");
            return true;
        });
    }

    @Test
    void theClockGivesTheTimeOfAnEvent() {
        Staff.with(doors -> {
            var noon = Instant.parse("2026-03-02T12:00:00.123456Z");
            var trail = new AuditTrail(doors.database(), Clock.fixed(noon, ZoneOffset.UTC), new PersonKeys(directory));
            var subject = new Subject("account", System.nanoTime());
            trail.add(NOBODY, "sign_out", subject);
            assertThat(trail.of(subject, 1)).singleElement().satisfies(event -> assertThat(event.at())
                    .isEqualTo(Instant.parse("2026-03-02T12:00:00.123Z")));
            assertThat(trail.check().problems()).isEmpty();
            return true;
        });
    }
}
