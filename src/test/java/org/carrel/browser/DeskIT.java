package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronBlocks;
import org.carrel.patrons.PatronCards;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Sql;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** The circulation desk with a scanner: how many scans, keys and clicks each task takes, and that no scan is lost or done twice. */
@TestInstance(Lifecycle.PER_CLASS)
class DeskIT {
    private static final Dimension DESK = new Dimension(1366, 900);
    private static final List<Dimension> SIZES = List.of(DESK, new Dimension(390, 844));

    private Browser browser;
    private Staff technician;

    @BeforeAll
    void open() {
        technician = Staff.of(Role.TECHNICIAN, "LMC");
        browser = Browser.open("en");
        browser.size(DESK);
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    private DeskPage desk() {
        browser.signIn(technician);
        browser.goAsIs("/desk/circulation");
        return new DeskPage(browser.driver());
    }

    private static String unique(String start) {
        return (start + Long.toString(System.nanoTime(), 28)).toUpperCase(Locale.ROOT);
    }

    /** A student with a card, by its number. */
    private static String card(String given, String family) {
        return card(ProductPeople.student(given, family));
    }

    private static String card(long patron) {
        var number = unique("C");
        ProductPeople.with(database -> new PatronCards(database, Clock.systemUTC()).add(patron, number, "test"));
        return number;
    }

    /** Copies of one title, by their barcodes. */
    private static List<String> copies(String title, int count) {
        var mark = unique("D");
        var barcodes = IntStream.range(0, count).mapToObj(at -> mark + at).toList();
        var record = new StringBuilder(
                "=LDR  00000nam a2200000 i 4500\n=001  " + mark + "\n=245  10$a" + title + " " + mark + "\n");
        barcodes.forEach(code ->
                record.append("=852  \\\\$aLMC$hFIC$iDSK$p").append(code).append('\n'));
        ProductImports.load(mark + ".mrk", record.toString().getBytes(StandardCharsets.UTF_8));
        return barcodes;
    }

    private static long number(String sql, Object... parameters) {
        return ProductPeople.with(database -> database.read(connection ->
                Sql.first(connection, sql, row -> row.getLong(1), parameters).orElseThrow()));
    }

    private static long openLoans(List<String> barcodes) {
        return number(
                "select count(*) from loan l join item i on i.id = l.open_item where i.barcode in ("
                        + Sql.marks(barcodes.size()) + ")",
                barcodes.toArray());
    }

    @Test
    void threeBooksToAStudentTakeFourScansAndNothingElse() { // C3
        var card = card("Maya", "Rivera " + unique("F"));
        var books = copies("New kid", 3);
        var page = desk();
        page.scan(card);
        books.forEach(page::scan);
        page.answered(4).standing("Maya").rows(3);
        assertThat(page.acts()).containsExactly("CHECKED_OUT", "CHECKED_OUT", "CHECKED_OUT", "PATRON");
        assertThat(page.newest()).contains("to Maya Rivera", "due");
        assertThat(page.focused()).isEqualTo("scan");
        Screenshots.take(browser.driver(), "desk-three-books");
        var next = card("Omar", "Diaz " + unique("F"));
        page.scanned(next).standing("Omar");
        assertThat(page.shows("#nothing-out"))
                .as("the next student: no key, no click")
                .isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void twentyReturnsTakeTwentyScansOnASlowLine() { // 20 scans in 4 s with 500 ms of delay: all once, in order
        var card = card("Ana", "Twenty " + unique("F"));
        var books = copies("A pile", 20);
        var page = desk();
        page.scanned(card);
        books.forEach(page::scan);
        page.answered(21);
        var lent = openLoans(books);
        page.keys(Keys.ESCAPE);
        page.until("!document.getElementById('nobody').hidden");
        ago(books);
        slow(500);
        try {
            books.forEach(page::scan);
            page.answered(41);
        } finally {
            slow(0);
        }
        assertThat(page.acts().subList(0, 20)).filteredOn("RETURNED"::equals).hasSize((int) lent);
        assertThat(openLoans(books)).isZero();
        var order = number(
                "select count(*) from (select i.barcode, row_number() over (order by e.id) as at from loan_event e "
                        + "join loan l on l.id = e.loan_id join item i on i.id = l.item_id "
                        + "where e.kind = 'returned' and i.barcode like ?) x where x.barcode <> concat(?, x.at - 1)",
                books.getFirst().substring(0, books.getFirst().length() - 1) + "%",
                books.getFirst().substring(0, books.getFirst().length() - 1));
        assertThat(order).as("in the order of scanning").isZero();
    }

    /** As if they had been lent some minutes ago. */
    private static void ago(List<String> books) {
        ProductPeople.with(database -> database.transaction(connection -> Sql.update(
                connection,
                "update loan l join item i on i.id = l.open_item set l.lent_at = l.lent_at - interval 10 minute where i.barcode in ("
                        + Sql.marks(books.size()) + ")",
                books.toArray())));
    }

    private void slow(int milliseconds) {
        browser.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of(
                                "offline",
                                false,
                                "latency",
                                milliseconds,
                                "downloadThroughput",
                                -1,
                                "uploadThroughput",
                                -1));
    }

    @Test
    void doubleEnterNoiseAndASecondScanOfTheSameDoNoHarm() {
        var card = card("Noa", "Noise " + unique("F"));
        var book = copies("Twice", 1).getFirst();
        var page = desk();
        page.keys(Keys.ENTER, Keys.ENTER);
        page.scan("  " + card + "  ").keys(Keys.ENTER);
        page.scan("]C1" + book).scan(book);
        page.answered(3);
        assertThat(page.acts()).containsExactly("JUST_LENT", "CHECKED_OUT", "PATRON");
        assertThat(openLoans(List.of(book))).isEqualTo(1);
    }

    @Test
    void aBlockIsToldInWordsAndLiftedWithAReason() {
        var patron = ProductPeople.student("Bo", "Blocked " + unique("F"));
        ProductPeople.with(database -> new PatronBlocks(database, Clock.systemUTC())
                .block(patron, "Agreement is missing", Optional.empty(), "test"));
        var card = card(patron);
        var book = copies("Blocked", 1).getFirst();
        var page = desk().scanned(card).scanned(book);
        assertThat(page.newest()).contains("Not done", "Blocked: Agreement is missing");
        page.find("#log > li:first-child .line-buttons button").sendKeys(Keys.ENTER);
        Screenshots.take(browser.driver(), "desk-override");
        assertThat(page.focused()).startsWith("why-");
        typed("Signed at the desk");
        page.keys(Keys.ENTER);
        page.answered(3);
        assertThat(page.acts().getFirst()).isEqualTo("CHECKED_OUT");
        assertThat(page.newest()).contains("In spite of: blocked");
        assertThat(page.focused()).isEqualTo("scan");
        assertThat(number(
                        "select count(*) from loan_event e join loan l on l.id = e.loan_id join item i on i.id = l.open_item "
                                + "where i.barcode = ? and e.reason = 'Signed at the desk'",
                        book))
                .isEqualTo(1);
    }

    @Test
    void aScanIntoAnotherFieldIsStillAScan() {
        var patron = ProductPeople.student("Bo", "Elsewhere " + unique("F"));
        ProductPeople.with(database -> new PatronBlocks(database, Clock.systemUTC())
                .block(patron, "Talk to Ms Lee", Optional.empty(), "test"));
        var card = card(patron);
        var other = card("Zoe", "Next " + unique("F"));
        var page = desk().scanned(card).scanned(copies("Elsewhere", 1).getFirst());
        page.find("#log > li:first-child .line-buttons button").sendKeys(Keys.ENTER);
        typed("Half a ");
        scanFast(other);
        page.answered(3).standing("Zoe");
        assertThat(page.find(".why input").getDomProperty("value")).isEqualTo("Half a ");
        assertThat(page.focused()).isEqualTo("scan");
    }

    /** As a person types, which takes longer than a scanner does and than a test should. */
    private void typed(String text) {
        browser.driver().executeScript("document.activeElement.value = arguments[0]", text);
    }

    /** Keys as a scanner sends them: some thousandths of a second apart, however long they take to get to the browser. */
    private void scanFast(String code) {
        var at = System.currentTimeMillis() / 1000.0;
        for (var key : code.split("")) {
            dispatch(Map.of("type", "keyDown", "key", key, "text", key, "timestamp", at));
            at += 0.005;
        }
        dispatch(Map.of("type", "keyDown", "key", "Enter", "text", "\r", "windowsVirtualKeyCode", 13, "timestamp", at));
    }

    private void dispatch(Map<String, Object> event) {
        browser.driver().executeCdpCommand("Input.dispatchKeyEvent", event);
    }

    @Test
    void theLastThingIsTakenBackByKeysAndByItsButton() {
        var card = card("Una", "Undo " + unique("F"));
        var books = copies("Undone", 2);
        var page = desk().scanned(card).scanned(books.getFirst()).scanned(books.getLast());
        page.keys(Keys.chord(Keys.CONTROL, "z"));
        page.until("document.querySelectorAll('#log li.undone').length === 1");
        assertThat(openLoans(books)).isEqualTo(1);
        page.press("#log button.undo:not([disabled])");
        page.until("document.querySelectorAll('#log li.undone').length === 2");
        assertThat(openLoans(books)).isZero();
        assertThat(page.focused()).isEqualTo("scan");
    }

    @Test
    void theDeskGoesOnWithoutTheNetworkAndLosesNothing() { // F-05 and the offline desk
        var first = card("Off", "Line " + unique("F"));
        var second = card("On", "Line " + unique("F"));
        var books = copies("Offline", 4);
        try (var line = CutLine.open()) {
            browser.signIn(technician);
            browser.driver().get(line.url("/"));
            browser.driver().manage().addCookie(new Cookie(Staff.cookieName(), technician.token()));
            browser.driver().get(line.url("/desk/circulation"));
            var page = new DeskPage(browser.driver());
            page.scanned(first);
            line.cut();
            page.scan(books.get(0)).scan(books.get(1)).scan(second).scan(books.get(2));
            page.until(
                    "!document.getElementById('trouble').hidden && document.querySelectorAll('#log li.waiting').length === 4");
            Screenshots.take(browser.driver(), "desk-offline");
            assertThat(openLoans(books)).isZero();
            line.mend();
            page.answered(5);
            line.deafen();
            page.scan(books.get(3));
            page.until("!document.getElementById('trouble').hidden");
            assertThat(openLoans(books)).as("done, and the answer is lost").isEqualTo(4);
            line.mend();
            page.answered(6);
            assertThat(page.newest()).contains("counts once");
            assertThat(page.acts())
                    .containsExactly("CHECKED_OUT", "CHECKED_OUT", "PATRON", "CHECKED_OUT", "CHECKED_OUT", "PATRON");
            page.standing("On").rows(2);
            assertThat(openLoans(books)).isEqualTo(4);
            assertThat(
                            browser.driver()
                                    .executeScript(
                                            "return Object.keys(localStorage).filter(k => k.startsWith('carrel-desk-')).length"))
                    .as("nothing of it is kept")
                    .isEqualTo(0L);
        }
        browser.complaints();
    }

    @Test
    void whatWaitsIsSentByTheNextPageWhenThisOneIsClosed() {
        var card = card("Gone", "Page " + unique("F"));
        var books = copies("Closed page", 2);
        try (var line = CutLine.open()) {
            browser.driver().get(line.url("/"));
            browser.driver().manage().addCookie(new Cookie(Staff.cookieName(), technician.token()));
            browser.driver().get(line.url("/desk/circulation"));
            var page = new DeskPage(browser.driver());
            page.scanned(card);
            line.cut();
            books.forEach(page::scan);
            page.until("document.querySelectorAll('#log li.waiting').length === 2");
            line.mend();
            browser.driver().get(line.url("/desk/circulation"));
            var next = new DeskPage(browser.driver());
            next.answered(2).standing("Gone");
            assertThat(openLoans(books)).isEqualTo(2);
        }
        browser.complaints();
    }

    @Test
    void aClassGetsItsCopiesNameByName() {
        var room = "Room " + unique("R");
        for (var name : List.of("Abe", "Bea", "Cleo")) pupil(name, room);
        var books = copies("For a class", 4);
        browser.signIn(technician);
        browser.goAsIs("/desk/circulation?site=LMC&class=" + URLEncoder.encode("room-" + room, StandardCharsets.UTF_8));
        var page = new DeskPage(browser.driver());
        assertThat(page.text("#class-name")).isEqualTo(room);
        page.until(now("Abe"));
        page.scanned(books.get(0));
        page.until(now("Bea"));
        page.scanned(books.get(1));
        page.until(now("Cleo"));
        assertThat(page.acts()).containsExactly("CHECKED_OUT", "CHECKED_OUT");
        assertThat(page.newest()).contains("to Bea", "For a class");
        assertThat(page.all("#log > li").getLast().getText())
                .as("nobody reads what Abe has")
                .contains("to Abe")
                .doesNotContain("For a class");
        page.keys(Keys.chord(Keys.CONTROL, "z"));
        page.until("document.querySelectorAll('#log li.undone').length === 1 && " + now("Bea"));
        page.press("#class-list li:first-child button");
        page.until(now("Abe"));
        page.scanned(books.get(2));
        page.until(now("Bea"));
        assertThat(page.text("#class-list li:first-child .tag")).isEqualTo("2");
        assertThat(page.shows("#out-now")).as("a list of names, not of titles").isFalse();
        assertThat(number(
                        "select count(*) from loan l join patron p on p.id = l.patron_id "
                                + "where p.homeroom = ? and p.given_name = 'Abe' and l.ended is null",
                        room))
                .isEqualTo(2);
        check("class", "en");
        page.press("#class-close");
        assertThat(new DeskPage(browser.driver()).shows("#class-list")).isFalse();
    }

    private static String now(String name) {
        return "document.querySelector('#class-list [aria-current]').textContent.includes('" + name + "')";
    }

    private static void pupil(String name, String room) {
        ProductPeople.add(new PatronFacts(Map.of(
                PatronField.GIVEN_NAME,
                name,
                PatronField.FAMILY_NAME,
                "Class " + unique("F"),
                PatronField.CATEGORY,
                "STUDENT",
                PatronField.HOMEROOM,
                room,
                PatronField.SITE,
                "LMC",
                PatronField.STATUS,
                "ACTIVE")));
    }

    @Test
    void aClaimIsMadeInItsRowAndToldWhenTheCopyTurnsUp() { // X5, B59
        var card = card("Cora", "Claims " + unique("F"));
        var book = copies("Said to be back", 1);
        var page = desk().scanned(card).scanned(book.getFirst()).rows(1);
        page.press("#out-now summary");
        page.find("#out-now .said-by").sendKeys("her father");
        check("claim", "en");
        page.press("#out-now button[data-claim='claim-returned']");
        page.answered(3).until("document.getElementById('patron-claims') !== null");
        assertThat(page.acts().getFirst()).isEqualTo("CLAIMED");
        assertThat(page.text("#patron-claims")).isEqualTo("1 claim so far");
        assertThat(page.text("#out-now")).contains("Said to be returned", "Settle");
        page.keys(Keys.ESCAPE);
        page.until("!document.getElementById('nobody').hidden");
        page.scanned(book.getFirst());
        assertThat(page.newest()).contains("Returned", "It was said on", "Said by her father.");
        assertThat(page.focused()).isEqualTo("scan");
    }

    @Test
    void titlesTurnAwayWhenNobodyIsAtTheDesk() { // PR-6, C2
        var page = desk().scanned(card("Vera", "Veil " + unique("F")))
                .scanned(copies("A private title", 1).getFirst());
        page.rows(1);
        assertThat(page.shows(".private")).isTrue();
        // Ten seconds in which nobody touches anything, as the page's clock has it.
        browser.driver().executeScript("const real = Date.now; Date.now = () => real() + 10000");
        page.until("document.body.classList.contains('veiled')");
        assertThat(page.shows(".private")).isFalse();
        page.keys(Keys.SHIFT);
        assertThat(page.newest()).contains("A private title");
    }

    @Test
    void aBookDropIsAnnouncedAndEndsWithThePage() {
        var page = desk();
        browser.driver()
                .executeScript(
                        "const day = document.getElementById('returned-on'); day.value = day.max; day.dispatchEvent(new Event('change'))");
        assertThat(page.text("#dropped")).contains("counts as returned on");
        assertThat(desk().shows("#dropped")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void theDeskIsForEveryone(String language) {
        var family = unique("Twin").replaceAll("[0-9]", "Q");
        var card = card("Axel", family);
        ProductPeople.student("Axa", family);
        var blocked = ProductPeople.student("Bea", "Axe " + unique("F"));
        ProductPeople.with(database -> new PatronBlocks(database, Clock.systemUTC())
                .block(blocked, "Talk to Ms Lee", Optional.empty(), "test"));
        var books = copies("For everyone", 2);
        browser.speak(language);
        var page = desk();
        check("idle", language);
        page.scanned(card).scanned(books.getFirst()).rows(1);
        page.scanned(card(blocked))
                .scanned(books.getLast())
                .scanned("NOT KNOWN 4711")
                .scanned(family);
        check("full", language);
        page.keys(Keys.ESCAPE);
        ago(books);
        page.scanned(books.getFirst());
        check("returned", language);
        browser.driver().manage().deleteCookieNamed("carrel-language");
    }

    private void check(String state, String language) {
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(browser.driver(), "circulation-" + state + "-" + language + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(state + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .as("scrolls sideways: " + state)
                    .isLessThanOrEqualTo(size.getWidth());
        }
        browser.size(DESK);
        assertThat(browser.complaints()).isEmpty();
    }
}
