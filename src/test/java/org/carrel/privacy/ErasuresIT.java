package org.carrel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.RosterCommit.Committed;
import org.carrel.patrons.RosterRun.Origin;
import org.carrel.platform.Sql;
import org.carrel.privacy.rules.PersonalData;
import org.carrel.privacy.rules.PersonalTable.Fate;
import org.carrel.privacy.store.PersonalDataStore;
import org.carrel.security.AccountChange;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People go without a trace (PR-8, PR-13), on the product's database. */
class ErasuresIT {
    private static Privacy privacy;

    @TempDir
    Path folder;

    @BeforeAll
    static void connect() {
        privacy = Privacy.connect(Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        if (privacy != null) privacy.close();
    }

    /** Somebody who came by a roster, was changed by one, signs in, has cards, blocks and classes, and was looked at. */
    private long knownEverywhere(String mark) throws Exception {
        var source = Privacy.unique("erased");
        commit(source, mark, "Family" + mark);
        commit(source, mark, "Other" + mark);
        stage(source, mark, "Third" + mark);
        var id = privacy.count("select id from patron where identifier = ?", "no-" + mark);
        privacy.cards.add(id, "CARD" + mark, "test");
        privacy.blocks.block(id, "Lost " + mark, Optional.empty(), "test");
        privacy.accounts.add(
                Privacy.admin(), new AccountChange("user." + mark, "Shown " + mark, Role.STUDENT, Optional.of("LMC")));
        privacy.views.looked(Staff.of(Role.LIBRARIAN).caller(), id, "Why " + mark);
        privacy.exports.make(Privacy.admin(), id);
        return id;
    }

    private void commit(String source, String mark, String family) throws Exception {
        assertThat(privacy.rosters.commit(stage(source, mark, family), true, "test"))
                .isInstanceOf(Committed.class);
    }

    private long stage(String source, String mark, String family) throws Exception {
        var text = "sourcedId,role,givenName,familyName,identifier,username,grades,metadata.cardNumber\n"
                + "src-" + mark + ",student,Given" + mark + "," + family + ",no-" + mark + ",user." + mark + ",07,R"
                + mark
                + "\n";
        var file = Files.writeString(folder.resolve("users.csv"), text);
        return privacy.rosters.stage(file, "users.csv", source, Origin.COMMAND, "test");
    }

    @Test
    void ofWhoWasErasedNothingIsLeftAnywhere() throws Exception { // PR-8
        var mark = Privacy.unique("qz");
        var id = knownEverywhere(mark);
        var pseudonym = pseudonym(id);
        var merged = privacy.student(mark + "m", "LMC");
        privacy.write(connection -> Sql.update(
                connection, "update patron set status = 'merged', merged_into = ? where id = ?", id, merged));
        privacy.write(connection -> Sql.update(
                connection,
                "insert into roster_line (run_id, number, sourced_id, name, outcome, remarks) select max(id), 900, 'other', "
                        + "'Another Child', 'same', ? from roster_run",
                "[[\"CARD_TAKEN\",\"CARD" + mark.toUpperCase() + "\"]]"));
        assertThat(dump(mark)).as("before, or the search finds nothing at all").hasSizeGreaterThan(10);
        assertThat(privacy.keys.find(pseudonym)).isPresent();
        var counted = erasedSoFar();

        assertThat(privacy.erasures().erase(Privacy.admin(), id, ErasureReason.FAMILY_ASKED))
                .isEqualTo(ErasureResult.ERASED);

        assertThat(dump(mark)).isEmpty();
        assertThat(rowsAbout(id)).as("rows that refer to the person").isEmpty();
        assertThat(privacy.keys.find(pseudonym)).isEmpty();
        assertThat(erasedSoFar()).as("a count stays").isEqualTo(counted + 1);
        var trail = privacy.audit.of(new Subject(AuditTrail.PERSON, pseudonym), 10);
        assertThat(trail)
                .as("what staff did stays")
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(event -> assertThat(event.payload().orElse("")).doesNotContain(mark));
        assertThat(trail.getFirst().payload()).hasValue("{\"reason\":\"FAMILY_ASKED\"}");
        assertThat(privacy.audit.check().problems()).isEmpty();

        assertThat(privacy.erasures().erase(Privacy.admin(), id, ErasureReason.ASKED))
                .as("the second time there is nobody")
                .isEqualTo(ErasureResult.MISSING);
        assertThat(erasedSoFar()).isEqualTo(counted + 1);
    }

    @Test
    void whoeverHasSomethingOfTheLibraryStays() throws Exception { // PR-8
        var mark = Privacy.unique("qp");
        var id = privacy.student(mark, "LMC");
        var erasures = privacy.erasures((connection, patron) -> patron == id);
        assertThat(erasures.erase(Privacy.admin(), id, ErasureReason.ASKED)).isEqualTo(ErasureResult.PROPERTY_OUT);
        assertThat(privacy.patrons.find(id)).isPresent();
        assertThat(dump(mark)).isNotEmpty();
    }

    @Test
    void leaversGoWhenTheirTimeIsOverAndNotBefore() { // PR-8
        var now = Clock.systemUTC().instant();
        var mark = Privacy.unique("ql");
        var longGone = privacy.student(mark + "a", "LMC");
        var justGone = privacy.student(mark + "b", "LMC");
        var here = privacy.student(mark + "c", "LMC");
        left(longGone, 31);
        left(justGone, 29);
        var before = now.minus(Duration.ofDays(30));
        assertThat(privacy.erasures().eraseLeavers(before)).isGreaterThanOrEqualTo(1);
        assertThat(privacy.patrons.find(longGone)).isEmpty();
        assertThat(privacy.patrons.find(justGone)).isPresent();
        assertThat(privacy.patrons.find(here)).isPresent();
        assertThat(privacy.erasures().eraseLeavers(before)).as("the second run").isZero();
    }

    private void left(long id, int days) {
        privacy.write(connection -> Sql.update(
                connection,
                "update patron set status = 'inactive', left_on = utc_date() - interval ? day where id = ?",
                days,
                id));
    }

    /** A backup of the database knows nothing of the erasure; the list outside of it does. */
    @Test
    void whoComesBackWithABackupGoesAgain() { // PR-13
        var mark = Privacy.unique("qb");
        var id = privacy.student(mark, "LMC");
        privacy.write(connection ->
                Sql.update(connection, "create table patron_backup as select * from patron where id = ?", id));
        try {
            privacy.erasures().erase(Privacy.admin(), id, ErasureReason.LEFT);
            assertThat(privacy.patrons.find(id)).isEmpty();
            privacy.write(connection -> Sql.update(connection, "insert into patron select * from patron_backup"));
            assertThat(privacy.patrons.find(id)).as("restored").isPresent();
        } finally {
            privacy.write(connection -> Sql.update(connection, "drop table patron_backup"));
        }
        assertThat(privacy.erasures().eraseAgain()).isEqualTo(1);
        assertThat(privacy.patrons.find(id)).isEmpty();
        assertThat(dump(mark)).isEmpty();
        assertThat(privacy.erasures().eraseAgain()).isZero();
    }

    /** The program was killed after the database said yes and before the key was destroyed. */
    @Test
    void whatWasLeftUndoneIsDoneTheNextNight() { // PR-8
        var id = privacy.student(Privacy.unique("qk"), "LMC");
        var pseudonym = pseudonym(id);
        privacy.views.looked(Staff.of(Role.LIBRARIAN).caller(), id, "x");
        assertThat(privacy.keys.find(pseudonym)).isPresent();
        privacy.audit.add(OptionalLong.empty(), "person_erased", new Subject(AuditTrail.PERSON, pseudonym));
        privacy.erasures().eraseLeavers(Instant.EPOCH);
        assertThat(privacy.keys.find(pseudonym)).isEmpty();
        assertThat(privacy.keys.read("erased.tsv")).contains("%014x".formatted(pseudonym));
        privacy.erasures().eraseAgain();
    }

    private static long pseudonym(long id) {
        return privacy.count("select pseudonym from patron where id = ?", id);
    }

    private static long erasedSoFar() {
        return privacy.count("select coalesce(sum(people), 0) from erasure_count");
    }

    private static List<String> rowsAbout(long id) {
        var about = new ArrayList<String>();
        privacy.database.read(connection -> {
            for (var table : PersonalData.tables()) {
                if (table.fate() == Fate.DELETED && new PersonalDataStore().count(connection, table, List.of(id)) > 0) {
                    about.add(table.name());
                }
            }
            return true;
        });
        return about;
    }

    /** Every row of every table in which this stands, however it is written. */
    private static List<String> dump(String text) {
        return privacy.database.read(connection -> {
            var found = new ArrayList<String>();
            var tables = Sql.list(
                    connection,
                    "select table_name from information_schema.tables where table_schema = database() "
                            + "and table_type = 'BASE TABLE'",
                    row -> row.getString(1));
            for (var table : tables) found.addAll(rowsWith(connection, table, text.toLowerCase()));
            return found;
        });
    }

    private static String text(ResultSet row, int column) throws SQLException {
        var value = row.getObject(column);
        if (value instanceof Blob blob)
            return new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.UTF_8);
        if (value instanceof byte[] bytes) return new String(bytes, StandardCharsets.UTF_8);
        return String.valueOf(value);
    }

    private static List<String> rowsWith(Connection connection, String table, String text) throws SQLException {
        var rows = Sql.list(connection, "select * from `" + table + "`", ErasuresIT::text);
        return rows.stream()
                .filter(row -> row.contains(text))
                .map(row -> table + ": " + row)
                .toList();
    }

    private static String text(ResultSet row) throws SQLException {
        var all = new StringBuilder();
        for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            all.append(text(row, column)).append('|');
        }
        return all.toString().toLowerCase();
    }
}
