package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.carrel.fixtures.SchoolProvider;
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
import org.openqa.selenium.support.ui.Select;

/** Coming in, going out, and caring for accounts, as people do it. */
class SignInDeskIT {
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

    @Test
    void aLibrarianComesBackToThePageThatWasWanted() {
        var librarian = Staff.another(Role.LIBRARIAN);
        browser.goAsIs("/desk/search-words");
        var page = new SignInPage(driver);
        assertThat(page.heading()).isEqualTo("Sign in");
        assertThat(page.has("wanted")).isTrue();
        page.type("username", librarian.username())
                .type("password", "eight paper lanterns")
                .enter("password");
        page = new SignInPage(driver);
        assertThat(page.text("refused")).contains("do not belong together");
        assertThat(page.value("username")).isEqualTo(librarian.username());
        assertThat(page.value("password")).isEmpty();
        page.type("password", Staff.PASSWORD).enter("password");
        assertThat(path()).isEqualTo("/desk/search-words");
        assertThat(new StaffPage(driver).areas())
                .containsExactly("Desk", "Catalog", "People", "Schedule", "Devices", "Device setup", "School");
        driver.findElement(By.id("sign-out")).click();
        assertThat(new SignInPage(driver).text("signed-out")).isEqualTo("You are signed out.");
        driver.navigate().back();
        browser.goAsIs("/desk/search-words");
        assertThat(new SignInPage(driver).heading()).isEqualTo("Sign in");
        assertThat(browser.complaints()).allMatch(line -> line.contains("422"));
    }

    @Test
    void theSchoolsOwnSignInLeadsToTheWantedPage() {
        var librarian = Staff.another(Role.LIBRARIAN);
        var port = Integer.parseInt(System.getProperty("carrel.test.provider.port", "0"));
        browser.goAsIs("/desk/search-words");
        new SignInPage(driver);
        driver.findElement(By.id("elsewhere")).click();
        assertThat(new SignInPage(driver).text("elsewhere-problem"))
                .as("nobody answers there")
                .contains("did not work");
        try (var provider = SchoolProvider.open(port)) {
            provider.person("subject-of-" + librarian.username(), librarian.username());
            browser.goAsIs("/desk/search-words");
            new SignInPage(driver);
            driver.findElement(By.id("elsewhere")).click();
            new StaffPage(driver);
            assertThat(path()).isEqualTo("/desk/search-words");
            assertThat(new KioskPage(driver).text("own-account")).isEqualTo("Test librarian");
            assertThat(driver.manage().getCookieNamed("carrel-away")).isNull();
        }
    }

    @Test
    void everythingCanBeDoneByKeyboard() {
        var aide = Staff.another(Role.AIDE);
        browser.goAsIs("/sign-in");
        new SignInPage(driver);
        for (var tabs = 0; tabs < 20 && !"username".equals(focused()); tabs++) press(Keys.TAB);
        press(aide.username());
        press(Keys.TAB);
        press(Staff.PASSWORD);
        press(Keys.TAB);
        assertThat(focused()).isEqualTo("enter");
        press(Keys.ENTER);
        new KioskPage(driver);
        assertThat(path()).as("an aide lends and takes back").isEqualTo("/desk/circulation");
        assertThat(driver.findElements(By.cssSelector("header a[id^='nav-'], header a[id^='area-']")))
                .extracting(link -> link.getDomAttribute("id"))
                .containsExactly("area-desk", "area-schedule", "area-equipment", "nav-lend", "nav-holds", "nav-kiosk");
        browser.goAsIs("/account");
        assertThat(new KioskPage(driver).text("who")).contains(aide.username(), "Aide or volunteer");
    }

    private String focused() {
        return driver.switchTo().activeElement().getDomAttribute("id");
    }

