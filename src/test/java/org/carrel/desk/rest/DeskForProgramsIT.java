package org.carrel.desk.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.desk.rest.LibraryThings.card;
import static org.carrel.desk.rest.LibraryThings.change;
import static org.carrel.desk.rest.LibraryThings.copies;
import static org.carrel.desk.rest.LibraryThings.copy;
import static org.carrel.desk.rest.LibraryThings.number;
import static org.carrel.desk.rest.LibraryThings.openLoans;

import jakarta.json.JsonString;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.carrel.fixtures.ProgramClient;
import org.carrel.fixtures.ProgramClient.Reply;
import org.carrel.security.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the desk does, done by programs: the same doors, rules and words. */
class DeskForProgramsIT {
    private static final String SCAN = "/api/v1/desk/scan";
    private static final String UNDO = "/api/v1/desk/undo";
    private static final String LOANS = "/api/v1/loans";
    private static final String RETURNS = "/api/v1/returns";
    private static final String HOLDS = "/api/v1/holds";

    private static ProgramClient program;
    private static ProgramClient aide;

    @BeforeAll
    static void letIn() {
        program = ProgramClient.of(Role.TECHNICIAN, "LMC");
        aide = ProgramClient.of(Role.AIDE, "LMC");
    }

    /** JSON with single quotes. */
    private static String json(String text, Object... values) {
        return text.replace('\'', '"').formatted(values);
    }

    private static Reply lent(String card, String copy) {
        var reply = program.post(LOANS, json("{'patron':'%s','item':'%s'}", card, copy));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private static List<String> says(Reply reply) {
        return reply.json().getJsonArray("says").getValuesAs(JsonString::getString);
    }

    private static List<String> codes(Reply reply) {
        return reply.json().getJsonArray("blocks").getValuesAs(block -> block.asJsonObject()
                .getString("code"));
    }

    @Test
    void cardBookAndBookAgainAreWhatTheyAreAtTheDesk() {
        var card = card("LMC");
        var copy = copy();
        var there = program.post(SCAN, json("{'text':'%s'}", card));
        assertThat(there.status()).as(there.body()).isEqualTo(200);
        assertThat(there.text("act")).isEqualTo("PATRON");
        assertThat(there.json().getJsonObject("patron").getString("name")).startsWith("Robin Byprogram");
        var lent = program.post(SCAN, json("{'text':'%s','patron':'%s'}", copy, card));
        assertThat(lent.text("act")).isEqualTo("CHECKED_OUT");
        assertThat(lent.text("head")).isEqualTo("Checked out");
        assertThat(says(lent)).first().asString().contains("to Robin Byprogram", "due");
        assertThat(lent.json().getBoolean("undoable")).isTrue();
        assertThat(openLoans(copy)).isOne();
        var back = program.post(SCAN, json("{'text':'%s','patron':'%s','mode':'TAKE'}", copy, card));
        assertThat(back.text("act")).isEqualTo("RETURNED");
        assertThat(openLoans(copy)).isZero();
    }

    @Test
    void aLoanIsMadeRenewedReturnedAndTheReturnTakenBack() {
        var card = card("LMC");
        var copy = copy();
        var lent = lent(card, copy);
        var loan = lent.json().getJsonObject("loan");
        assertThat(loan.getString("due")).as("with the offset of the school").matches(".*(Z|[+-]\\d\\d:\\d\\d)");
        assertThat(loan.getString("dueText")).isNotEmpty();
        var id = loan.getJsonNumber("id").longValue();
        change(
                "update loan set due_at = utc_timestamp() + interval 1 day, due_on = ? where id = ?",
                LocalDate.now(Clock.systemUTC()).plusDays(1),
                id);
        var renewed = program.post(LOANS + "/" + id + "/renewals", "{}");
        assertThat(renewed.status()).as(renewed.body()).isEqualTo(200);
        assertThat(renewed.text("act")).isEqualTo("RENEWED");
        assertThat(renewed.json().getJsonObject("loan").getInt("renewals")).isOne();
        var key = UUID.randomUUID().toString();
        var back = program.keyed(key, RETURNS, json("{'item':'%s'}", copy));
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.text("act")).isEqualTo("RETURNED");
        assertThat(back.json().getJsonObject("patron").getString("name")).startsWith("Robin");
        var undone = program.post(UNDO, json("{'key':'%s'}", key));
        assertThat(undone.text("act")).isEqualTo("UNDONE");
        assertThat(openLoans(copy)).isOne();
        var nothing = program.post(UNDO, json("{'key':'%s'}", UUID.randomUUID()));
        assertThat(nothing.status()).isEqualTo(409);
        assertThat(nothing.text("title")).isEqualTo("Nothing can be taken back any more");
    }

