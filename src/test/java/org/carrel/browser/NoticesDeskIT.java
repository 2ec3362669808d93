package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carrel.fixtures.PostOffice;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.Staff;
import org.carrel.notices.NoticeContent;
import org.carrel.notices.NoticeFacts.Lent;
import org.carrel.notices.NoticeFacts.Shelved;
import org.carrel.notices.NoticeTexts;
import org.carrel.notices.NoticeWish;
import org.carrel.notices.NoticeWriter;
import org.carrel.notices.Notices;
import org.carrel.notices.Outbox;
import org.carrel.notices.SystemNotes;
import org.carrel.notices.mail.Mailer;
import org.carrel.patrons.PatronContacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterRefused;
import org.carrel.patrons.RosterRun;
import org.carrel.platform.MailSettings;
import org.carrel.platform.Sql;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SiteDraft;
import org.carrel.school.Sites;
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
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** The pages about notices. Their letters are of the spring of 2031, so that the product does not send them meanwhile. */
@TestInstance(Lifecycle.PER_CLASS)
class NoticesDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));
    private static final Clock SPRING = Clock.fixed(Instant.parse("2031-03-03T15:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);
    private static final String TITLE = "Am I Going to Be a Parent?";

    private final String code = "ZM-" + Long.toString(System.nanoTime(), 28);
    private Privacy privacy;
    private Browser browser;

    /** One hold that always waits. */
    private static final class OneHold implements NoticeContent {
        @Override
        public List<OpenLoan> openLoans(String site, LocalDate dueBy) {
            return List.of();
        }

        @Override
        public List<Lent> loans(Collection<Long> loans) {
            return List.of();
        }

        @Override
        public List<Shelved> holds(Collection<Long> holds) {
            return holds.stream()
                    .map(hold -> new Shelved(hold, TITLE, MONDAY.plusDays(4)))
                    .toList();
        }
    }

    @BeforeAll
    void open() {
        privacy = Privacy.connect(SPRING);
        var draft = new SiteDraft(code, "Notice School", "", "(555) 010-0142", "America/Chicago", "BOTH", "", "", 0);
        assertThat(new Sites(privacy.database, SPRING, privacy.audit).add(draft, 1))
                .isEmpty();
        letters();
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
    }

    /** One that was refused, one that broke off, one that waits, one to print, one held back. */
    private void letters() {
        try (var office = PostOffice.open()) {
            var settings = new MailSettings(
                    "127.0.0.1", office.port(), false, "", Optional.empty(), PostOffice.LIBRARY, List.of(), 60);
            var notices = new Notices(SPRING, new PatronContacts(), calendar(), Optional.of(settings));
            office.refuse("zoe.moved@school.example");
            queue(notices, "Zoë", "Moved", "zoe.moved@school.example");
            outbox(settings).send();
            office.hangUpAfter(1);
            queue(notices, "Ana", "Broken", "ana.broken@school.example");
            outbox(settings).send();
            queue(notices, "Omar", "Waiting", "omar.waiting@school.example");
            queue(notices, "Bo", "Paper", "");
        }
    }

    private SchoolCalendar calendar() {
        return new SchoolCalendar(privacy.database, SPRING, privacy.audit);
    }

    private Outbox outbox(MailSettings settings) {
        var sites = new Sites(privacy.database, SPRING, privacy.audit);
        var texts = new NoticeTexts(privacy.database, SPRING, privacy.audit);
        var writer = new NoticeWriter(
                privacy.database,
                SPRING,
                new PatronContacts(),
                texts,
                privacy.policies,
                sites,
                List.of(new OneHold()),
                List.of(),
                "https://library.example");
        return new Outbox(
                privacy.database,
                SPRING,
                writer,
                Optional.of(new Mailer(settings)),
                URI.create("https://library.example"));
    }

    private void queue(Notices notices, String given, String family, String email) {
        var facts = Map.of(
                PatronField.GIVEN_NAME, given,
                PatronField.PREFERRED_NAME, "",
                PatronField.FAMILY_NAME, family,
                PatronField.EMAIL, email,
                PatronField.HOMEROOM, "Room 12",
                PatronField.SITE, code);
        var patron = privacy.add(facts, Privacy.unique("d"));
        privacy.write(connection ->
                notices.queue(connection, NoticeWish.holdReady(code, patron, patron, MONDAY, SPRING.instant())));
    }

    @AfterAll
    void close() {
        privacy.write(connection -> {
            Sql.update(connection, "delete from notice where created_at > '2030-01-01'");
            var own = "site_id = (select id from site where code = '" + code + "')";
            Sql.update(
                    connection,
                    "delete from patron_event where patron_id in (select id from patron where " + own + ")");
            Sql.update(connection, "delete from patron where " + own);
        });
        privacy.close();
        if (browser != null) browser.close();
    }

    private NoticesPage at(String path) {
        browser.go(path);
        return new NoticesPage(browser.driver());
    }

    private NoticesPage list(String list) {
        return at("/desk/notices?site=" + code + "&list=" + list);
    }

    /** The day of the notices in the zone of the school, which is this machine's. */
    private static String dayHere() {
        return DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US)
                .format(SPRING.instant().atZone(ZoneId.systemDefault()));
    }

    private static String idOf(String row, NoticesPage page) {
        return page.all("#notice-list tbody tr").stream()
                .filter(each -> each.getText().contains(row))
                .findFirst()
                .orElseThrow()
                .getDomAttribute("id")
                .replace("notice-", "");
    }

    @Test
    void theDeskSeesWhatWentWrongAndWhatToDo() {
        var page = list("TO_LOOK_AT");
        assertThat(page.here()).isEqualTo("nav-notices");
        assertThat(page.rows())
                .hasSize(2)
                .anySatisfy(row -> assertThat(row)
                        .contains("Moved, Zoë", "Hold ready", "does not take mail for this address (550)", "Try again"))
                .anySatisfy(row -> assertThat(row).contains("Broken, Ana", "it may have arrived", "On paper instead"));
        assertThat(page.shown()).doesNotContain(TITLE, "zoe.moved@");
        page = list("WAITING");
        assertThat(page.rows()).singleElement().asString().contains("Waiting, Omar", "Goes out " + dayHere());
        var id = idOf("Waiting, Omar", page);
        page = page.press("hold-" + id);
        assertThat(page.text("done")).isEqualTo("It is held back until you let it go.");
        assertThat(page.has("nothing")).isTrue();
        page = list("HELD").press("release-" + id);
        assertThat(page.text("done")).isEqualTo("It goes out.");
        assertThat(list("PAPER").rows()).singleElement().asString().contains("Paper, Bo", "Waits to be printed");
        // What was changed meanwhile in another window.
        page = list("WAITING");
        privacy.write(connection -> Sql.update(connection, "update notice set state = 'held' where id = ?", id));
        page = page.press("hold-" + id);
        assertThat(page.text("too-late")).contains("Nothing was changed");
        privacy.write(connection -> Sql.update(connection, "update notice set state = 'queued' where id = ?", id));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void textsAreCheckedTriedSavedAndTakenBack() {
        var page = at("/desk/notice-texts?site=" + code + "&kind=OVERDUE&language=EN");
        assertThat(page.value("subject")).isEqualTo("Please return what is overdue");
        page = page.type("body", "Hello {name},\n{thing}").press("save");
        assertThat(page.text("wrong"))
                .contains("Letter, line 2, character 1: There is no {thing} in this kind of notice.")
                .contains("Letter: Without {things} nobody knows what it is about.");
        assertThat(page.value("body")).isEqualTo("Hello {name},\n{thing}");
        browser.complaints();
        page = page.type("subject", "Bring {count}")
                .type("body", "Dear {name}, <b>#{{7*7}}</b>\n{things}")
                .press("try");
        assertThat(page.text("preview-own"))
                .contains("Bring 2 library items", "Dear Alex Sample, <b>#{7*7}</b>", "Owls of the Night");
        assertThat(page.text("preview-others")).contains("1 library item").doesNotContain("Owls"); // PR-6
        page = page.press("save");
        assertThat(page.text("done")).startsWith("Saved.");
        assertThat(page.text("whose")).isEqualTo("Your school’s own words.");
        page = page.press("reset");
        assertThat(page.value("subject")).isEqualTo("Please return what is overdue");

        page = page.type("dueSoonDays", "often").type("overdueDays", "0").press("save-times");
        assertThat(page.text("dueSoonDays-problem")).contains("“often” is no number of days");
        assertThat(page.text("overdueDays-problem")).contains("such as 1, 7, 14");
        browser.complaints();
        page = page.type("dueSoonDays", "2")
                .type("overdueDays", "7, 1")
                .choose("guardians", "LATE")
                .press("save-times");
        assertThat(page.text("done")).contains("from the next open day");
        assertThat(page.value("overdueDays")).isEqualTo("1, 7");
        assertThat(page.value("guardians")).isEqualTo("LATE");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everybodySeesWhatTheyMay() {
        browser.signIn(Staff.of(Role.TECHNICIAN, code));
        browser.goAsIs("/desk/notices");
        var page = new KioskPage(browser.driver());
        assertThat(page.has("lists")).isTrue();
        assertThat(page.has("to-texts")).isFalse();
        browser.goAsIs("/desk/notices?site=LMC");
        assertThat(page.has("lists")).as("another site").isFalse();
        browser.goAsIs("/desk/notice-texts");
        assertThat(page.has("words-title")).as("a technician").isFalse();
        browser.signIn(Staff.of(Role.LIBRARIAN, code));
        browser.goAsIs("/desk/notice-texts");
        assertThat(page.has("read-only")).isTrue();
        assertThat(page.text("fact-send-at")).isEqualTo("07:00");
        assertThat(browser.driver().findElements(By.cssSelector("#main textarea, #save-times")))
                .isEmpty();
        browser.signIn(Staff.of(Role.TEACHER, code));
        browser.goAsIs("/desk/notices");
        assertThat(page.has("lists")).as("a teacher").isFalse();
        browser.complaints();
    }

    @Test
    void stripsPrintWithoutThePageAroundThem() { // PR-6
        var page = at("/desk/notice-strips?site=" + code + "&sample=yes");
        assertThat(page.all(".strip")).hasSize(2);
        assertThat(page.text("strips"))
                .contains("1 library item", "1 artículo de la biblioteca")
                .doesNotContain("Owls", "Lighthouse");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        for (var around : List.of("header", "footer", "#back", "h1", "#sample", "#print")) {
            assertThat(browser.driver().findElement(By.cssSelector(around)).isDisplayed())
                    .as(around)
                    .isFalse();
        }
        assertThat(browser.driver().findElement(By.id("strip-1")).isDisplayed()).isTrue();
        Screenshots.take(browser.driver(), "desk-notice-strips-print");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    @Test
    void aTextIsChangedByKeyboardAlone() {
        var page = at("/desk/notice-texts?site=" + code + "&kind=LOST&language=ES");
        var driver = browser.driver();
        driver.findElement(By.id("subject")).sendKeys(Keys.chord(Keys.SHIFT, Keys.TAB));
        driver.switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat(driver.switchTo().activeElement().getDomAttribute("id")).isEqualTo("subject");
        driver.switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat(driver.switchTo().activeElement().getDomAttribute("id")).isEqualTo("body");
        for (var id : List.of("save", "try")) {
            driver.switchTo().activeElement().sendKeys(Keys.TAB);
            assertThat(driver.switchTo().activeElement().getDomAttribute("id")).isEqualTo(id);
        }
        var before = driver.findElement(By.id("main"));
        driver.switchTo().activeElement().sendKeys(Keys.ENTER);
        page = page.leaving(before, NoticesPage::new);
        assertThat(page.text("preview-own")).contains("Hola, Alex Sample");
    }

    @Test
    @DisplayName("the product itself speaks to the mail server: a note to the administrators")
    void theProductSends() {
        var port = Integer.getInteger("carrel.test.mail.port");
        var clock = Clock.systemUTC();
        try (var office = PostOffice.at(port)) {
            var settings = new MailSettings(
                    "127.0.0.1", port, false, "", Optional.empty(), PostOffice.LIBRARY, List.of(PostOffice.ADMIN), 60);
            var sites = new Sites(privacy.database, clock, privacy.audit);
            var notices = new Notices(
                    clock,
                    new PatronContacts(),
                    new SchoolCalendar(privacy.database, clock, privacy.audit),
                    Optional.of(settings));
            new SystemNotes(privacy.database, clock, sites, notices)
                    .told(new RosterRefused(4711, "SIS", RosterRun.Origin.COMMAND, "HEADER_ONLY", clock.instant()));
            var letter = office.next(Duration.ofSeconds(60)).orElseThrow();
            assertThat(letter.to()).containsExactly(PostOffice.ADMIN);
            assertThat(letter.text()).contains("/desk/roster/4711", "Nothing was changed");
            assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
        }
        privacy.write(connection -> Sql.update(connection, "delete from notice where kind = 'system_note'"));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "/desk/notices?list=TO_LOOK_AT, en",
        "/desk/notices?list=TO_LOOK_AT, es",
        "/desk/notices?list=WAITING, en",
        "/desk/notices?list=PAPER, es",
        "/desk/notice-strips?sample=yes, en",
        "/desk/notice-strips?sample=yes, es",
        "/desk/notice-texts?kind=OVERDUE, en",
        "/desk/notice-texts?kind=HOMEROOM_DIGEST&language=ES, es"
    })
    void everyPageIsForEveryone(String path, String language) {
        browser.speak(language);
        browser.go(path + "&site=" + code);
        assertThat(new StaffPage(browser.driver()).language()).isEqualTo(language);
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
