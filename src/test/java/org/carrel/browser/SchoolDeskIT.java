package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.circulation.TestLedger;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronCards;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.Patrons;
import org.carrel.platform.Sql;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SiteDraft;
import org.carrel.school.Sites;
import org.carrel.security.Device.Audience;
import org.carrel.security.Device.Skin;
import org.carrel.security.Devices;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;

/** The school, its calendar, what screens say of it, and people with card and PIN. */
@TestInstance(Lifecycle.PER_CLASS)
class SchoolDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));
    private static final ZoneId DENVER = ZoneId.of("America/Denver");

    private final String code = "ZZ-" + Long.toString(System.nanoTime(), 28);
    private final String card = "ZZCARD" + Long.toString(System.nanoTime(), 28).toUpperCase();
    private Browser browser;

    private final List<Long> lent = new ArrayList<>();

    @BeforeAll
    void open() {
        Staff.with(doors -> {
            var clock = Clock.systemUTC();
            new Sites(doors.database(), clock, doors.audit())
                    .add(new SiteDraft(code, "Zebra School", "", "", DENVER.getId(), "BOTH", "", "", 0), 1);
            var always = Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> "0:00-23:59"));
            new SchoolCalendar(doors.database(), clock, doors.audit()).saveHours(code, always, 1);
            var facts = new PatronFacts(Map.of(
                    PatronField.GIVEN_NAME, "Zoë",
                    PatronField.FAMILY_NAME, "Kowalczyk",
                    PatronField.CATEGORY, "STUDENT",
                    PatronField.STATUS, "ACTIVE"));
            var zoe = (PatronSaved.Saved) new Patrons(doors.database(), clock).add(facts, "", Optional.empty(), "test");
            return new PatronCards(doors.database(), clock).add(zoe.id(), card, "test");
        });
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        theProductKnowsItsHours();
    }

    /** What another node saves, as this test does, is known within some seconds. */
    private void theProductKnowsItsHours() {
        Patience.forAPage(browser.driver()).until(driver -> {
            browser.goAsIs("/offline?site=" + code);
            return driver.getPageSource().contains("11:59");
        });
    }

    @AfterAll
    void close() {
        takeAway();
        Staff.with(doors -> doors.database()
                .transaction(connection -> Sql.update(connection, "delete from site where code = 'AA'")));
        if (browser != null) browser.close();
    }

    /** In March 2036, to students of a seventh grade at LMC. */
    private void lend(int copies, LocalDate due) {
        try (var ledger = TestLedger.connect()) {
            for (var i = 0; i < copies; i++) {
                lent.add(ledger.copy());
                ledger.lend(lent.getLast(), ledger.student("Snowdrop"), due);
            }
        }
    }

    /** Other tests look at this title. */
    private void takeAway() {
        Staff.with(doors -> doors.database().transaction(connection -> {
            for (var item : lent) {
                Sql.update(connection, "delete from loan where item_id = ?", item);
                Sql.update(connection, "delete from item where id = ?", item);
            }
            return true;
        }));
    }

    private SchoolPage at(String path) {
        browser.go(path);
        return new SchoolPage(browser.driver());
    }

    private SchoolPage calendar() {
        return at("/desk/calendar?site=" + code);
    }

    /** The first site is one that an import made: its zone is the machine's, which a new site cannot be saved with. */
    @Test
    void anAdministratorChangesASiteAndIsToldWhatIsWrongAtItsField() {
        Staff.with(doors -> doors.database()
                .transaction(connection -> Sql.update(
                        connection, "insert ignore into site (code, name) values ('AA', 'An import made it')")));
        var page = at("/desk/school?site=" + code)
                .type("name", "Zebra School")
                .type("senderMail", "nobody")
                .press("save");
        assertThat(page.text("senderMail-problem")).contains("“nobody” is not a mail address");
        assertThat(page.value("senderMail")).isEqualTo("nobody");
        browser.complaints();
        page = page.type("senderMail", "zebra@example.org")
                .type("phone", "(555) 010-0142")
                .press("save");
        assertThat(page.text("done")).isEqualTo("Saved.");
        assertThat(page.value("phone")).isEqualTo("(555) 010-0142");
        assertThat(page.value("zone")).isEqualTo("America/Denver");
        page = at("/desk/school?new=yes")
                .type("site", code)
                .type("name", "Twice")
                .press("save");
        assertThat(page.text("site-problem")).contains("There is a site with the code");
        browser.complaints();
    }

    @Test
    void aCalendarIsChangedAndBadInputIsToldAtItsFieldAndLine() {
        var page = calendar().type("saturday", "16:00-9:00").press("save-hours");
        assertThat(page.text("saturday-problem")).contains("ends before it begins");
        assertThat(page.value("saturday")).isEqualTo("16:00-9:00");
        page = page.type("saturday", "9-12, 12:30-4pm").press("save-hours");
        assertThat(page.value("saturday")).isEqualTo("09:00-12:00, 12:30-16:00");

        page = page.type("first", "2031-02-30").press("add-closure");
        assertThat(page.text("first-problem")).contains("“2031-02-30” is no day");
        assertThat(page.text("reasonEn-problem")).contains("Nothing stands here");
        page = page.type("first", "3/3/2031")
                .type("last", "2031-03-04")
                .type("reasonEn", "Book fair")
                .type("reasonEs", "Feria del libro")
                .press("add-closure");
        assertThat(page.rows("closures")).anySatisfy(row -> assertThat(row)
                .contains("Mon, Mar 3, 2031 – Tue, Mar 4, 2031", "Book fair", "Closed"));
        assertThat(page.press("to-moves").text("nothing")).startsWith("Nothing is due then");
        page = at("/desk/calendar?site=" + code);

        page = page.type("pasted", "2031-04-01,,Fine\n2031-03-04,,On the fair\n")
                .press("add-closures");
        assertThat(page.text("paste-problems")).contains("Line 2, First day:", "“Book fair” is on one of these days");
        assertThat(page.value("pasted")).contains("2031-04-01,,Fine");
        page = page.type("pasted", "2031-04-01,,Fine\n2031-04-02,,Short,Corto,8:00-11:00\n")
                .press("add-closures");
        assertThat(page.text("done")).isEqualTo("All lines are added.");
        assertThat(page.rows("closures")).anySatisfy(row -> assertThat(row).contains("Short", "8:00"));
        page = page.remove("closures", "Book fair");
        assertThat(page.rows("closures")).noneMatch(row -> row.contains("Book fair"));

        page = page.type("name", "Fall").type("termFirst", "2031-08-20").press("add-term");
        assertThat(page.text("termLast-problem")).isNotEmpty();
        page = page.type("termLast", "2031-12-19").press("add-term");
        assertThat(page.rows("terms")).singleElement().asString().contains("Fall");
        assertThat(page.remove("terms", "Fall").has("no-terms")).isTrue();
        browser.complaints();
    }

    @Test
    @DisplayName("D7: a closure leads to what it means for what is lent: looked at, moved, taken back")
    void aSnowDayMovesWhatIsDueAfterALook() {
        lend(1, LocalDate.of(2036, 10, 8));
        var page = at("/desk/calendar?site=LMC")
                .type("first", "2036-10-08")
                .type("reasonEn", "Snow in October")
                .press("add-closure")
                .press("to-moves");
        assertThat(page.text("plan-title")).isEqualTo("Closed: Wed, Oct 8, 2036");
        assertThat(page.rows("days")).containsExactly("Wed, Oct 8, 2036 Thu, Oct 9, 2036 1");
        assertThat(page.shown()).doesNotContain("Snowdrop");
        assertThat(Axe.violations(browser.driver())).isEmpty();
        Screenshots.take(browser.driver(), "calendar-moves-plan");
        page = page.press("move");
        assertThat(page.text("done")).startsWith("1 loan was moved, no copy waits");
        browser.driver().navigate().refresh();
        assertThat(page.rows("past")).hasSize(1);
        page = page.remove("past", "Oct 8, 2036");
        assertThat(page.text("done")).startsWith("Taken back.");
        assertThat(at("/desk/calendar-moves?site=LMC&first=2036-13-01").text("wrong"))
                .contains("Write them as 2026-11-26");
        at("/desk/calendar?site=LMC").remove("closures", "Snow in October");
        browser.complaints();
    }

    @Test
    void loansAreCountedOnAPageAndInAFileWithoutAnybodyInThem() throws Exception { // PR-2
        lend(5, LocalDate.of(2036, 10, 14));
        var page = at("/desk/loan-counts?site=LMC&year=2035");
        assertThat(page.rows("counts")).anySatisfy(row -> assertThat(row).contains("March 2036 6–8 "));
        assertThat(page.shown()).doesNotContain("Snowdrop");
        Screenshots.take(browser.driver(), "loan-counts");
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(Product.url("/desk/loan-counts.csv?site=LMC&year=2035"))
                    .header("Cookie", Staff.admin().cookie());
            var file = client.send(request.build(), BodyHandlers.ofString());
            assertThat(file.body())
                    .contains("Month,Grades,Material,Loans", "2036-03,6–8,")
                    .doesNotContain("Snowdrop");
        }
    }

    @Test
    void aYearIsThereAtAGlanceAndInWords() {
        var page = at("/desk/calendar?site=LMC&year=2026");
        assertThat(page.text("year-title")).isEqualTo("School year 2026–2027");
        assertThat(page.text("month-2026-12"))
                .contains("December 2026", "14 open days.", "18 Last day of the semester", "21–31 Winter break");
        assertThat(browser.driver().findElements(By.cssSelector("#month-2026-12 .day-closed")))
                .hasSize(9);
    }

    @Test
    void aLibrarianReadsAndChangesNothing() {
        browser.signIn(Staff.of(Role.LIBRARIAN, "LMC"));
        browser.goAsIs("/desk/calendar");
        var page = new SchoolPage(browser.driver());
        assertThat(page.rows("hours-list")).hasSize(7);
        assertThat(browser.driver().findElements(By.cssSelector("#main button")))
                .isEmpty();
        browser.goAsIs("/desk/school");
        assertThat(page.text("fact-zone")).isEqualTo("America/Chicago");
        assertThat(page.has("read-only")).isTrue();
        assertThat(browser.driver().findElements(By.cssSelector("#main button, #new-site")))
                .isEmpty();
        browser.goAsIs("/desk/calendar?site=" + code);
        assertThat(page.has("months")).as("another site").isFalse();
    }

    private String screen(String name) {
        return Staff.with(doors -> {
            var devices = new Devices(doors.database(), Clock.systemUTC());
            return devices.enrol(
                            devices.add(name, code, Skin.STANDARD, Audience.ALL).orElseThrow())
                    .orElseThrow();
        });
    }

    @Test
    @DisplayName("K-10: a screen goes on to show the usual hours of its school while the library does not answer")
    void theUsualHoursStayWhileTheLibraryIsAway() {
        var token = screen("Zebra window");
        try (var line = CutLine.open();
                var away = Browser.open("en")) {
            away.go("/");
            away.driver().manage().addCookie(new Cookie("carrel-device", token));
            away.driver().get(line.url("/"));
            away.driver().executeAsyncScript("""
                    var done = arguments[arguments.length - 1];
                    navigator.serviceWorker.ready.then(function () { done(); });
                    """);
            line.cut();
            away.driver().get(line.url("/search?q=owls"));
            var page = new KioskPage(away.driver());
            page.await(By.id("kept-hours"));
            assertThat(page.text("kept-text")).isEqualTo("owls");
            assertThat(page.text("kept-hours"))
                    .contains("When we are open", "Cuándo abrimos", "Monday · lunes", "12:00", "11:59");
            assertThat(page.has("kept-plan")).as("nobody has drawn one").isFalse();
            assertThat(Axe.violations(away.driver())).isEmpty();
            Screenshots.take(away.driver(), "kiosk-offline-hours");
        }
    }

    @Test
    void aScreenSaysUntilWhenItsSchoolIsOpen() {
        var token = screen("Zebra door");
        try (var screen = Browser.open("es")) {
            screen.go("/");
            screen.driver().manage().addCookie(new Cookie("carrel-device", token));
            screen.go("/");
            var home = new KioskPage(screen.driver());
            assertThat(home.text("hours")).startsWith("Abre hasta las");
            var today = LocalDate.now(Clock.system(DENVER)).toString();
            calendar()
                    .type("first", today)
                    .type("reasonEn", "Snow day")
                    .type("reasonEs", "Nieve")
                    .press("add-closure");
            screen.go("/");
            assertThat(home.text("hours")).isEqualTo("Hoy no abre: Nieve.");
            home.switchLanguage();
            assertThat(home.text("hours")).isEqualTo("Closed today: Snow day.");
            calendar().remove("closures", "Snow day");
        }
    }

    @Test
    @DisplayName(
            "K-9: staff give a PIN, its owner is greeted by first name and letter, and the next reader finds nothing")
    void aPersonSignsInByCardAndPin() {
        var page = at("/desk/pin").type("card", "NOBODY-4711").press("set");
        assertThat(page.text("card-problem")).contains("No card like this");
        page = page.type("card", card).type("pin", "1234").press("set");
        assertThat(page.text("pin-problem")).contains("Too easy");
        browser.complaints();
        page = page.type("card", card).press("set");
        assertThat(page.shown()).contains("New PIN for Zoë Kowalczyk");
        var pin = page.text("pin-shown");
        assertThat(at("/desk/pin").has("pin-shown")).as("shown once").isFalse();

        try (var kiosk = KioskScreen.enrol("Cards", "STANDARD")) {
            kiosk.driver().get(Product.url("/my").toString());
            var my = new MyPage(kiosk.driver()).enter(card, pin.equals("7391") ? "7392" : "7391");
            assertThat(my.text("my-problem")).startsWith("That did not match.");
            my = my.enter(card, pin);
            assertThat(my.heading()).isEqualTo("Hello Zoë K.");
            assertThat(my.shown()).doesNotContain("Kowalczyk", card);
            kiosk.driver().navigate().refresh();
            assertThat(new MyPage(kiosk.driver()).has("card"))
                    .as("a reload asks again")
                    .isTrue();
            my = new MyPage(kiosk.driver()).enter(card, pin);
            assertThat(my.has("hello")).isTrue();
            kiosk.leaveAlone();
            kiosk.fresh();
            kiosk.driver().navigate().back();
            kiosk.fresh();
            assertThat(new KioskPage(kiosk.driver()).shown()).doesNotContain("Zoë");
        }
    }

    @Test
    void figuresCanBeTappedWhereThereIsNoKeyboard() {
        try (var kiosk = KioskScreen.enrol("Tapping", "PICTURE")) {
            kiosk.driver().get(Product.url("/my").toString());
            var keys = kiosk.driver().findElements(By.cssSelector("#pin-pad button"));
            assertThat(keys).hasSize(11).allSatisfy(key -> assertThat(key.getSize())
                    .satisfies(size -> assertThat(Math.min(size.width, size.height))
                            .as("K-1")
                            .isGreaterThanOrEqualTo(48)));
            kiosk.driver().findElement(By.id("pin")).click();
            for (var key : keys.subList(0, 4)) key.click();
            keys.getLast().click();
            assertThat(kiosk.driver().findElement(By.id("pin")).getDomProperty("value"))
                    .isEqualTo("123");
            Screenshots.take(kiosk.driver(), "kiosk-my-picture");
            assertThat(Axe.violations(kiosk.driver())).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "/desk/school, en",
        "/desk/school, es",
        "/desk/school?new=yes, en",
        "/desk/calendar?site=LMC&year=2026, en",
        "/desk/calendar?site=LMC&year=2026, es",
        "/desk/calendar-moves?site=LMC&first=2036-10-07, en",
        "/desk/calendar-moves?site=LMC&first=2036-10-07, es",
        "/desk/loan-counts?site=LMC, en",
        "/desk/loan-counts?site=LMC, es",
        "/desk/pin, en",
        "/desk/pin, es",
        "/my, en",
        "/my, es"
    })
    void everyPageIsForEveryone(String path, String language) {
        browser.speak(language);
        browser.go(path);
        assertThat(new KioskPage(browser.driver()).language()).isEqualTo(language);
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(
                    browser.driver(),
                    path.replaceAll("\\W+", "-").substring(1) + "-" + language + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(path + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(size.getWidth());
            assertThat(browser.complaints()).isEmpty();
        }
        browser.driver().manage().deleteCookieNamed("carrel-language");
        browser.size(SIZES.getFirst());
    }
}