    private void press(CharSequence keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    @Test
    void anAdministratorMakesAnAccountAndItsPersonChoosesAPassword() {
        var name = "rosa." + Long.toString(System.nanoTime(), 28);
        browser.go("/desk/accounts");
        driver.findElement(By.id("name")).sendKeys("Rosa Marín");
        driver.findElement(By.id("username")).sendKeys("Rosa Marín");
        new Select(driver.findElement(By.id("role"))).selectByValue("LIBRARIAN");
        submit("make");
        assertThat(new KioskPage(driver).text("username-problem")).contains("cannot be a user name");
        assertThat(driver.findElement(By.id("name")).getDomProperty("value")).isEqualTo("Rosa Marín");
        driver.findElement(By.id("username")).clear();
        driver.findElement(By.id("username")).sendKeys(name);
        submit("make");
        var code = new KioskPage(driver).text("code-shown");
        assertThat(code).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
        Screenshots.take(driver, "desk-accounts-code-en");
        var row = driver.findElement(By.xpath("//tr[td='" + name + "']"));
        assertThat(row.getText()).contains("Librarian", "Has a code until");
        chooses(name, code);
        changes(name);
    }

    private void chooses(String name, String code) {
        try (var other = Browser.open("en")) {
            other.goAsIs("/sign-in");
            other.driver().findElement(By.id("with-code")).click();
            var page = new SignInPage(other.driver());
            page.type("username", name)
                    .type("code", code)
                    .type("new-password", "password1234")
                    .type("again", "x");
            page.enter("again");
            page = new SignInPage(other.driver());
            assertThat(page.problem("new-password")).contains("Many people use this password");
            page.type("code", code).type("new-password", Staff.PASSWORD).type("again", "seven");
            page.enter("again");
            page = new SignInPage(other.driver());
            assertThat(page.problem("again")).contains("not the same");
            page.type("code", code).type("new-password", Staff.PASSWORD).type("again", Staff.PASSWORD);
            page.enter("again");
            assertThat(new StaffPage(other.driver()).here()).isEqualTo("nav-lend");
            other.goAsIs("/account");
            assertThat(new KioskPage(other.driver()).text("who")).contains("Rosa Marín", "Librarian");
        }
    }

    private void changes(String name) {
        browser.go("/desk/accounts");
        driver.findElement(By.xpath("//tr[td='" + name + "']//a")).click();
        var page = new KioskPage(driver);
        assertThat(page.heading()).isEqualTo("Rosa Marín");
        assertThat(page.text("event-list")).contains("A password was chosen with a code", "Added");
        new Select(driver.findElement(By.id("role"))).selectByValue("TEACHER");
        submit("save");
        assertThat(path()).startsWith("/desk/accounts?done=");
        assertThat(driver.findElement(By.xpath("//tr[td='" + name + "']")).getText())
                .contains("Teacher", "Saved");
        driver.findElement(By.xpath("//tr[td='" + name + "']//a")).click();
        submit("disable");
        assertThat(driver.findElement(By.xpath("//tr[td='" + name + "']")).getText())
                .contains("Disabled since");
        driver.findElement(By.xpath("//tr[td='" + name + "']//a")).click();
        submit("reset");
        assertThat(new KioskPage(driver).text("code-shown")).isNotEmpty();
        assertThat(browser.complaints()).allMatch(line -> line.contains("422"));
    }

    private void submit(String button) {
        var page = new KioskPage(driver);
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id(button)).click();
        page.leaving(before, KioskPage::new);
    }

    static Stream<Arguments> doors() {
        return Stream.of("sign-in", "refused", "waiting", "choose-password", "choose-again", "setup", "setup-again")
                .flatMap(page -> Stream.of("en", "es").map(language -> Arguments.of(page, language)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("doors")
    void aDoorIsForEveryone(String page, String language) {
        browser.speak(language);
        show(page);
        for (var size : SIZES) {
            browser.size(size);
            assertThat(new SignInPage(driver).language()).isEqualTo(language);
            Screenshots.take(driver, "door-" + page + "-" + language + "-" + size.getWidth());
            assertThat(Axe.violations(driver)).as(page + " " + size).isEmpty();
            var width = (Long) driver.executeScript("return document.documentElement.scrollWidth");
            assertThat(width).as("scrolls sideways").isLessThanOrEqualTo(size.getWidth());
        }
        assertThat(browser.complaints()).allMatch(line -> line.contains("422") || line.contains("429"));
    }

    private void show(String page) {
        switch (page) {
            case "sign-in" -> browser.goAsIs("/desk/search");
            case "choose-password" -> browser.goAsIs("/choose-password");
            case "setup" -> browser.goAsIs("/setup");
            case "choose-again" -> {
                browser.goAsIs("/choose-password");
                fill("username", "nobody", "code", "AAAA-AAAA", "new-password", "short", "again", "short");
            }
            case "setup-again" -> {
                browser.goAsIs("/setup");
                fill("code", "A", "name", "M", "username", "M M", "new-password", "x", "again", "x");
            }
            default -> tries(page.equals("waiting"));
        }
    }

    /** @param untilTold whether to go on until told to wait: a slow browser may sit out the first pauses */
    private void tries(boolean untilTold) {
        var name = "nobody-" + System.nanoTime();
        browser.goAsIs("/sign-in");
        do fill("username", name, "password", "eight paper lanterns");
        while (untilTold && !new SignInPage(driver).has("wait"));
    }

    private void fill(String... fieldsAndTexts) {
        var page = new SignInPage(driver);
        for (var i = 0; i < fieldsAndTexts.length; i += 2) page.type(fieldsAndTexts[i], fieldsAndTexts[i + 1]);
        page.enter(fieldsAndTexts[fieldsAndTexts.length - 2]);
    }
}
