package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronCardHolders;
import org.carrel.patrons.PatronCards;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.Patrons;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.security.CardPins;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;

/** Own loans at a kiosk and signed in, a teacher's class, and what the desk prints for people. */
@TestInstance(Lifecycle.PER_CLASS)
class MyBooksBrowserIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));
    private static final String PIN = "7391";

    private final String mark = Long.toString(System.nanoTime(), 28).toUpperCase(Locale.ROOT);
    private final String card = "MB" + mark;
    private Browser browser;
    private Staff student;
    private Staff teacher;
    private long maya;
    private List<String> books = List.of();

    /** A student with an account, a card and a PIN has three things: one late, two due in two days. */
    @BeforeAll
    void lend() {
        student = Staff.another(Role.STUDENT);
        teacher = Staff.another(Role.TEACHER);
        var room = "Room " + mark;
        maya = ProductPeople.add(ProductPeople.facts("Maya", "Rivera-" + mark)
                .with(PatronField.USERNAME, student.username())
                .with(PatronField.HOMEROOM, room));
        ProductPeople.add(ProductPeople.facts("Tess", "Teaches-" + mark)
                .with(PatronField.CATEGORY, "TEACHER")
                .with(PatronField.USERNAME, teacher.username())
                .with(PatronField.HOMEROOM, room));
        Staff.with(doors -> {
            var clock = Clock.systemUTC();
            new PatronCards(doors.database(), clock).add(maya, card, "test");
            var holders = new PatronCardHolders(new Patrons(doors.database(), clock));
            return new CardPins(doors.database(), clock, doors.audit(), holders).set(maya, PIN, 1);
        });
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        browser.driver()
                .executeCdpCommand(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of(
                                "source",
                                "window.print = () => localStorage.setItem('prints', "
                                        + "1 + Number(localStorage.getItem('prints') || 0));"));
        books = copies("The wild robot", 3);
        var desk = desk();
        desk.scan(card);
        books.forEach(desk::scan);
        desk.answered(4).rows(3);
        due(books.get(0), -3);
        due(books.get(1), 2);
        due(books.get(2), 2);
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    private DeskPage desk() {
        browser.signIn(Staff.of(Role.TECHNICIAN, "LMC"));
        browser.goAsIs("/desk/circulation");
        return new DeskPage(browser.driver());
    }

    private List<String> copies(String title, int count) {
        var codes = IntStream.range(0, count).mapToObj(at -> "MB" + mark + at).toList();
        var record = new StringBuilder(
                "=LDR  00000nam a2200000 i 4500\n=001  mb" + mark + "\n=245  10$a" + title + " " + mark + "\n");
        codes.forEach(code ->
                record.append("=852  \\\\$aLMC$hFIC$iMYB$p").append(code).append('\n'));
        ProductImports.load("mb" + mark + ".mrk", record.toString().getBytes(StandardCharsets.UTF_8));
        return codes;
    }

    /** The loan is of two weeks ago, and due so many days from today where it was lent. */
    private static void due(String barcode, int days) {
        ProductPeople.with(database -> database.transaction(connection -> {
            var zone = Sql.first(
                            connection,
                            "select l.zone from loan l join item i on i.id = l.open_item where i.barcode = ?",
                            row -> ZoneId.of(row.getString(1)),
                            barcode)
                    .orElseThrow();
            var day = LocalDate.now(Clock.system(zone)).plusDays(days);
            var moment = day.atTime(23, 59).atZone(zone).toInstant();
            var sql = "update loan l join item i on i.id = l.open_item set l.lent_at = l.lent_at - interval 14 day, "
                    + "l.due_at = ?, l.due_on = ? where i.barcode = ?";
            return Sql.update(connection, sql, Utc.of(moment), day, barcode);
        }));
    }

    private long prints() {
        return ((Number) browser.driver().executeScript("return Number(localStorage.getItem('prints') || 0)"))
                .longValue();
    }

    private void isForEveryone(String name, String path) {
        for (var language : List.of("en", "es")) {
            browser.speak(language);
            browser.goAsIs(path);
            assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
                    .isEqualTo(language);
            for (var size : SIZES) {
                browser.size(size);
                Screenshots.take(browser.driver(), name + "-" + language + "-" + size.getWidth());
                assertThat(Axe.violations(browser.driver()))
                        .as(path + " " + size)
                        .isEmpty();
                assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(size.getWidth());
                assertThat(browser.complaints()).isEmpty();
            }
        }
        browser.driver().manage().deleteCookieNamed("carrel-language");
        browser.size(SIZES.getFirst());
    }

    @Test
    void atAKioskLoansAreRenewedAndNothingIsLeftForTheNextReader() { // B89, K-2, K-9
        try (var kiosk = KioskScreen.enrol("Own books " + mark, "STANDARD")) {
            kiosk.driver().get(Product.url("/my").toString());
            var my = new MyPage(kiosk.driver()).enter(card, PIN);
            assertThat(my.heading()).isEqualTo("Hello Maya R.");
            assertThat(my.text("my-loans"))
                    .contains("You have 3 things out", "The wild robot " + mark, "3 days late", "Due in 2 days");
            assertThat(my.shown()).doesNotContain("Rivera", card);
            Screenshots.take(kiosk.driver(), "kiosk-my-books");
            assertThat(Axe.violations(kiosk.driver())).isEmpty();
            my = my.press("#my-loans button");
            assertThat(my.text("my-said")).isEqualTo("You renewed one thing.");
            my = my.press("#renew-all");
            assertThat(my.text("my-said")).startsWith("You renewed 2 things.");
            assertThat(my.shown()).as("and now it is too soon").contains("too soon to renew");
            kiosk.driver().navigate().refresh();
            assertThat(new MyPage(kiosk.driver()).has("card"))
                    .as("a reload asks again")
                    .isTrue();
            kiosk.driver().navigate().back();
            assertThat(new KioskPage(kiosk.driver()).shown())
                    .as("and so does the way back")
                    .doesNotContain("Maya", "wild robot");
            kiosk.driver().get(Product.url("/my").toString());
            my = new MyPage(kiosk.driver()).enter(card, PIN);
            my.press("#my-done");
            kiosk.fresh();
            kiosk.driver().navigate().back();
            kiosk.fresh();
            assertThat(kiosk.driver().manage().getCookies())
                    .extracting(Cookie::getName)
                    .containsExactly("carrel-device");
        }
    }

    @Test
    void whoIsSignedInSeesTheSameOnTheirOwnDevice() {
        browser.signIn(student);
        browser.goAsIs("/account");
        var account = new DeskForm(browser.driver());
        assertThat(account.shows("#own-classes")).as("teaches nobody").isFalse();
        var my = new MyPage(browser.driver()).press("#own-books");
        assertThat(my.heading()).isEqualTo("Hello Maya R.");
        assertThat(my.text("my-loans")).contains("The wild robot " + mark);
        isForEveryone("my-books", "/account/books");
        browser.signIn(Staff.another(Role.STUDENT));
        browser.goAsIs("/account/books");
        assertThat(new MyPage(browser.driver()).text("my-nobody")).contains("We cannot find your library card.");
    }

    @Test
    void aTeacherSeesTheOwnClassInNumbers() { // PR-4
        browser.signIn(teacher);
        browser.goAsIs("/account/classes");
        var page = new DeskForm(browser.driver());
        assertThat(page.text("class-list")).contains("Rivera-" + mark).doesNotContain("wild robot");
        assertThat(page.shows("#class-list a")).as("no way to titles").isFalse();
        isForEveryone("own-classes", "/account/classes");
        browser.goAsIs("/account/classes?class=0&student=" + maya);
        assertThat(browser.driver().getPageSource()).doesNotContain("wild robot");
        browser.complaints();
    }

    @Test
    void slipsArePrintedOnceAClickAndCommandsCanBeStuckToTheDesk() { // B90, PR-6
        var desk = desk();
        desk.scanned(card).standing("Maya");
        var address =
                String.valueOf(browser.driver().findElement(By.id("loan-slip")).getDomAttribute("href"));
        var before = prints();
        browser.goAsIs(address);
        var slip = new DeskForm(browser.driver());
        assertThat(slip.text("slip"))
                .contains("Maya R.", "The wild robot " + mark, "Due ")
                .doesNotContain("Rivera");
        assertThat(prints()).isEqualTo(before + 1);
        browser.driver().navigate().refresh();
        new DeskForm(browser.driver());
        assertThat(prints()).as("and no second one").isEqualTo(before + 1);
        isForEveryone("loan-slip", address.replace("&print=1", ""));
        browser.goAsIs("/desk/return-slip");
        assertThat(new DeskForm(browser.driver()).text("slip")).doesNotContain("Maya");
        isForEveryone("return-slip", "/desk/return-slip");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertThat(browser.driver().findElement(By.tagName("header")).isDisplayed())
                .as("nothing else is printed")
                .isFalse();
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        isForEveryone("desk-commands", "/desk/commands");
        assertThat(new DeskForm(browser.driver()).texts("#commands .card-number"))
                .contains("DONE", "UNDO", "DAMAGED", "RENEW-ALL");
    }
}