    @Test
    void aBookDropIsEmptiedForItsDayAndNotForOneToCome() {
        var copy = copy();
        lent(card("LMC"), copy);
        var later = program.post(RETURNS, json("{'item':'%s','returnedOn':'2199-01-01'}", copy));
        assertThat(later.status()).isEqualTo(409);
        assertThat(codes(later)).containsExactly("RETURN_DAY_TO_COME");
        var yesterday = LocalDate.now(Clock.systemUTC()).minusDays(2);
        var back = program.post(RETURNS, json("{'item':'%s','returnedOn':'%s'}", copy, yesterday));
        assertThat(back.text("act")).isEqualTo("RETURNED");
    }

    @Test
    void allReasonsAreToldInTheWordsOfTheScreenInBothLanguages() {
        var copy = copy();
        lent(card("LMC"), copy);
        var other = card("LMC");
        var body = json("{'patron':'%s','item':'%s'}", other, copy);
        var english = program.post(LOANS, body, "Accept-Language", "en");
        assertThat(english.status()).isEqualTo(409);
        assertThat(english.header("Content-Type")).startsWith("application/problem+json");
        assertThat(english.text("type")).isEqualTo("urn:carrel:problem:refused");
        assertThat(english.text("title")).isEqualTo("Not done");
        assertThat(english.text("instance")).isEqualTo(LOANS);
        assertThat(codes(english)).containsExactly("ON_LOAN_TO_OTHER");
        var spanish = program.post(LOANS, body, "Accept-Language", "es-MX,es;q=0.9");
        assertThat(spanish.header("Content-Language")).isEqualTo("es");
        assertThat(spanish.text("detail")).isNotEmpty().isNotEqualTo(english.text("detail"));
        assertThat(codes(spanish)).containsExactly("ON_LOAN_TO_OTHER");
    }

    @Test
    void anOverrideNeedsTheRoleAndAReason() {
        var card = card("LMC");
        change(
                "insert into patron_block (patron_id, reason, set_by, set_at) select patron_id, 'Talk to us', 'test', "
                        + "utc_timestamp() from patron_card where number = ?",
                card);
        var copy = copy();
        var plain = json("{'patron':'%s','item':'%s'}", card, copy);
        var refused = program.post(LOANS, plain);
        assertThat(codes(refused)).containsExactly("PATRON_BLOCKED");
        assertThat(refused.json().getJsonArray("blocks").getJsonObject(0).getString("lifting"))
                .isEqualTo("WITH_REASON");
        var lift = "{'patron':'%s','item':'%s','override':{'blocks':['PATRON_BLOCKED'],'reason':'%s'}}";
        assertThat(program.post(LOANS, json(lift, card, copy, "")).status())
                .as("no reason")
                .isEqualTo(409);
        assertThat(aide.post(LOANS, json(lift, card, copy, "They asked")).status())
                .as("an aide")
                .isEqualTo(409);
        assertThat(openLoans(copy)).isZero();
        var lent = program.post(LOANS, json(lift, card, copy, "They asked"));
        assertThat(lent.status()).as(lent.body()).isEqualTo(201);
        assertThat(
                        number(
                                "select count(*) from loan_event where reason = 'They asked' and overridden = 'PATRON_BLOCKED'"))
                .isPositive();
    }

