package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.carrel.fixtures.Staff;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** Leaving a desk and coming back to it, and the navigation around every staff page. */
class DeskLockBrowserIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;
    private ChromeDriver driver;

    @BeforeEach
    void open() {
        browser = Browser.open("en");
        driver = browser.driver();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private String path() {
        return String.valueOf(driver.getCurrentUrl()).replace(Product.url().toString(), "");
    }

    private DeskForm at(String path) {
        browser.goAsIs(path);
        return new DeskForm(driver);
    }

    @Test
    void aLockedDeskShowsNothingAndComesBackWhereItWas() {
        var librarian = Staff.another(Role.LIBRARIAN);
        KnownPerson.find();
        browser.signIn(librarian);
        at("/desk/search-words");
        var page = at("/desk/people?q=" + KnownPerson.NAME);
        assertThat(page.shown()).contains(KnownPerson.NAME);
        page = page.press("#lock");
        assertThat(page.heading()).isEqualTo("This desk is locked");
        assertThat(path()).isEqualTo("/locked");
        assertThat(page.text("whose")).contains("Test librarian");
        assertThat(driver.switchTo().activeElement().getDomAttribute("id")).isEqualTo("secret");
        assertThat(String.valueOf(driver.getPageSource())).doesNotContain(KnownPerson.NAME);
        driver.navigate().back();
        page = new DeskForm(driver);
        assertThat(page.heading()).as("the way back").isEqualTo("This desk is locked");
        assertThat(String.valueOf(driver.getPageSource())).doesNotContain(KnownPerson.NAME);
        page.type("secret", "eight paper lanterns").press("#unlock");
        page = new DeskForm(driver);
        assertThat(page.text("refused")).contains("does not unlock");
        page.type("secret", Staff.PASSWORD).press("#unlock");
        assertThat(path()).startsWith("/desk/people?q=" + KnownPerson.NAME);
        assertThat(new KioskPage(driver).shown()).contains(KnownPerson.NAME);
        assertThat(browser.complaints()).allMatch(line -> line.contains("422"));
    }

    @Test
    void whoeverGoesAwayLeavesALockedDesk() {
        browser.signIn(Staff.another(Role.LIBRARIAN));
        at("/desk/search-words");
        var before = driver.findElement(By.id("main"));
        driver.executeScript("document.getElementById('lock-form').dataset.idle = '0.1'");
        Gone.await(driver, before);
        var page = new DeskForm(driver);
        assertThat(page.heading()).isEqualTo("This desk is locked");
        page.type("secret", Staff.PASSWORD).press("#unlock");
        assertThat(path()).isEqualTo("/desk/search-words");
    }

    @Test
    void somebodyElseMaySignInInstead() {
        var second = Staff.another(Role.TEACHER);
        browser.signIn(Staff.another(Role.LIBRARIAN));
        var page = at("/desk/search-words").press("#lock").press("#somebody-else");
        page.type("username", second.username())
                .type("password", Staff.PASSWORD)
                .press("#enter");
        assertThat(path()).as("where a teacher starts").isEqualTo("/schedule");
        at("/account");
        assertThat(new KioskPage(driver).text("who")).contains(second.username());
    }

    @Test
    void aPersonChoosesAPinAndUnlocksWithIt() {
        browser.signIn(Staff.another(Role.AIDE));
        var page = at("/account").press("#unlock-with");
        page.type("pin", "4859").type("again", "4859");
        page = page.press("#set-pin");
        assertThat(page.text("pin-problem")).contains("six to eight").doesNotContain("{");
        page = page.type("pin", "485913").type("again", "485913").press("#set-pin");
        assertThat(page.text("done")).isEqualTo("The PIN holds from now on.");
        page = page.type("badge", "S-10045").press("#set-badge");
        assertThat(page.text("badge-state")).isEqualTo("You have a badge for the desk.");
        page.press("#lock").type("secret", "485913").press("#unlock");
        assertThat(path()).as("asks for the password, which the PIN is not").startsWith("/sign-in?next=");
    }

    static Stream<Arguments> pages() {
        return Stream.of("locked", "refused", "unlock-with")
                .flatMap(page -> Stream.of("en", "es").map(language -> Arguments.of(page, language)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("pages")
    void aPageOfTheLockIsForEveryone(String page, String language) {
        browser.signIn(Staff.another(Role.ADMIN));
        browser.speak(language);
        if (page.equals("unlock-with"))
            at("/account/unlock").type("pin", "1").type("again", "1").press("#set-pin");
        else at("/desk/search-words").press("#lock");
        if (page.equals("refused")) new DeskForm(driver).type("secret", "x").press("#unlock");
        for (var size : SIZES) {
            browser.size(size);
            assertThat(new DeskForm(driver).language()).isEqualTo(language);
            Screenshots.take(driver, "lock-" + page + "-" + language + "-" + size.getWidth());
            isForEveryone(page, size);
        }
        assertThat(browser.complaints()).allMatch(line -> line.contains("422"));
    }

    private void isForEveryone(String page, Dimension size) {
        assertThat(Axe.violations(driver)).as(page + " " + size).isEmpty();
        var width = (Long) driver.executeScript("return document.documentElement.scrollWidth");
        assertThat(width).as("scrolls sideways").isLessThanOrEqualTo(size.getWidth());
    }

    static Stream<Arguments> places() {
        return Stream.of("/desk/import", "/desk/people", "/desk/school", "/desk/privacy", "/account")
                .flatMap(page -> Stream.of("en", "es").map(language -> Arguments.of(page, language)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("places")
    void theNavigationIsTwoRowsOnAWideScreenAndFitsANarrowOne(String path, String language) {
        browser.signIn(Staff.admin());
        browser.speak(language);
        at(path);
        var name = "frame-" + path.substring(path.lastIndexOf('/') + 1) + "-" + language + "-";
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(driver, name + size.getWidth());
            isForEveryone(path, size);
            if (size.getWidth() > 1000) assertThat(rows()).as(path).isEqualTo(2);
        }
        browser.size(SIZES.getFirst());
        driver.executeScript("document.documentElement.style.fontSize = '200%'");
        Screenshots.take(driver, name + "large");
        isForEveryone(path + " with large text", SIZES.getFirst());
    }

    /** In how many lines the links of the frame stand. */
    private long rows() {
        return (Long) driver.executeScript(
                "return new Set([...document.querySelectorAll('.frame a, .frame button')].map(e => Math.round("
                        + "e.getBoundingClientRect().top + e.getBoundingClientRect().height / 2))).size");
    }

    @Test
    void theNavigationGoesByKeyboardAndSaysWhereOneIs() {
        browser.signIn(Staff.another(Role.LIBRARIAN));
        at("/desk/search-words");
        var page = new StaffPage(driver);
        assertThat(page.areas())
                .containsExactly("Desk", "Catalog", "People", "Schedule", "Devices", "Device setup", "School");
        assertThat(page.places()).containsExactly("Titles", "Import", "Search", "Labels", "Shelves");
        assertThat(page.here()).isEqualTo("nav-search");
        assertThat(current("area-catalog")).isEqualTo("true");
        assertThat(current("nav-search")).as("around this page").isEqualTo("true");
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("area-people")).sendKeys(Keys.ENTER);
        Gone.await(driver, before);
        page = new StaffPage(driver);
        assertThat(path()).isEqualTo("/desk/people");
        assertThat(current("nav-find")).isEqualTo("page");
        assertThat(page.places()).containsExactly("Find people", "Card PIN", "Cards", "Clearance");
    }

    private String current(String id) {
        return String.valueOf(driver.findElement(By.id(id)).getDomAttribute("aria-current"));
    }
}
