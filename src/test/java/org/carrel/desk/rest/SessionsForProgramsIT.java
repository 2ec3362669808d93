package org.carrel.desk.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.carrel.fixtures.ProgramClient;
import org.carrel.fixtures.ProgramClient.Reply;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronField;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.TestBookings;
import org.carrel.scheduling.TodaysBookings;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Class sessions as a calendar of the district or a page of a learning system books them, over HTTP. */
class SessionsForProgramsIT {
    private static final String SESSIONS = "/api/v1/sessions";

    private TestBookings school;
    private ProgramClient program;
    private Staff teacher;
    private long zone;
    private final LocalDate monday = TodaysBookings.monday();

    @BeforeEach
    void open() {
        school = TodaysBookings.open();
        program = ProgramClient.of(Role.LIBRARIAN, school.desk.site);
        teacher = Staff.another(Role.TEACHER);
        zone = school.zone(1, 30);
    }

    @AfterEach
    void close() {
        if (school != null) school.close();
    }

    /** JSON with single quotes. */
    private static String json(String text, Object... values) {
        return text.replace('\'', '"').formatted(values);
    }

    private String wish(String who, LocalDate day, int period, long thing) {
        return json(
                "{'teacher':'%s','day':'%s','first':%d,'heads':24,'className':'Grade 5','topic':'owls','parts':[{'resource':%d}]}",
                who, day, period, thing);
    }

    private Reply booked(int period) {
        var reply = program.post(SESSIONS, wish(teacher.username(), monday, period, zone));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private static List<String> codes(Reply reply) {
        return reply.json().getJsonArray("reasons").getValuesAs(JsonValue::asJsonObject).stream()
                .map(reason -> reason.getString("code"))
                .toList();
    }

    private static List<JsonObject> alternatives(Reply reply) {
        return reply.json().getJsonArray("alternatives").getValuesAs(JsonValue::asJsonObject);
    }

    private static String path(Reply reply) {
        return reply.header("Location");
    }

    @Test
    void aSessionIsBookedReadChangedAndCalledOffByItsAddress() { // B-39
        var made = booked(2);
        assertThat(made.text("state")).isEqualTo("BOOKED");
        assertThat(made.text("teacher")).isEqualTo("Test teacher");
        assertThat(OffsetDateTime.parse(made.text("starts"))).isBefore(OffsetDateTime.parse(made.text("ends")));
        assertThat(path(made)).endsWith(SESSIONS + "/" + made.json().getInt("id"));
        var address = SESSIONS + "/" + made.json().getInt("id");
        assertThat(program.get(address).json()).isEqualTo(made.json());

        var key = UUID.randomUUID().toString();
        var change =
                json("{'version':%d,'first':4,'topic':'volcanoes'}", made.json().getInt("version"));
        var changed = program.keyed(key, address + "/changes", change);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().getInt("first")).isEqualTo(4);
        assertThat(changed.json().getInt("last")).isEqualTo(4);
        assertThat(changed.text("className")).as("what is left out stays").isEqualTo("Grade 5");
        assertThat(changed.text("uid")).isEqualTo(made.text("uid"));
        assertThat(program.keyed(key, address + "/changes", change).json())
                .as("the same once more")
                .isEqualTo(changed.json());
        var late = program.post(
                address + "/changes",
                json("{'version':%d,'first':5}", made.json().getInt("version")));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("type")).isEqualTo("urn:carrel:problem:changed-since");
        assertThat(late.text("detail")).contains("Read it again");