    @Test
    @DisplayName("B91, F-11: the same key twice, and eight times at once, is one loan and one answer")
    void theSameKeyIsDoneOnce() throws Exception {
        var body = json("{'patron':'%s','item':'%s'}", card("LMC"), copy());
        var key = UUID.randomUUID().toString();
        List<Reply> replies;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, 8)
                    .mapToObj(at -> threads.submit(() -> program.keyed(key, LOANS, body)))
                    .toList();
            replies = sent.stream().map(DeskForProgramsIT::done).toList();
        }
        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies)
                .extracting(Reply::body)
                .containsOnly(replies.getFirst().body());
        assertThat(replies)
                .extracting(reply -> reply.header("Idempotency-Replayed"))
                .containsOnlyOnce("");
        var later = program.keyed("\"" + key + "\"", LOANS, body);
        assertThat(later.body())
                .as("in quotes too")
                .isEqualTo(replies.getFirst().body());
        assertThat(later.header("Idempotency-Replayed")).isEqualTo("true");
    }

    private static Reply done(Future<Reply> sent) {
        try {
            return sent.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSameKeyWithSomethingElseIsAProblemAndDoesNothing() {
        var card = card("LMC");
        var books = copies(2);
        var key = UUID.randomUUID().toString();
        program.keyed(key, LOANS, json("{'patron':'%s','item':'%s'}", card, books.getFirst()));
        var other = program.keyed(key, LOANS, json("{'patron':'%s','item':'%s'}", card, books.getLast()));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).isEqualTo("urn:carrel:problem:key-reused");
        assertThat(other.text("field")).isEqualTo("Idempotency-Key");
        assertThat(openLoans(books.getLast())).isZero();
        var elsewhere = program.keyed(key, RETURNS, json("{'item':'%s'}", books.getFirst()));
        assertThat(elsewhere.status()).as("to another address").isEqualTo(422);
        assertThat(openLoans(books.getFirst())).isOne();
        var others = aide.keyed(key, RETURNS, json("{'item':'%s'}", books.getFirst()));
        assertThat(others.status()).as("another program's key is another key").isEqualTo(200);
        var without = program.send("POST", RETURNS, "{}", "Content-Type", "application/json");
        assertThat(without.status()).isIn(400, 422);
    }

    @Test
    void withoutAKeyNothingIsDone() {
        var copy = copy();
        var body = json("{'item':'%s'}", copy);
        for (var headers : List.of(
                List.of("Content-Type", "application/json"),
                List.of("Content-Type", "application/json", "Idempotency-Key", "short"))) {
            var reply = program.send("POST", RETURNS, body, headers.toArray(String[]::new));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text("type")).isEqualTo("urn:carrel:problem:no-key");
        }
    }

    /** What is kept of a request cannot be tried out: who has the tables has no token. */
    @Test
    void noKeyNoCardAndNoBarcodeIsKept() {
        var card = card("LMC");
        var copy = copy();
        var key = UUID.randomUUID().toString();
        program.keyed(key, LOANS, json("{'patron':'%s','item':'%s'}", card, copy));
        assertThat(number("select count(*) from desk_request where request_id = ?", key))
                .isZero();
        assertThat(number("select count(*) from program_request where request_id = ?", key))
                .isZero();
        assertThat(number("select count(*) from program_token where token_hash = ?", (Object)
                        program.token().getBytes(UTF_8)))
                .isZero();
    }

    @Test
    void aHoldIsPlacedSeenAndGivenUp() {
        var copy = copy();
        lent(card("LMC"), copy);
        var record = number("select bib_id from item where barcode = ?", copy);
        var card = card("LMC");
        var body = json("{'patron':'%s','record':%d}", card, record);
        var key = UUID.randomUUID().toString();
        var placed = program.keyed(key, HOLDS, body);
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        assertThat(placed.json().getInt("position")).isOne();
        assertThat(program.keyed(key, HOLDS, body).body()).as("twice").isEqualTo(placed.body());
        var again = program.post(HOLDS, body, "Accept-Language", "es");
        assertThat(again.status()).isEqualTo(409);
        assertThat(codes(again)).containsExactly("ALREADY_HELD");
        var hold = placed.json().getJsonNumber("id").longValue();
        var shown = program.get("/api/v1/patrons/" + card + "/holds").list();
        assertThat(shown).hasSize(1);
        assertThat(shown.getJsonObject(0).getJsonNumber("id").longValue()).isEqualTo(hold);
        assertThat(shown.getJsonObject(0).getString("stateText")).isNotEmpty();
        var end = UUID.randomUUID().toString();
        assertThat(program.delete(end, HOLDS + "/" + hold).status()).isEqualTo(204);
        assertThat(program.delete(end, HOLDS + "/" + hold).status()).as("twice").isEqualTo(204);
        assertThat(program.delete(UUID.randomUUID().toString(), HOLDS + "/" + hold)
                        .status())
                .as("it is over")
                .isEqualTo(404);
        assertThat(program.get("/api/v1/patrons/" + card + "/holds").list()).isEmpty();
    }

    @Test
    void aSummaryNamesNoTitleAndALookAtTitlesIsWrittenDown() {
        var card = card("LMC");
        var copy = copy();
        lent(card, copy);
        var summary = aide.get("/api/v1/patrons/" + card + "/summary");
        assertThat(summary.status()).as(summary.body()).isEqualTo(200);
        assertThat(summary.json().getInt("loans")).isOne();
        assertThat(summary.text("owed")).isEqualTo("0.00");
        assertThat(summary.body()).doesNotContain("Asked by a program", copy);
        var loans = program.get("/api/v1/patrons/" + card + "/loans");
        assertThat(loans.list().getJsonObject(0).getJsonObject("item").getString("barcode"))
                .isEqualTo(copy);
        var looks =
                "select count(*) from audit_event e join patron p on p.pseudonym = e.subject_id join patron_card c on "
                        + "c.patron_id = p.id where e.subject_kind = 'person' and c.number = ? and e.action = ?";
        assertThat(number(looks, card, "person_viewed")).isOne();
        assertThat(number(looks, card, "patron_at_desk")).isOne();
    }

    /** An aide takes things back without being told whose they were. */
    @Test
    void whoHadItIsToldToThoseWhoseRoleHasIt() {
        var copy = copy();
        lent(card("LMC"), copy);
        var back = aide.post(RETURNS, json("{'item':'%s'}", copy));
        assertThat(back.text("act")).isEqualTo("RETURNED");
        assertThat(back.json().containsKey("patron")).isFalse();
        assertThat(back.body()).doesNotContain("Robin");
    }

    @ParameterizedTest(name = "{0} {1}: {2} at {3}")
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/loans     | [1,2]                                        | 400 |
            /api/v1/loans     | {'patron':                                   | 400 |
            /api/v1/loans     | {'patron':'nobody-here','item':'x'}          | 422 | patron
            /api/v1/loans     | {'patron':7,'item':'x'}                      | 422 | patron
            /api/v1/loans     | {'patronId':999999999,'item':'x'}            | 422 | patronId
            /api/v1/loans     | {'patronId':-1,'item':'x'}                   | 422 | patronId
            /api/v1/loans     | {'card':'x'}                                 | 422 | card
            /api/v1/loans     | {'override':{'blocks':['NONE']}}             | 422 | override.blocks
            /api/v1/loans     | {'override':'yes'}                           | 422 | override
            /api/v1/returns   | {}                                           | 422 | item
            /api/v1/returns   | {'item':'no-such-barcode-1'}                 | 422 | item
            /api/v1/returns   | {'item':'x','returnedOn':'tomorrow'}         | 422 | returnedOn
            /api/v1/returns   | {'item':'x','toShelf':'yes'}                 | 422 | toShelf
            /api/v1/returns   | {'itemId':99999999999999999999}              | 422 | itemId
            /api/v1/desk/scan | {'text':''}                                  | 422 | text
            /api/v1/desk/scan | {'text':'no-such-thing-1','mode':'TAKE'}     | 422 |
            /api/v1/desk/scan | {'text':'x','mode':'GIVE'}                   | 422 | mode
            /api/v1/holds     | {'patron':'nobody-here','record':1}          | 422 | patron
            /api/v1/loans/999999999999/renewals | {}                         | 404 |
            /api/v1/loans/x/renewals            | {}                         | 404 |
            """)
    void whatCannotBeMeantIsToldAtItsField(String path, String body, int status, String field) {
        for (var language : List.of("en", "es")) {
            var reply = program.post(path, json(body.replace("%", "%%")), "Accept-Language", language);
            assertThat(reply.status()).as(reply.body()).isEqualTo(status);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.header("Content-Language")).isEqualTo(language);
            assertThat(reply.text("title")).isNotEmpty();
            assertThat(reply.text("detail")).isNotEmpty();
            if (field != null) assertThat(reply.text("field")).isEqualTo(field);
            assertThat(reply.body()).doesNotContain("Exception", "org.carrel", "jakarta", "Payara");
        }
    }
}
