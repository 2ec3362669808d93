package org.carrel.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.catalog.UnlistedItems;
import org.carrel.cli.CarrelCommand;
import org.carrel.devices.MdmCommit.Committed;
import org.carrel.devices.MdmCommit.NotWaiting;
import org.carrel.devices.MdmRun.Origin;
import org.carrel.devices.MdmRun.State;
import org.carrel.devices.MdmUndone.NotCommitted;
import org.carrel.devices.MdmUndone.NotLast;
import org.carrel.devices.MdmUndone.Undone;
import org.carrel.devices.mdm.MdmSamples;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.Patrons;
import org.carrel.patrons.PeopleByLogin;
import org.carrel.platform.Csv;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Sql;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of device management on the product's database; every test has devices and people of its own. */
class DeviceImportsIT {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final Caller TECHNICIAN =
            new Caller(0, "technician", "Technician", Role.TECHNICIAN, Optional.empty());
    private static final String GAM =
            "deviceId,serialNumber,annotatedAssetId,model,status,lastSync,recentUsers,annotatedUser,notes\n";

    private static HikariDataSource connections;
    private static Database database;
    private static UnlistedItems items;
    private static int next;

    @TempDir
    Path folder;

    @BeforeAll
    static void connect() {
        var url = System.getProperty("carrel.test.db.url", "");
        assumeTrue(!url.isEmpty(), "skipped: the tests did not start the product");
        var user = System.getProperty("carrel.test.db.user");
        var access = new DatabaseSettings(url, user, System.getProperty("carrel.test.db.password"));
        connections = DataSources.open(access, Duration.ZERO);
        database = new Database(connections);
        items = new UnlistedItems();
        person("anunez@students.example.org");
        person("dualschool@students.example.org");
        person("r.fontaine@example.org");
    }

    @AfterAll
    static void close() {
        if (connections != null) connections.close();
    }

    private static DeviceImports imports(Clock clock) {
        return new DeviceImports(database, clock, items, new DeviceModels(database, items));
    }

    private static DeviceInventory inventory(Clock clock) {
        return new DeviceInventory(database, clock, items);
    }

    private static Discrepancies discrepancies() {
        return new Discrepancies(database, DAY, new AuditTrail(database, DAY));
    }

    private static String unique() {
        return Long.toString(System.nanoTime(), 28).toUpperCase(Locale.ROOT) + next++;
    }

    private static long person(String email) {
        var facts = new PatronFacts(Map.of(
                PatronField.FAMILY_NAME,
                "Device-user",
                PatronField.CATEGORY,
                PatronCategory.VOLUNTEER.name(),
                PatronField.EMAIL,
                email));
        var saved = new Patrons(database, DAY).add(facts, "", Optional.empty(), "test");
        return ((PatronSaved.Saved) saved).id();
    }

    private static long count(String sql, Object... parameters) {
        return database.read(connection -> Sql.first(connection, sql, row -> row.getLong(1), parameters))
                .orElseThrow();
    }

    private static long stage(Path file, Clock clock) {
        var upload = new MdmUpload(file, String.valueOf(file.getFileName()), "LMC", Origin.COMMAND);
        return imports(clock).stage(upload, "test").orElseThrow();
    }

    private static MdmSummary commit(Path file) {
        return commit(file, DAY);
    }

    private static MdmSummary commit(Path file, Clock clock) {
        return ((Committed) imports(clock).commit(stage(file, clock), "test")).summary();
    }

    private static MdmSummary summary(long run) {
        return imports(DAY).find(run).orElseThrow().summary();
    }

    private Path gam(String... rows) throws IOException {
        return Files.writeString(folder.resolve("gam" + next++ + ".csv"), GAM + String.join("\n", rows) + "\n");
    }

    private static Device device(String serial) {
        var found = inventory(DAY).scanned(serial, TECHNICIAN);
        assertThat(found).as(serial).hasSize(1);
        return found.getFirst();
    }