        key = UUID.randomUUID().toString();
        var off = program.delete(key, address + "?reason=Field%20trip");
        assertThat(off.status()).as(off.body()).isEqualTo(200);
        assertThat(off.text("state")).isEqualTo("CANCELLED");
        assertThat(off.text("why")).isEqualTo("Field trip");
        assertThat(program.delete(key, address + "?reason=Field%20trip").json()).isEqualTo(off.json());
        var gone = program.post(
                address + "/changes",
                json("{'version':%d,'first':5}", off.json().getInt("version")));
        assertThat(gone.text("type")).isEqualTo("urn:carrel:problem:not-now");
    }

    @Test
    void theSameKeyBooksOnceAndSaysTheSame() { // B-18
        var key = UUID.randomUUID().toString();
        var wish = wish(teacher.username(), monday, 2, zone);
        var first = program.keyed(key, SESSIONS, wish);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        var second = program.keyed(key, SESSIONS, wish);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(path(second)).isEqualTo(path(first));
        var other = program.keyed(key, SESSIONS, wish(teacher.username(), monday, 3, zone));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).isEqualTo("urn:carrel:problem:key-reused");
        assertThat(school.holds()).isEqualTo(1);
    }

    @Test
    void aRefusalHasAllReasonsAndOffersThatCanBeTaken() {
        booked(3);
        var other = Staff.another(Role.TEACHER);
        var refused = program.post(SESSIONS, wish(other.username(), monday, 3, zone), "Accept-Language", "en");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("type")).isEqualTo("urn:carrel:problem:session-refused");
        assertThat(codes(refused)).contains("TAKEN");
        assertThat(refused.text("detail")).contains(" is taken.", "/api/v1/session-offers");
        var offers = alternatives(refused);
        assertThat(offers).isNotEmpty().allSatisfy(offer -> {
            assertThat(OffsetDateTime.parse(offer.getString("until"))).isNotNull();
            assertThat(offer.getJsonArray("parts")).hasSize(1);
        });
        var offer = offers.getFirst();
        var address = "/api/v1/session-offers/" + offer.getString("offer");
        var stranger = ProgramClient.of(Role.LIBRARIAN, "LMC").post(address, "{}");
        assertThat(stranger.status()).as("of another school").isEqualTo(409);
        var taken = program.post(address, "{}");
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.json().getInt("first")).isEqualTo(offer.getInt("first"));
        assertThat(taken.text("teacher")).isEqualTo("Test teacher");
        assertThat(program.post(address, "{}").json()).as("once").isEqualTo(taken.json());
        assertThat(school.holds()).isEqualTo(2);
        var spanish = program.post(SESSIONS, wish(other.username(), monday, 3, zone), "Accept-Language", "es");
        assertThat(spanish.text("detail")).contains("No está libre: ");
    }

    @Test
    void ofFiftyAtOnceOneIsBooked() throws Exception { // B-09, B-10, B-12
        var teachers = IntStream.range(0, 5)
                .mapToObj(i -> Staff.another(Role.TEACHER).username())
                .toList();
        var acts = IntStream.range(0, 50)
                .mapToObj(i -> (Callable<Reply>)
                        () -> program.post(SESSIONS, wish(teachers.get(i % teachers.size()), monday, 2, zone)))
                .toList();
        var replies = new ArrayList<Reply>();
        try (var pool = Executors.newFixedThreadPool(acts.size())) {
            for (var reply : pool.invokeAll(acts)) replies.add(reply.get());
        }
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .hasSize(49)
                .allSatisfy(reply -> {
                    assertThat(reply.status()).as(reply.body()).isEqualTo(409);
                    assertThat(codes(reply)).contains("TAKEN");
                });
        assertThat(school.holds()).isEqualTo(1);
    }

    @Test
    void whatAFormWouldNotOfferIsRefusedHereToo() { // B-34
        var saturday = program.post(SESSIONS, wish(teacher.username(), monday.plusDays(5), 2, zone));
        assertThat(saturday.status()).isEqualTo(409);
        assertThat(codes(saturday)).containsExactly("NO_SCHOOL");
        assertThat(codes(program.post(SESSIONS, wish(teacher.username(), monday, 9, zone))))
                .containsExactly("NO_PERIOD");
        assertThat(codes(program.post(SESSIONS, wish(teacher.username(), monday.minusDays(28), 2, zone))))
                .isNotEmpty();
        assertThat(codes(program.post(SESSIONS, wish(teacher.username(), monday, 2, 999_999_999))))
                .containsExactly("GONE");
        var made = booked(2);
        var moved = program.post(
                SESSIONS + "/" + made.json().getInt("id") + "/changes",
                json("{'version':%d,'day':'%s'}", made.json().getInt("version"), monday.plusDays(5)));
        assertThat(moved.status()).isEqualTo(409);
        assertThat(codes(moved)).containsExactly("NO_SCHOOL");
        assertThat(school.holds()).isEqualTo(1);
    }

    @Test
    void whatCannotBeMeantIsNamedByItsField() {
        assertField("{}", "day");
        assertField("{'day':'soon'}", "day");
        assertField("{'day':'%s'}", "first");
        assertField("{'day':'%s','first':3,'last':2}", "last");
        assertField("{'day':'%s','first':2}", "teacher");
        assertField("{'day':'%s','first':2,'teacher':'nobody-here'}", "teacher");
        var rest = "{'day':'%s','first':2,'teacher':'" + teacher.username() + "',";
        assertField(rest + "'heads':1000}", "heads");
        assertField(rest + "'topic':'" + "x".repeat(101) + "'}", "topic");
        assertField(rest + "'heads':24}", "parts");
        assertField(rest + "'parts':[{'quantity':1}]}", "parts[0].resource");
        assertField(rest + "'parts':[{'resource':1},{'resource':1}]}", "parts");
        assertField(rest + "'parts':[{'resource':1,'quantity':0}]}", "parts[0].quantity");
        assertField(rest + "'periods':3}", "periods");
    }

    private void assertField(String body, String field) {
        var reply = program.post(SESSIONS, json(body.contains("%s") ? body : body.replace("%", "%%"), monday));
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.text("field")).as(reply.body()).isEqualTo(field);
        assertThat(reply.text("detail")).isNotEmpty();
    }

    @Test
    void whatIsFreeAndWhatSpeaksAgainstAWishIsToldWithoutBooking() {
        booked(2);
        var cart = school.one(Kind.CART);
        var free = program.get("/api/v1/availability?from=" + monday + "&until=" + monday.plusDays(1));
        assertThat(free.status()).as(free.body()).isEqualTo(200);
        var periods = free.list().getValuesAs(JsonValue::asJsonObject);
        assertThat(periods).hasSize(2 * 7 * 2);
        assertThat(periods)
                .filteredOn(period -> !period.getBoolean("free"))
                .singleElement()
                .satisfies(taken -> {
                    assertThat(taken.getInt("resource")).isEqualTo((int) zone);
                    assertThat(taken.getInt("period")).isEqualTo(2);
                    assertThat(taken.getString("day")).isEqualTo(monday.toString());
                    assertThat(taken.getJsonArray("reasons").getJsonObject(0).getString("code"))
                            .isEqualTo("TAKEN");
                });
        assertThat(free.body()).doesNotContain("Grade 5", "owls", "Test teacher");
        assertThat(program.get("/api/v1/availability?from=%s&until=%s&resource=%d".formatted(monday, monday, cart))
                        .list())
                .hasSize(7);
        var ask = program.post("/api/v1/session-wishes", wish(teacher.username(), monday, 2, zone));
        assertThat(ask.json().getBoolean("free")).isFalse();
        assertThat(codes(ask)).contains("TAKEN");
        assertThat(program.post("/api/v1/session-wishes", wish(teacher.username(), monday, 3, zone))
                        .json()
                        .getBoolean("free"))
                .isTrue();
        assertThat(school.holds()).isEqualTo(1);
        for (var days : List.of("from=x", "from=2026-12-01&until=2026-11-01", "from=2026-12-01&until=2027-12-01")) {
            var bad = program.get("/api/v1/availability?" + days);
            assertThat(bad.status()).as(days).isEqualTo(422);
            assertThat(bad.text("field")).isIn("from", "until");
        }
    }

    @Test
    void aTeacherIsNamedAsTheRosterHasThem() {
        var name = "t" + UUID.randomUUID().toString().substring(0, 8);
        school.desk.person(Map.of(
                PatronField.CATEGORY,
                "TEACHER",
                PatronField.EMAIL,
                name + "@school.example",
                PatronField.GIVEN_NAME,
                "Dana"));
        var made = program.post(SESSIONS, wish(name + "@school.example", monday, 2, zone));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.text("teacher")).startsWith("Dana ");
        var all = program.get(SESSIONS + "?until=" + monday.plusDays(7) + "&teacher=" + name + "@school.example");
        assertThat(all.list()).hasSize(1);
        assertThat(program.get(SESSIONS + "?until=" + monday.plusDays(7)).list())
                .as("those of this program")
                .hasSize(1);
        assertThat(ProgramClient.of(Role.LIBRARIAN, school.desk.site)
                        .get(SESSIONS + "?until=" + monday.plusDays(7))
                        .list())
                .isEmpty();
        var nobody = program.get(SESSIONS + "?teacher=nobody-here");
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.text("field")).isEqualTo("teacher");
    }

    @Test
    void aProgramOfAnotherSchoolFindsNothing() { // ST-07, ST-08
        var made = booked(2);
        var address = SESSIONS + "/" + made.json().getInt("id");
        var other = ProgramClient.of(Role.LIBRARIAN, "LMC");
        var absent = other.get(SESSIONS + "/999999999");
        assertThat(absent.status()).isEqualTo(404);
        assertThat(other.get(address).text("detail")).isEqualTo(absent.text("detail"));
        assertThat(other.delete(UUID.randomUUID().toString(), address).status()).isEqualTo(404);
        assertThat(other.post(address + "/changes", "{'version':1}".replace('\'', '"'))
                        .status())
                .isEqualTo(404);
        assertThat(ProgramClient.of(Role.TECHNICIAN, school.desk.site)
                        .get(address)
                        .status())
                .isEqualTo(404);
        assertThat(program.get(address).text("state")).isEqualTo("BOOKED");
    }
}
