package org.carrel.patrons.rosters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterFinding.Kind;
import org.carrel.patrons.RosterRemark;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.rosters.Roster.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterReaderTest {
    private static final String USERS = "sourcedId,role,givenName,familyName,identifier,grades\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"oneroster-1.1-bulk", "oneroster-1.1-bulk.zip"})
    void aCompleteRosterIsReadWholeFromFolderAndZip(String name) {
        var roster = read(RosterSamples.file(name));
        assertThat(roster.ofUsers()).isEqualTo(Part.COMPLETE);
        assertThat(roster.users()).hasSize(26).noneMatch(User::isRefused);
        assertThat(roster.enrolments()).hasSize(34);
        assertThat(roster.classes()).hasSize(4);
        assertThat(roster.terms()).hasSize(4);
        assertThat(roster.schools()).filteredOn(school -> school.isSchool()).hasSize(2);
        assertThat(roster.refusedRows()).isZero();
        assertThat(roster.users())
                .filteredOn(User::contact)
                .extracting(User::sourcedId)
                .containsExactly("u-g-01");
    }

    @Test
    void awkwardButLegalRowsAreTakenAsTheyAre() {
        var users = byId(read(RosterSamples.file("oneroster-1.1-bulk")));
        assertThat(fact(users, "u-s-01", PatronField.FAMILY_NAME)).isEqualTo("Núñez-Ibarra");
        assertThat(fact(users, "u-s-03", PatronField.FAMILY_NAME)).isEqualTo("Okafor, Jr.");
        assertThat(fact(users, "u-s-06", PatronField.IDENTIFIER)).isEqualTo("4029357733000012");
        assertThat(fact(users, "u-s-07", PatronField.IDENTIFIER)).isEqualTo("5E0023");
        assertThat(fact(users, "u-s-07", PatronField.FAMILY_NAME)).isEqualTo("Keʻalohi");
        assertThat(fact(users, "u-s-09", PatronField.FAMILY_NAME)).isEqualTo(".");
        assertThat(fact(users, "u-s-12", PatronField.GRADE)).isEqualTo("08");
        assertThat(users.get("u-s-12").schools()).containsExactly("sch-0101", "sch-0102");
        assertThat(fact(users, "u-s-13", PatronField.STATUS)).isEqualTo(PatronStatus.INACTIVE.name());
        assertThat(fact(users, "u-s-15", PatronField.USERNAME)).isEqualTo("MIXEDCASE");
        assertThat(fact(users, "u-s-18", PatronField.IDENTIFIER)).isEqualTo("0");
        assertThat(fact(users, "u-s-19", PatronField.IDENTIFIER)).isEqualTo("NULL");
        assertThat(fact(users, "u-s-20", PatronField.IDENTIFIER)).isEqualTo("2026-03-04");
        assertThat(fact(users, "u-d-01", PatronField.CATEGORY)).isEqualTo(PatronCategory.STAFF.name());
        assertThat(fact(users, "u-s-01", PatronField.GRADE)).isEqualTo("08");
    }

    @Test
    void aListOfChangesSaysSo() {
        var roster = read(RosterSamples.file("oneroster-1.1-delta.zip"));
        assertThat(roster.ofUsers()).isEqualTo(Part.CHANGES);
        assertThat(roster.users()).hasSize(2);
        assertThat(roster.users().getLast().deleted()).isTrue();
        assertThat(roster.enrolments()).singleElement().matches(enrolment -> enrolment.deleted());
        assertThat(roster.ofClasses()).isEqualTo(Part.ABSENT);
    }

    @Test
    void b84AHeaderWithoutRowsIsRefused() {
        assertRefused(RosterSamples.file("oneroster-1.1-bulk-empty-users.zip"), Kind.NO_ROWS);
    }

    @ParameterizedTest(name = "B80 {0}")
    @CsvSource({
        "users.utf8-bom.csv,              26, 0, ",
        "users.cp1252.csv,                23, 0, READ_AS Windows-1252",
        "users.utf16le-bom-tab.csv,       26, 0, READ_AS UTF-16",
        "users.semicolon.csv,             26, 0, DELIMITER ;",
        "users.excel-mangled.csv,         26, 3, ROWS_REFUSED 3",
        "users.lf-noeol-quoteall.csv,     26, 0, ",
        "users.metadata-columns.csv,      26, 0, ",
        "users.zero-width-header.csv,      3, 0, HEADER_CLEANED sourcedId"
    })
    void b80EveryVariantIsTakenOrNamed(String file, int users, int refused, String said) {
        var roster = read(RosterSamples.file("variants/" + file));
        assertThat(roster.users()).hasSize(users);
        assertThat(roster.refusedRows()).isEqualTo(refused);
        if (said != null) assertThat(said(roster)).contains(said);
        assertThat(roster.users())
                .allSatisfy(user -> assertThat(user.facts().toString()).doesNotContain("\uFFFD"));
        assertThat(fact(byId(roster), "u-t-02", PatronField.FAMILY_NAME)).isEqualTo("van der Berg");
        if (users > 20)
            assertThat(fact(byId(roster), "u-s-01", PatronField.GIVEN_NAME)).isEqualTo("Zoë");
    }

    @Test
    void numbersThatASpreadsheetRuinedAreRefusedAtTheirRow() {
        var refused = read(RosterSamples.file("variants/users.excel-mangled.csv")).users().stream()
                .filter(User::isRefused)
                .toList();
        assertThat(refused).extracting(User::sourcedId).containsExactly("u-s-06", "u-s-07", "u-s-20");
        assertThat(refused).extracting(User::row).containsExactly(12, 13, 26);
        assertThat(refused.getFirst().remarks())
                .contains(new RosterRemark(RosterRemark.Kind.IDENTIFIER_DAMAGED, "4.02936E+15"));
    }

    @Test
    void pr10SensitiveAndUnknownColumnsAreDroppedAndNamed() throws IOException {
        var file = RosterSamples.zip(
                folder.resolve("r.zip"),
                Map.of("users.csv", """
                sourcedId,role,givenName,familyName,birthDate,ssn,metadata.lunchStatus,favouriteColour,userMasterIdentifier
                u1,student,Ana,Lima,2014-01-01,078-05-1120,free,green,U-77
                """, "demographics.csv", "sourcedId,birthDate\nu1,2014-01-01\n"));
        var reader = RosterReader.of(file);
        var roster = WholeRoster.of(reader.read(Optional.empty()));
        assertThat(said(roster))
                .contains(
                        "COLUMN_SENSITIVE birthDate",
                        "COLUMN_SENSITIVE ssn",
                        "COLUMN_SENSITIVE metadata.lunchStatus",
                        "COLUMN_SENSITIVE userMasterIdentifier",
                        "COLUMN_UNKNOWN favouriteColour",
                        "NO_MANIFEST ");
        assertThat(roster.findings()).contains(new RosterFinding(Kind.MEMBER_IGNORED, "demographics.csv", ""));
        var copy = FilteredCopy.of(reader, Optional.empty()).packed().readAllBytes();
        var kept = new StringBuilder();
        for (var member : RosterMembers.of(write("copy.zip", copy)))
            kept.append(new String(member.open().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(kept).contains("Lima").doesNotContain("2014", "078-05", "free", "green", "U-77");
    }

    @Test
    void whatWaitsIsReadAsTheFileWas() {
        for (var name : List.of("oneroster-1.1-bulk.zip", "oneroster-1.1-delta.zip", "variants/users.semicolon.csv")) {
            var reader = RosterReader.of(RosterSamples.file(name));
            var before = WholeRoster.of(reader.read(Optional.empty()));
            var copy = FilteredCopy.unpack(
                    FilteredCopy.of(reader, Optional.empty()).packed());
            var again = WholeRoster.of(copy.reader().reread(Optional.empty()));
            assertThat(again.users()).as(name).isEqualTo(before.users());
            assertThat(again.enrolments()).isEqualTo(before.enrolments());
            assertThat(again.classes()).isEqualTo(before.classes());
            assertThat(again.delivered()).isEqualTo(before.delivered());
        }
    }

    @Test
    void rosters12HaveTheirRolesInAFileOfTheirOwn() {
        var file = RosterSamples.zip(
                folder.resolve("r.zip"),
                new LinkedHashMap<>(Map.of(
                        "oneroster/manifest.csv",
                        "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.users,bulk\nfile.roles,bulk\n",
                        "oneroster/users.csv",
                        """
                givenName,sourcedId,familyName,preferredFirstName,primaryOrgSourcedId,pronouns,enabledUser
                Maximilian,u1,Berg,Max,s2,he,TRUE
                Ida,u2,Berg,Ida,,she,true
                """,
                        "oneroster/roles.csv",
                        """
                sourcedId,userSourcedId,roleType,role,orgSourcedId
                r1,u1,secondary,teacher,s1
                r2,u1,primary,student,s2
                r3,u2,primary,siteAdministrator,s1
                """)));
        var users = byId(read(file));
        assertThat(users.get("u1").schools()).startsWith("s2");
        assertThat(fact(users, "u1", PatronField.CATEGORY)).isEqualTo("STUDENT");
        assertThat(fact(users, "u1", PatronField.PREFERRED_NAME)).isEqualTo("Max");
        assertThat(fact(users, "u2", PatronField.CATEGORY)).isEqualTo("STAFF");
        assertThat(fact(users, "u2", PatronField.PREFERRED_NAME))
                .as("the same as the given name")
                .isEmpty();
    }

    @Test
    void b86DaysThatAreNoneAreNothing() {
        var file = RosterSamples.zip(
                folder.resolve("r.zip"),
                Map.of("users.csv", USERS + "u1,student,Ana,Lima,1,07\n", "enrollments.csv", """
                sourcedId,classSourcedId,userSourcedId,role,beginDate,endDate
                e1,c1,u1,student,0000-00-00,
                e2,c1,u1,student,2026-08-17T00:00:00.000Z,8/17/2026
                """));
        var enrolments = read(file).enrolments();
        assertThat(enrolments.getFirst().begins()).isEmpty();
        assertThat(enrolments.getFirst().ends()).isEmpty();
        assertThat(enrolments.getLast().begins().orElseThrow()).hasToString("2026-08-17");
        assertThat(enrolments.getLast().ends()).isEmpty();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "u1,student,Ana,,1,07             | NO_NAME",
                ",student,Ana,Lima,1,07           | NO_SOURCED_ID",
                "u1,wizard,Ana,Lima,1,07          | UNKNOWN_ROLE",
                "u1,student,Ana,Lima,4.1E+5,07    | IDENTIFIER_DAMAGED",
                "u1,student,Ana,Lima,417.0,07     | IDENTIFIER_DAMAGED",
                "u1,student,Ana,M\uFFFDller,1,07  | BROKEN_LETTERS"
            })
    void aRowThatCannotBeTakenIsRefusedAlone(String row, RosterRemark.Kind why) {
        var users = read(RosterSamples.zip(
                        folder.resolve("r.zip"), Map.of("users.csv", USERS + row + "\nu2,student,Bo,Lima,2,08\n")))
                .users();
        assertThat(users.getFirst().remarks()).extracting(RosterRemark::kind).contains(why);
        assertThat(users.getFirst().isRefused()).isTrue();
        assertThat(users.getLast().isRefused()).isFalse();
    }

    @Test
    void theSameIdTwiceIsRefusedTheSecondTime() {
        var users = read(RosterSamples.zip(
                        folder.resolve("r.zip"),
                        Map.of("users.csv", USERS + "u1,student,Ana,Lima,1,07\nu1,student,Bo,Lima,2,07\n")))
                .users();
        assertThat(users).extracting(User::isRefused).containsExactly(false, true);
    }

    @Test
    void whatIsNoRosterIsRefusedWithItsReason() {
        assertRefused(
                RosterSamples.zip(folder.resolve("a.zip"), Map.of("readme.csv", "a,b\n1,2\n", "b.csv", "a\n1\n")),
                Kind.NOT_A_ROSTER);
        assertRefused(
                RosterSamples.zip(
                        folder.resolve("b.zip"),
                        Map.of(
                                "users.csv",
                                "sourcedId,role,givenName\nu,x,y\n",
                                "orgs.csv",
                                "sourcedId,name,type\no,O,school\n")),
                Kind.COLUMN_MISSING);
        assertRefused(
                RosterSamples.zip(
                        folder.resolve("c.zip"),
                        Map.of(
                                "manifest.csv",
                                "propertyName,value\noneroster.version,1.1\nfile.users,bulk\nfile.orgs,bulk\n",
                                "users.csv",
                                USERS + "u1,student,Ana,Lima,1,07\n")),
                Kind.MEMBER_MISSING);
        assertRefused(
                RosterSamples.zip(
                        folder.resolve("d.zip"),
                        Map.of("manifest.csv", "propertyName,value\noneroster.version,3.0\n", "users.csv", USERS)),
                Kind.VERSION_UNKNOWN);
        assertRefused(
                RosterSamples.zip(folder.resolve("e.zip"), Map.of("a/users.csv", USERS, "b/users.csv", USERS)),
                Kind.MEMBER_TWICE);
        assertRefused(
                write("f.csv", (USERS + "u1,student,\"Ana,Lima\n").getBytes(StandardCharsets.UTF_8)), Kind.UNREADABLE);
        assertRefused(write("g.csv", new byte[] {'s', (byte) 0x81, ',', (byte) 0x8D}), Kind.ENCODING_UNKNOWN);
        assertRefused(write("h.csv", new byte[0]), Kind.NO_ROWS);
        assertRefused(write("i.zip", new byte[] {'P', 'K', 3, 4, 0, 0}), Kind.ARCHIVE_DAMAGED);
    }

    @Test
    void aBombStopsBeforeItFillsTheMemory() {
        var zeros = "0".repeat(40 << 20);
        assertRefused(
                RosterSamples.zip(folder.resolve("bomb.zip"), Map.of("users.csv", zeros)), Kind.INFLATES_SUSPICIOUSLY);
    }

    @Test
    void pathsInAnArchiveAreNoPaths() {
        var file = RosterSamples.zip(
                folder.resolve("evil.zip"), Map.of("../../users.csv", USERS + "u1,student,Ana,Lima,1,07\n"));
        assertThat(RosterMembers.of(file))
                .singleElement()
                .extracting(Member::name)
                .isEqualTo("users.csv");
        assertThat(Files.exists(folder.resolve("../../users.csv"))).isFalse();
    }

    private Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRefused(Path file, Kind kind) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(RosterUnreadable.class, refused -> assertThat(
                        refused.finding().kind())
                .isEqualTo(kind));
    }

    private static WholeRoster read(Path file) {
        return WholeRoster.of(RosterReader.of(file).read(Optional.empty()));
    }

    private static List<String> said(WholeRoster roster) {
        return roster.findings().stream()
                .map(finding -> finding.kind() + " " + finding.detail())
                .toList();
    }

    private static Map<String, User> byId(WholeRoster roster) {
        return roster.users().stream().collect(Collectors.toMap(User::sourcedId, user -> user));
    }

    private static String fact(Map<String, User> users, String id, PatronField field) {
        return users.get(id).facts().get(field);
    }
}
