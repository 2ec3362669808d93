package org.carrel.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.BatchAnswer;
import org.carrel.catalog.BatchStep;
import org.carrel.catalog.BatchTarget;
import org.carrel.catalog.CopyAnswer;
import org.carrel.catalog.CopyEdits;
import org.carrel.catalog.CopyForm;
import org.carrel.catalog.DataField;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordBatches;
import org.carrel.catalog.RecordEdits;
import org.carrel.catalog.Subfield;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.AuditStarted;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceChange;
import org.carrel.devices.DeviceImports;
import org.carrel.devices.DeviceModels;
import org.carrel.devices.MdmRun;
import org.carrel.devices.MdmUpload;
import org.carrel.devices.TestDevices;
import org.carrel.fixtures.ProgramClient;
import org.carrel.fixtures.Staff;
import org.carrel.lists.TestLists;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.Patrons;
import org.carrel.patrons.RosterRun;
import org.carrel.patrons.Rosters;
import org.carrel.scheduling.TestBookings;
import org.carrel.security.AccountChange;
import org.carrel.security.AccountResult.Done;
import org.carrel.security.Caller;
import org.carrel.security.Device.Audience;
import org.carrel.security.Device.Skin;
import org.carrel.security.Devices;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.security.Role;
import org.carrel.security.Thing;
import org.carrel.security.rules.AccessRow;
import org.carrel.security.rules.AccessTable;
import org.carrel.security.rules.RoleMatrix;
import org.carrel.security.web.RawHttp.Answer;
import org.carrel.testing.TestingRows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every address of the product, asked by every role, for things of the own and of another school (ST-08). Made from the
 * table of addresses and the matrix of roles: a new line is walked too.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AccessIT {
    private static final String OWN = "LMC";
    private static final String OTHER = "EAST";
    /** Where the page itself says that there is nothing: what the number in the example counts is not there. */
    private static final List<String> EMPTY_HANDED = List.of(
            "/desk/fees/{n}/receipt/{n}",
            "/desk/authority/{n}",
            "/desk/authority-file/{n}",
            "/desk/authority-heading",
            "/desk/authority-change/{n}",
            "/desk/loan-rule",
            "/desk/import/{n}/kept/{n}",
            "/desk/import/{n}/rejected",
            "/desk/import/{n}/answers",
            "/desk/import/{n}/commit",
            "/desk/import/{n}/discard",
            "/desk/doctor/{n}/{n}",
            "/desk/doctor/{n}/{n}/original",
            "/desk/doctor/{n}/{n}/load",
            "/desk/doctor/{n}/{n}/repaired",
            "/desk/profile/{n}",
            "/desk/profile/{n}/form",
            "/desk/profile/{n}/remove",
            "/desk/topic/{n}",
            "/desk/inventory-model/{n}",
            "/desk/carts/{n}",
            "/desk/carts/{n}/change",
            "/desk/carts/{n}/out",
            "/desk/carts/{n}/back",
            "/desk/carts/{n}/scan",
            "/desk/collection-letters",
            "/desk/collection.csv",
            "/desk/collection/scan",
            "/desk/shelf-map-part",
            "/desk/report/{n}/add",
            "/desk/hold-slip");

    private final RawHttp http = RawHttp.toProduct();
    /** What each person is shown where there is nothing. */
    private final Map<String, String> absent = new HashMap<>();

    @BeforeAll
    void schools() {
        imported(OTHER);
        imported(OWN);
        TestingRows.name(Staff.of(Role.LIBRARIAN, OWN).caller());
    }

    /** But for those of programs, which have no session: {@link ProgramsIT} walks them. */
    static Stream<AccessRow> closed() {
        return AccessTable.rows().stream().filter(row -> !row.isOpen() && !row.isForPrograms());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("closed")
    void aRowIsForThoseWhomTheMatrixNames(AccessRow row) {
        for (var role : Role.values()) {
            var person = Staff.of(role, OWN);
            for (var site : row.thing().isPresent() ? List.of(OWN, OTHER) : List.of(OWN)) {
                var address = address(row, site);
                var answer = ask(row, address, person.cookie());
                var what = role + " of " + OWN + ", " + row.method() + " " + address + " of " + site;
                if (may(row, person.caller(), site)) assertLetIn(row, answer, what);
                else assertNotThere(answer, person, what);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("closed")
    void whoIsNotSignedInIsSentToSignIn(AccessRow row) {
        var answer = ask(row, address(row, OWN), "carrel-session=" + "x".repeat(43));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith("/sign-in");
        assertThat(answer.body().strip()).isIn("", "0");
    }

    /** Signed in or not, a staff page that is not there tells nothing about those that are. */
    @Test
    void whatIsNotThereLooksLikeWhatIsForbidden() {
        for (var path : List.of("/desk/no-such-page", "/desk/import-status", "/desk/accounts/1", "/desk/account/x")) {
            assertThat(http.get(path).status()).as(path).isEqualTo(303);
            assertThat(http.get(path, cookie(Staff.admin().cookie())).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(http.get("/no-such-page").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void theNavigationShowsOnlyWhatTheRoleMayDo(Role role) {
        var person = Staff.of(role, OWN);
        var page = http.get("/account", cookie(person.cookie()));
        assertThat(page.status()).isEqualTo(200);
        var shown = new HashSet<String>();
        links(page, "area-").forEach(area -> {
            shown.add(area);
            links(http.get(area, cookie(person.cookie())), "nav-").forEach(place -> {
                shown.add(place);
                shown.addAll(links(http.get(place, cookie(person.cookie())), "part-"));
            });
        });
        shown.remove("/");
        var open = Stream.of(
                        "/desk/circulation",
                        "/desk/holds",
                        "/desk/lost",
                        "/desk/notices",
                        "/desk/loan-rules",
                        "/desk/records",
                        "/desk/add",
                        "/desk/authorities",
                        "/desk/import",
                        "/desk/profiles",
                        "/desk/batch",
                        "/desk/duplicates",
                        "/desk/search",
                        "/desk/works",
                        "/desk/to-order",
                        "/desk/topics",
                        "/desk/lists",
                        "/desk/labels",
                        "/desk/shelf-map",
                        "/desk/shelf-inventory",
                        "/desk/weeding",
                        "/desk/collection-report",
                        "/desk/series-gaps",
                        "/desk/people",
                        "/desk/pin",
                        "/desk/people-cards",
                        "/desk/clearance",
                        "/desk/rosters",
                        "/schedule/calendar",
                        "/desk/preparation",
                        "/desk/schedule-report",
                        "/desk/testing",
                        "/desk/testing-rooms",
                        "/desk/testing-devices",
                        "/desk/testing-programs",
                        "/desk/testing-coordinators",
                        "/desk/devices-today",
                        "/desk/audits",
                        "/desk/upkeep",
                        "/desk/inventory",
                        "/desk/assignments",
                        "/desk/agreements",
                        "/desk/inventory-models",
                        "/desk/inventory-bulk",
                        "/desk/inventory-labels",
                        "/desk/accessories",
                        "/desk/carts",
                        "/desk/collection",
                        "/desk/tickets",
                        "/desk/swap",
                        "/desk/repair-parts",
                        "/desk/repair-policy",
                        "/desk/device-imports",
                        "/desk/discrepancies",
                        "/schedule",
                        "/schedule/book",
                        "/schedule/mine",
                        "/schedule/approvals",
                        "/desk/booking-resources",
                        "/desk/booking-policies",
                        "/desk/maintenance",
                        "/desk/school",
                        "/desk/calendar",
                        "/desk/timetable",
                        "/schedule/series",
                        "/schedule/waiting",
                        "/schedule/substitute",
                        "/desk/substitutes",
                        "/desk/loan-counts",
                        "/desk/devices",
                        "/desk/accounts",
                        "/desk/programs",
                        "/desk/privacy")
                .filter(link -> may(AccessTable.find("GET", link).orElseThrow(), person.caller(), OWN))
                .toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(open);
    }

    /** No page links to what is not there for its reader. */
    @ParameterizedTest
    @EnumSource
    void noPageLinksToWhatItsReaderMayNotOpen(Role role) {
        var person = Staff.of(role, OWN);
        var pages = closed().filter(row -> row.method().equals("GET") && may(row, person.caller(), OWN))
                .map(row -> address(row, OWN))
                .collect(Collectors.toCollection(ArrayList::new));
        if (RoleMatrix.may(Optional.of(person.caller()), Operation.RETURN_DEVICES)) pages.add(filledCart());
        for (var page : pages) {
            var shut = Pattern.compile("<a [^>]*?href=\"(/[^\"?#]*)")
                    .matcher(http.get(page, cookie(person.cookie())).body())
                    .results()
                    .map(match -> match.group(1))
                    .filter(path -> isShut(path, person.caller()))
                    .toList();
            assertThat(shut).as(role + ", " + page).isEmpty();
        }
    }

    private static boolean isShut(String path, Caller caller) {
        return AccessTable.find("GET", path)
                .filter(row -> !RoleMatrix.may(Optional.of(caller), row.operation()))
                .isPresent();
    }

    /** The page of a cart with one device in it. */
    private static String filledCart() {
        try (var devices = TestDevices.at(OWN, Clock.systemUTC())) {
            var model = devices.model(TestDevices.unique("Walked "), DeviceCategory.CART);
            var cart = devices.add(model, TestDevices.unique("WALK-"), "");
            var inside = devices.add(devices.model("Walked through"), TestDevices.unique("WALK-"), "");
            devices.write(
                    "insert into container_slot (container_id, slot, position, device_id) values (?, '1', 1, ?)",
                    cart.id(),
                    inside.id());
            return "/desk/carts/" + cart.id();
        }
    }

    /** Where the links lead whose ids begin so. */
    private static List<String> links(Answer page, String id) {
        return Pattern.compile("<a id=\"" + id + "[a-z_]+\"[^>]* href=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The least that a forged page of another site could do: every form, sent from there or from nowhere. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void noOtherSiteSendsAForm(AccessRow row) { // ST-21
        var admin = cookie(Staff.admin().cookie());
        var forged = List.of(
                List.of("Sec-Fetch-Site: cross-site", "Origin: null"),
                List.of("Sec-Fetch-Site: same-site"),
                List.of("Sec-Fetch-Site: same-origin", "Origin: https://evil.example"),
                List.of("Origin: https://evil.example"),
                List.of("Origin: null"),
                List.<String>of());
        for (var headers : forged) {
            var all = new ArrayList<>(List.of("Host: " + http.host(), admin, "Content-Length: 0"));
            all.addAll(headers);
            var answer = http.send("POST", address(row, OWN), "", all);
            assertThat(answer.status()).as(row.path() + " " + headers).isEqualTo(403);
        }
    }

    static Stream<AccessRow> forms() {
        return AccessTable.rows().stream().filter(row -> row.method().equals("POST"));
    }

    private static boolean may(AccessRow row, Caller caller, String site) {
        if (row.thing().isEmpty()) return RoleMatrix.may(Optional.of(caller), row.operation());
        var ofAll = row.thing().equals(Optional.of(Thing.ROSTER));
        var owner = new Owner(ofAll ? Optional.empty() : Optional.of(site), OptionalLong.of(-1));
        return RoleMatrix.may(caller, row.operation(), owner);
    }

    private static void assertLetIn(AccessRow row, Answer answer, String what) {
        if (!EMPTY_HANDED.contains(row.path()))
            assertThat(answer.status()).as(what).isNotEqualTo(404);
        assertThat(answer.status()).as(what).isLessThan(500);
        assertThat(answer.header("Location")).as(what).doesNotContain("/sign-in");
        assertThat(answer.insidesShown()).as(what).isEmpty();
    }

    /** The very page that what is not there has. */
    private void assertNotThere(Answer answer, Staff person, String what) {
        assertThat(answer.status()).as(what).isEqualTo(404);
        var nothing = absent.computeIfAbsent(
                person.username(), name -> plain(http.get("/desk/no-such-page", cookie(person.cookie()))));
        assertThat(plain(answer)).as(what).isEqualTo(nothing);
    }

    /** Without what differs on every page: the nonce, the hour of the day, and the address in the link to the other language. */
    private static String plain(Answer answer) {
        return answer.body()
                .replaceAll("<p id=\"hours\">.*", "")
                .replaceAll("nonce=\"[^\"]*\"", "")
                .replaceAll("back=[^\"&]*", "")
                .replaceAll("(?m)^[0-9a-fA-F]+\r?$", "");
    }

    private Answer ask(AccessRow row, String address, String session) {
        var headers = List.of(
                "Host: " + http.host(),
                cookie(session),
                "Sec-Fetch-Site: same-origin",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 0");
        return http.send(row.method(), address, "", headers);
    }

    private static String cookie(String session) {
        return "Cookie: carrel-language=en; " + session;
    }

    /** An address of the row, with a thing of this school that nobody needs any more. */
    private String address(AccessRow row, String site) {
        var titleOfAll = row.path().startsWith("/desk/record/{n}");
        var number =
                row.thing().map(thing -> number(thing, row, site)).orElseGet(() -> titleOfAll ? title() : 999_999L);
        return row.path().replaceFirst("\\{n}", String.valueOf(number)).replace("{n}", "1");
    }

    private final Map<Thing, Map<String, Long>> made = new EnumMap<>(Thing.class);

    /** Reading leaves a thing as it is; for everything else there is a new one. */
    private long number(Thing thing, AccessRow row, String site) {
        if (!row.method().equals("GET")) return make(thing, site);
        return made.computeIfAbsent(thing, key -> new HashMap<>()).computeIfAbsent(site, key -> make(thing, site));
    }

    private static long make(Thing thing, String site) {
        return switch (thing) {
            case IMPORT -> imported(site);
            case SCREEN -> screen(site);
            case ACCOUNT -> account(site);
            case PATRON -> person(site);
            case ROSTER -> roster();
            case PROGRAM -> program(site);
            case DEVICE_IMPORT -> deviceImport(site);
            case DEVICE -> device(site);
            case TICKET -> ticket(site);
            case PHOTO -> photo(site);
            case DEVICE_AUDIT -> deviceAudit(site);
            case SHELF_INVENTORY -> shelfInventory(site);
            case CLASS_SESSION -> TestBookings.sessionAt(site);
            case TESTING_WINDOW -> TestingRows.windowAt(site);
            case TESTING_ROOM -> TestingRows.roomAt(site);
            case SESSION_SERIES -> TestBookings.seriesAt(site);
            case COPY -> copy(site);
            case RECORD_BATCH -> batch(site);
            case READING_LIST -> TestLists.listAt(site);
        };
    }

    private static long device(String site) {
        try (var devices = TestDevices.at(site, Clock.systemUTC())) {
            return devices.add(devices.model("Walked through"), TestDevices.unique("WALK-"), "")
                    .id();
        }
    }

    private static long ticket(String site) {
        try (var devices = TestDevices.at(site, Clock.systemUTC())) {
            return devices.ticket("Walked through");
        }
    }

    private static long photo(String site) {
        try (var devices = TestDevices.at(site, Clock.systemUTC())) {
            return devices.photo(devices.ticket("Walked through"));
        }
    }

    private static long deviceAudit(String site) {
        try (var devices = TestDevices.at(site, Clock.systemUTC())) {
            var room = TestDevices.unique("Walked ");
            var device = devices.add(devices.model("Walked through"), TestDevices.unique("WALK-"), "");
            devices.inventory.change(DeviceChange.of(device).inRoom(room), devices.technician());
            var started = (AuditStarted.Started) devices.audits.start(site, room, devices.technician());
            return started.id();
        }
    }

    private static long shelfInventory(String site) {
        try (var devices = TestDevices.at(site, Clock.systemUTC())) {
            var label = TestDevices.unique("FIC W");
            devices.write(
                    "insert into shelf_inventory (site_id, from_label, to_label, started_at, started_by) "
                            + "values ((select id from site where code = ?), ?, ?, utc_timestamp(3), 1)",
                    site,
                    label,
                    label);
            return devices.number("select id from shelf_inventory where from_label = ?", label);
        }
    }

    private static long roster() {
        var list = "sourcedId,role,givenName,familyName\nwalked,student,Walked,Through\n";
        return Staff.with(doors -> {
            try {
                var file = Files.write(Files.createTempFile("carrel", ".csv"), list.getBytes(StandardCharsets.UTF_8));
                return new Rosters(doors.database(), Clock.systemUTC())
                        .stage(file, "walked.csv", "walked", RosterRun.Origin.COMMAND, "test");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static long deviceImport(String site) {
        return Staff.with(doors -> {
            try {
                var file = Files.writeString(Files.createTempFile("carrel", ".csv"), "serial\nWALKED-THROUGH\n");
                var items = new UnlistedItems();
                var models = new DeviceModels(doors.database(), items);
                return new DeviceImports(doors.database(), Clock.systemUTC(), items, models)
                        .stage(new MdmUpload(file, "walked.csv", site, MdmRun.Origin.COMMAND), "test")
                        .orElseThrow();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static long person(String site) {
        var facts = new PatronFacts(Map.of(
                PatronField.FAMILY_NAME,
                "Walked-through",
                PatronField.CATEGORY,
                PatronCategory.VOLUNTEER.name(),
                PatronField.SITE,
                site));
        return Staff.with(doors -> {
            var patrons = new Patrons(doors.database(), Clock.systemUTC());
            var saved = patrons.add(facts, "", Optional.empty(), "test");
            return ((PatronSaved.Saved) saved).id();
        });
    }

    private static long account(String site) {
        var root = new Caller(0, "test", "Test", Role.ADMIN, Optional.empty());
        var name = "walked-" + System.nanoTime();
        var wish = new AccountChange(name, "Walked through", Role.AIDE, Optional.of(site));
        return Staff.with(doors -> ((Done) doors.accounts().add(root, wish)).number());
    }

    private static long program(String site) {
        var name = ProgramClient.of(Role.AIDE, site).name();
        return Staff.with(
                doors -> ProgramClient.programs(doors).list(Staff.admin().caller()).stream()
                        .filter(program -> program.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .number());
    }

    private static long screen(String site) {
        return Staff.with(doors -> {
            var devices = new Devices(doors.database(), Clock.systemUTC());
            var name = "walked-" + System.nanoTime();
            devices.add(name, site, Skin.STANDARD, Audience.ALL).orElseThrow();
            return devices.list().stream()
                    .filter(device -> device.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
    }

    /** A title belongs to no site. */
    private static long title() {
        return Staff.with(doors -> {
            var title = new DataField("245", ' ', ' ', List.of(new Subfield('a', "A title to walk through")));
            var record = new MarcRecord("00000nam a2200000 i 4500", List.of(title));
            return new RecordEdits(doors.database(), Clock.systemUTC())
                    .add(record, 1)
                    .id()
                    .orElseThrow();
        });
    }

    private static long copy(String site) {
        var bib = title();
        return Staff.with(doors -> {
            var caller = new Caller(1, "walk", "Walk", Role.ADMIN, Optional.empty());
            var form = new CopyForm(site, "", "", "", "FIC", "", "", "", "", "", "", "", true);
            var saved = new CopyEdits(doors.database(), Clock.systemUTC()).add(bib, form, caller);
            return ((CopyAnswer.Saved) saved).item();
        });
    }

    private static long batch(String site) {
        var bib = title();
        return Staff.with(doors -> {
            var caller = new Caller(1, "walk", "Walk", Role.ADMIN, Optional.of(site));
            var step = new BatchStep.ChangeText(new HouseRule.DropFields("690"));
            var target = new BatchTarget.Records(List.of(bib), "Walked through");
            var asked = new RecordBatches(doors.database(), Clock.systemUTC(), List.of())
                    .ask(step, target, UUID.randomUUID(), caller);
            return ((BatchAnswer.Asked) asked).number();
        });
    }

    private static long imported(String site) {
        var record = """
                =LDR  00000nam a2200000 i 4500
                =001  walked-%s
                =245  10$aA walk through %s
                """.formatted(site, site);
        return Staff.with(doors -> {
            try {
                var file = Files.write(Files.createTempFile("carrel", ".mrk"), record.getBytes(StandardCharsets.UTF_8));
                return new MarcImports(doors.database(), Clock.systemUTC())
                        .run(new ImportRequest(file, site, true), done -> {})
                        .number();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