    /** A sample with numbers of its own, so that no other test has them. */
    private Path sample(String name, String mark) throws IOException {
        var bytes = Files.readAllBytes(MdmSamples.file(name));
        var charset = name.startsWith("school") ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
        var text = new String(bytes, charset)
                .replace("CB-0001", mark + "-1")
                .replace("5CD0000A", mark + "A")
                .replace("5cd0000a", mark.toLowerCase(Locale.ROOT) + "a")
                .replace("5E0023", "5E" + mark)
                .replace("0012345678", "00" + mark.hashCode() * (long) Integer.signum(mark.hashCode()))
                .replace("000103", mark + "000103")
                .replace("MP1ABC09", "MP" + mark)
                .replace("00000000-0000-4000-8000-", mark + "-")
                .replace("00000000-0000-4000-9000-", mark + "-")
                .replace("DMPEXAMPL", "DMP" + mark)
                .replace("0000000000123", "0000" + mark)
                .replace("PF0EXA", "PF" + mark)
                .replace("R5EXAMPLE", "R5" + mark)
                .replaceAll("\\b0002(0[1-7])\\b", mark + "-2$1")
                .replaceAll(",Institutional,([1-7]),", ",Institutional," + mark + "-$1,");
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    @Test
    void theSamplesOfGoogleComeChangeNothingTheSecondTimeAndGoBack() throws IOException { // B81, V4, V5
        var mark = unique();
        var gam = sample("google-gam-print-cros.csv", mark);
        var first = stage(gam, DAY);
        assertThat(summary(first).count(MdmOutcome.NEW)).isEqualTo(9);
        assertThat(count("select count(*) from device_mdm where mdm_id like ?", mark + "%"))
                .as("looking through writes nothing")
                .isZero();
        assertThat(imports(DAY).commit(first, "test")).isInstanceOf(Committed.class);
        assertThat(imports(DAY).commit(first, "test")).isEqualTo(new NotWaiting());
        assertThat(count("select count(*) from device_mdm where mdm_id like ?", mark + "%"))
                .isEqualTo(9);
        assertThat(device(mark + "A01").tag()).isEqualTo(mark + "-101");
        assertThat(device(mark + "A07").tag())
                .as("the tag is on the first already")
                .isEmpty();
        assertThat(device("5E" + mark).condition()).as("deprovisioned").isEqualTo(DeviceCondition.NEEDS_CHECK);
        assertThat(device(mark + "A08").condition()).isEqualTo(DeviceCondition.PRE_RECEIPT);
        assertThat(device(mark + "A06").serial()).as("as read").isEqualTo((mark + "A06").toLowerCase(Locale.ROOT));
        assertThat(discrepancies(mark + "A07")).containsExactly(DiscrepancyKind.TAG_TWICE);

        var again = stage(gam, DAY);
        assertThat(summary(again).changesNothing()).isTrue();
        assertThat(summary(again).count(MdmOutcome.SAME)).isEqualTo(9);
        var versions = versions(mark);
        imports(DAY).commit(again, "test");
        assertThat(versions(mark)).isEqualTo(versions);
        assertThat(discrepancies(mark + "A07")).as("raised once").containsExactly(DiscrepancyKind.TAG_TWICE);

        var console = stage(sample("google-admin-console-chromeos.csv", mark), DAY);
        assertThat(summary(console).count(MdmOutcome.SEEN))
                .as("their last users are new")
                .isEqualTo(6);
        assertThat(summary(console).count(MdmOutcome.SAME)).isEqualTo(3);
        imports(DAY).commit(console, "test");
        assertThat(count(
                        "select count(*) from device_last_user u join device_mdm m using (device_id, source) "
                                + "where m.mdm_id like ?",
                        mark + "%"))
                .isEqualTo(6);

        assertThat(imports(DAY).undo(first, "test")).isEqualTo(new NotLast(console));
        assertThat(imports(DAY).undo(console, "test")).isEqualTo(new Undone(0));
        assertThat(imports(DAY).undo(console, "test")).isEqualTo(new NotCommitted());
        assertThat(imports(DAY).undo(again, "test")).isEqualTo(new Undone(0));
        assertThat(count("select count(*) from device_mdm where mdm_id like ?", mark + "%"))
                .isEqualTo(9);
        assertThat(imports(DAY).undo(first, "test")).isEqualTo(new Undone(0));
        assertThat(count("select count(*) from device_record where serial like ?", "%" + mark + "%"))
                .isZero();
    }

    private static List<DiscrepancyKind> discrepancies(String serial) {
        var device = device(serial).id();
        return discrepancies().open(Optional.empty(), 0, 10_000, TECHNICIAN).stream()
                .filter(one -> one.device() == device)
                .map(Discrepancy::kind)
                .toList();
    }

    private static List<Long> versions(String mark) {
        return database.read(connection -> Sql.list(
                connection,
                "select d.version from device_record d where d.serial like ? order by d.id",
                row -> row.getLong(1),
                "%" + mark + "%"));
    }

    @Test
    void theSamplesOfJamfAndIntuneComeAndGoBack() throws IOException { // B82, V4
        var mark = unique();
        var jamf = stage(sample("jamf-pro-mobile-devices.csv", mark), DAY);
        var summary = ((Committed) imports(DAY).commit(jamf, "test")).summary();
        assertThat(summary.rows()).isEqualTo(7);
        assertThat(summary.count(MdmOutcome.NEW)).isEqualTo(7);
        assertThat(summary.count(DiscrepancyKind.TAG_TWICE)).isEqualTo(1);
        assertThat(summary.count(DiscrepancyKind.USER_UNKNOWN)).isEqualTo(1);
        assertThat(discrepancies("DMP" + mark + "007"))
                .containsExactlyInAnyOrder(DiscrepancyKind.TAG_TWICE, DiscrepancyKind.USER_UNKNOWN);
        var first = device("DMP" + mark + "001");
        assertThat(first.tag()).isEqualTo(mark + "-201");
        assertThat(first.manufacturer()).isEqualTo("Apple");
        assertThat(first.category()).isEqualTo(DeviceCategory.TABLET);
        assertThat(first.price()).isEqualTo(OptionalInt.of(29_900));
        assertThat(first.orderNumber()).isEqualTo("PO-2025-0117");
        assertThat(device("DMP" + mark + "004").condition()).as("lost mode").isEqualTo(DeviceCondition.NEEDS_CHECK);

        var intune = stage(sample("intune-all-devices-export.csv", mark), DAY);
        summary = ((Committed) imports(DAY).commit(intune, "test")).summary();
        assertThat(summary.count(MdmOutcome.NEW)).isEqualTo(7);
        assertThat(summary.count(MdmOutcome.IGNORED)).as("somebody's own").isEqualTo(1);
        assertThat(summary.count(MdmOutcome.CONFLICT))
                .as("placeholders never match")
                .isZero();
        assertThat(count(
                        "select count(*) from device_mdm m join device_record d on d.id = m.device_id "
                                + "where m.mdm_id like ? and d.serial_key is null",
                        mark + "%"))
                .isEqualTo(2);
        var legacy = stage(sample("intune-all-devices-export.legacy-azuread-header.csv", mark), DAY);
        assertThat(summary(legacy).count(MdmOutcome.SAME)).isEqualTo(2);
        assertThat(summary(legacy).count(MdmOutcome.MISSING))
                .as("the others are not in it")
                .isGreaterThanOrEqualTo(5);
        imports(DAY).discard(legacy);
        assertThat(imports(DAY).undo(intune, "test")).isEqualTo(new Undone(0));
        assertThat(imports(DAY).undo(jamf, "test")).isEqualTo(new Undone(0));
        assertThat(count("select count(*) from device_record where serial like ?", "%" + mark + "%"))
                .isZero();
    }

    @Test
    void theSpreadsheetFindsItsDevicesInSpiteOfWhatWasSpoiled() throws IOException { // V4
        var mark = unique();
        var gam = stage(sample("google-gam-print-cros.csv", mark), DAY);
        imports(DAY).commit(gam, "test");
        var text =
                Files.readString(sample("school-spreadsheet.excel-mangled.csv", mark), Charset.forName("windows-1252"));
        var lost = String.valueOf(mark.hashCode() * (long) Integer.signum(mark.hashCode()));
        var list = stage(Files.writeString(folder.resolve("list.csv"), text.replace("12345678", lost)), DAY);
        assertThat(imports(DAY).find(list).orElseThrow().state()).isEqualTo(State.PLANNED);
        assertThat(summary(list).rows()).isEqualTo(4);
        assertThat(summary(list).count(MdmOutcome.SAME)).isEqualTo(3);
        assertThat(summary(list).count(MdmOutcome.REFUSED)).isEqualTo(1);
        var lines = imports(DAY).lines(list, Optional.of(MdmOutcome.SAME), 0, 10);
        assertThat(lines.get(0).remarks()).extracting(MdmRemark::kind).contains(MdmRemark.Kind.TAG_KEPT);
        assertThat(lines.get(1).remarks()).extracting(MdmRemark::kind).contains(MdmRemark.Kind.SERIAL_LOST_ZEROS);
        imports(DAY).discard(list);
        imports(DAY).undo(gam, "test");
    }

    /** By command as on the page, and back again. */
    @Test
    void theCommandRehearsesTakesInAndTakesBack() throws IOException { // V4, V5
        var access = new DatabaseSettings(
                System.getProperty("carrel.test.db.url", ""),
                System.getProperty("carrel.test.db.user", ""),
                System.getProperty("carrel.test.db.password", ""));
        var command = new CarrelCommand(access, Files.createDirectories(folder.resolve("home")));
        var mark = "CMD" + unique();
        var file = Files.writeString(
                folder.resolve("chromebooks.csv"),
                "serial,asset tag,model\n" + mark + "1,,Example\n" + mark + "2,,Example\n");
        var path = file.toString();
        assertThat(command.run(List.of("devices", path))).contains("2 rows", "2 new", "this was a rehearsal");
        assertThat(count("select count(*) from device_record where serial like ?", mark + "%"))
                .isZero();
        assertThat(count("select count(*) from mdm_run where state = 'planned' and file_name = 'chromebooks.csv'"))
                .as("what was only looked through waits for nobody")
                .isZero();
        var said = command.run(List.of("devices", "--commit", path));
        assertThat(said).contains("2 new", "Taken in.");
        assertThat(count("select count(*) from device_record where serial like ?", mark + "%"))
                .isEqualTo(2);
        assertThat(command.run(List.of("devices", "--commit", path))).contains("2 same", "Taken in.");
        assertThat(count("select count(*) from device_record where serial like ?", mark + "%"))
                .isEqualTo(2);

        assertThat(command.run(List.of("devices", "--site", "NOWHERE", path))).contains("There is no site NOWHERE.");
        assertThat(command.run(List.of("devices", path + ".missing"))).contains("There is no readable file");
        assertThat(command.run(List.of("devices"))).contains("Name either a FILE or --undo");
        assertThat(command.run(List.of("devices", "--undo", "3", path))).contains("Name either a FILE or --undo");
        assertThat(command.run(List.of("devices", "--undo", "999999999")))
                .contains("There is no list 999999999 that was taken in.");
        var notes = Files.writeString(folder.resolve("notes.csv"), "colour,size\nred,4\n");
        assertThat(command.run(List.of("devices", "--commit", notes.toString())))
                .contains("Say at /desk/device-import/", "which of its columns is which")
                .doesNotContain("Taken in");
        var none = Files.writeString(folder.resolve("none.csv"), "");
        assertThat(command.run(List.of("devices", "--commit", none.toString())))
                .contains("Refused: ")
                .doesNotContain("Taken in");
    }

    @Test
    void theCommandTakesTheLastListOfAConsoleBack() throws IOException { // V4
        var access = new DatabaseSettings(
                System.getProperty("carrel.test.db.url", ""),
                System.getProperty("carrel.test.db.user", ""),
                System.getProperty("carrel.test.db.password", ""));
        var command = new CarrelCommand(access, Files.createDirectories(folder.resolve("home")));
        var serial = "BACK" + unique();
        var file =
                gam("id-" + serial + "," + serial + ",,Acer Example,ACTIVE,,,,").toString();
        var first = number(command.run(List.of("devices", "--commit", file)));
        var second = number(command.run(List.of("devices", "--commit", file)));
        assertThat(command.run(List.of("devices", "--undo", first)))
                .contains("List " + second + " came later from the same console");
        assertThat(command.run(List.of("devices", "--undo", second))).contains("List " + second + " is taken back");
        assertThat(command.run(List.of("devices", "--undo", first))).contains("List " + first + " is taken back");
        assertThat(count("select count(*) from device_record where serial = ?", serial))
                .isZero();
        assertThat(command.run(List.of("devices", "--undo", first))).contains("There is no list " + first);
    }

    private static String number(String said) {
        assertThat(said).contains("--undo ");
        return said.replaceAll("(?s).*--undo (\\d+).*", "$1");
    }

    @Test
    void b81ATagSetByHandSurvivesTheNextImportOfTheSameSerial() throws IOException {
        var mark = unique();
        var row = mark + "-id,S" + mark + ",T" + mark + ",Chromebook,ACTIVE,2026-11-20T10:00:00.000Z,,,";
        commit(gam(row));
        var device = device("S" + mark);
        var change = DeviceChange.of(device);
        var byHand = new DeviceChange(
                change.id(),
                change.version(),
                change.model(),
                "HAND" + mark,
                change.serial(),
                change.site(),
                change.room(),
                change.purchase(),
                change.supportEnds(),
                change.note());
        assertThat(inventory(DAY).change(byHand, TECHNICIAN)).isInstanceOf(DeviceSaved.Saved.class);
        var again = commit(gam(row, mark + "-id2,S2" + mark + ",No Asset Tag,Chromebook,ACTIVE,,,,"));
        assertThat(again.count(MdmOutcome.NEW)).as("no duplicate").isEqualTo(1);
        assertThat(device("S" + mark).id()).isEqualTo(device.id());
        assertThat(device("S" + mark).tag()).isEqualTo("HAND" + mark);
        assertThat(device("S2" + mark).tag())
                .as("a placeholder is no tag (B82)")
                .isEmpty();
    }

    @Test
    void v5WhoUsesADeviceForFiveDaysThatSomebodyElseHasIsAskedAboutOnce() throws IOException { // V5, PR-8
        var mark = unique();
        var holder = person("a" + mark + "@students.example.org");
        person("b" + mark + "@students.example.org");
        var start = mark + "-id,S" + mark + ",T" + mark + ",Chromebook,ACTIVE,";
        var user = ",b" + mark + "@students.example.org,,";
        commit(gam(start + "2026-11-10T10:00:00.000Z" + user));
        var device = device("S" + mark);
        var terms = "insert ignore into loan_terms (digest, rule) values (unhex(sha2('{}', 256)), '{}')";
        database.transaction(connection -> Sql.update(connection, terms));
        database.transaction(connection -> Sql.update(
                connection,
                "insert into loan (item_id, patron_id, site_id, zone, patron_category, lent_at, terms_id) values "
                        + "(?, ?, ?, 'UTC', 'volunteer', '2026-09-01 10:00:00', (select id from loan_terms where rule = '{}'))",
                device.item(),
                holder,
                device.siteId()));
        commit(gam(start + "2026-11-14T10:00:00.000Z" + user));
        assertThat(discrepancies("S" + mark)).as("four days").isEmpty();
        commit(gam(start + "2026-11-15T10:00:00.000Z" + user));
        assertThat(discrepancies("S" + mark)).containsExactly(DiscrepancyKind.USED_BY_OTHER);
        assertThat(device("S" + mark).custody().kind()).as("nothing changes").isEqualTo(Custody.Kind.ON_LOAN);

        var open = discrepancies().open(Optional.of(DiscrepancyKind.USED_BY_OTHER), 0, 10_000, TECHNICIAN).stream()
                .filter(one -> one.device() == device.id())
                .findFirst()
                .orElseThrow();
        assertThat(open.holder()).hasValue(holder);
        assertThat(discrepancies().settle(open.id(), " ", TECHNICIAN))
                .as("a note is needed")
                .isFalse();
        var elsewhere = new Caller(0, "other", "Other", Role.TECHNICIAN, Optional.of("EAST"));
        assertThat(discrepancies().settle(open.id(), "Siblings.", elsewhere))
                .as("of another school")
                .isFalse();
        assertThat(discrepancies().settle(open.id(), "Siblings.", TECHNICIAN)).isTrue();
        assertThat(discrepancies().settle(open.id(), "Again.", TECHNICIAN)).isFalse();
        commit(gam(start + "2026-11-16T10:00:00.000Z" + user));
        assertThat(discrepancies("S" + mark)).as("settled").isEmpty();

        var login = "b" + mark.toLowerCase(Locale.ROOT) + "@students.example.org";
        var other = open.patron().orElseThrow();
        database.transaction(connection -> {
            new MdmPeople(new PeopleByLogin()).forget(connection, other);
            return true;
        });
        assertThat(count(
                        "select count(*) from mdm_row where locate(?, lower(concat(coalesce(cells, ''), changes, "
                                + "suspicions, coalesce(was, '')))) > 0",
                        login))
                .isZero();
        assertThat(count("select count(*) from device_discrepancy where patron_id = ?", other))
                .isZero();
        database.transaction(connection -> Sql.update(connection, "delete from loan where item_id = ?", device.item()));
    }

    @Test
    void v5ADeviceThatWasRetiredOrIsMissingAndIsSeenIsAskedAboutUntilItIsOver() throws IOException {
        var mark = unique();
        var retired = mark + "-r,R" + mark + ",RT" + mark + ",Chromebook,ACTIVE,";
        var missing = mark + "-m,M" + mark + ",MT" + mark + ",Chromebook,ACTIVE,";
        var early = Clock.fixed(Instant.parse("2026-11-18T12:00:00Z"), ZoneOffset.UTC);
        commit(gam(retired + "2026-11-17T10:00:00.000Z,,,", missing + "2026-11-17T10:00:00.000Z,,,"), early);
        set("R" + mark, DeviceCondition.RETIRED, early);
        set("M" + mark, DeviceCondition.MISSING, early);
        commit(gam(retired + "2026-11-18T11:00:00.000Z,,,", missing + "2026-11-18T11:00:00.000Z,,,"));
        assertThat(discrepancies("R" + mark)).as("seen before").isEmpty();
        var seen = stage(gam(retired + "2026-11-21T10:00:00.000Z,,,", missing + "2026-11-21T10:00:00.000Z,,,"), DAY);
        imports(DAY).commit(seen, "test");
        assertThat(discrepancies("R" + mark)).containsExactly(DiscrepancyKind.RETIRED_ONLINE);
        assertThat(discrepancies("M" + mark)).containsExactly(DiscrepancyKind.MISSING_ONLINE);
        assertThat(device("M" + mark).condition()).as("facts only").isEqualTo(DeviceCondition.MISSING);
        set("M" + mark, DeviceCondition.READY, DAY);
        var over = stage(gam(missing + "2026-11-22T10:00:00.000Z,,,"), DAY);
        imports(DAY).commit(over, "test");
        assertThat(discrepancies("M" + mark)).as("a later export agrees").isEmpty();
        imports(DAY).undo(over, "test");
        assertThat(discrepancies("M" + mark)).containsExactly(DiscrepancyKind.MISSING_ONLINE);
        imports(DAY).undo(seen, "test");
        assertThat(discrepancies("R" + mark)).isEmpty();
    }

    private static void set(String serial, DeviceCondition condition, Clock clock) {
        var device = device(serial);
        var done = inventory(clock)
                .setCondition(device.id(), device.version(), condition, "Test", OptionalInt.empty(), true, TECHNICIAN);
        assertThat(done).isInstanceOf(ConditionSet.Done.class);
    }

    @Test
    void whatWasEditedSinceStaysWhenAnImportGoesBack() throws IOException {
        var mark = unique();
        var run = stage(
                gam(
                        mark + "-1,S1" + mark + ",,Chromebook,ACTIVE,,,,",
                        mark + "-2,S2" + mark + ",,Chromebook,ACTIVE,,,,"),
                DAY);
        imports(DAY).commit(run, "test");
        set("S1" + mark, DeviceCondition.BROKEN, DAY);
        assertThat(imports(DAY).undo(run, "test")).isEqualTo(new Undone(1));
        assertThat(device("S1" + mark).condition()).isEqualTo(DeviceCondition.BROKEN);
        assertThat(inventory(DAY).scanned("S2" + mark, TECHNICIAN)).isEmpty();
        assertThat(imports(DAY).lines(run, Optional.empty(), 0, 10))
                .filteredOn(MdmLine::kept)
                .extracting(MdmLine::label)
                .containsExactly("S1" + mark);
    }

    @Test
    void aListWhoseColumnsNobodyKnowsIsAskedAboutOnce() throws IOException {
        var mark = unique();
        var file = Files.writeString(folder.resolve("list.csv"), "A%1$s;B%1$s\nChromebook;L%1$s\n".formatted(mark));
        var run = stage(file, DAY);
        assertThat(imports(DAY).find(run).orElseThrow().state()).isEqualTo(State.MAPPING);
        assertThat(imports(DAY).map(run, Map.of(MdmField.MODEL, 0)))
                .as("nothing to know a device by")
                .isFalse();
        assertThat(imports(DAY).map(run, Map.of(MdmField.MODEL, 0, MdmField.SERIAL, 1)))
                .isTrue();
        assertThat(summary(run).count(MdmOutcome.NEW)).isEqualTo(1);
        imports(DAY).commit(run, "test");
        var again = stage(file, DAY);
        assertThat(imports(DAY).find(again).orElseThrow().state())
                .as("remembered")
                .isEqualTo(State.PLANNED);
        assertThat(summary(again).count(MdmOutcome.SAME)).isEqualTo(1);
        imports(DAY).discard(again);
        assertThat(imports(DAY).undo(run, "test")).isEqualTo(new Undone(0));
        assertThat(inventory(DAY).scanned("L" + mark, TECHNICIAN)).isEmpty();
    }

    @Test
    void whatGoesBackToTheConsolesRunsNoFormulaAndNamesNobody() throws IOException { // PR-10
        var mark = unique();
        var run = stage(
                gam(mark + "-1,S" + mark + ",T" + mark
                        + ",Chromebook,ACTIVE,,,anunez@students.example.org,\"=HYPERLINK(1)\""),
                DAY);
        imports(DAY).commit(run, "test");
        var rows = new ArrayList<List<String>>();
        new ConsoleFiles(database).google(TECHNICIAN, rows::add);
        assertThat(rows.getFirst())
                .containsExactly("deviceId", "serialNumber", "annotatedAssetId", "annotatedLocation", "notes");
        var mine = rows.stream()
                .filter(row -> row.contains("S" + mark))
                .findFirst()
                .orElseThrow();
        assertThat(Csv.row(mine)).isEqualTo(mark + "-1,S" + mark + ",T" + mark + ",,'=HYPERLINK(1)\r\n");
        var back = stage(Files.writeString(folder.resolve("back.csv"), Csv.row(rows.getFirst()) + Csv.row(mine)), DAY);
        assertThat(summary(back).count(MdmOutcome.SAME)).as("and is read again").isEqualTo(1);
        imports(DAY).discard(back);
        var jamf = new ArrayList<List<String>>();
        new ConsoleFiles(database).jamf(TECHNICIAN, jamf::add);
        assertThat(jamf.getFirst()).startsWith("Mobile Device Serial", "Display Name", "Enforce Name", "Asset Tag");
        assertThat(jamf).allMatch(row -> row.size() == jamf.getFirst().size());
        imports(DAY).undo(run, "test");
    }
}
