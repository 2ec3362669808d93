package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.circulation.HoldWish;
import org.carrel.circulation.TestHolds;
import org.carrel.circulation.TestHolds.Title;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Sql;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** Who waits for a title, what is to be fetched, and the hold shelf, on the staff pages. */
@TestInstance(Lifecycle.PER_CLASS)
class HoldsDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;
    private TestHolds desk;
    private Title shown;
    private long onShelf;
    private long waiting;
    private long zoe;

    @BeforeAll
    void open() {
        desk = TestHolds.connect();
        desk.at(Clock.systemUTC().instant());
        zoe = person("Zoë", "Kowalczyk");
        shown = desk.title("LMC", "LMC");
        onShelf = desk.held(zoe, shown);
        waiting = desk.held(person("Max", "Overlong-Waiting"), shown);
        desk.held(person("Thảo", "Nguyễn"), shown);
        desk.checkIn(shown.copy(1), "LMC");
        var elsewhere = desk.title("LMC");
        desk.held(HoldWish.ofTitle(desk.student(), elsewhere.bib(), "EAST"));
        desk.checkIn(elsewhere.copy(1), "LMC");
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
        if (desk != null) desk.close();
    }

    private long person(String given, String family) {
        return desk.people.add(
                Map.of(
                        PatronField.GIVEN_NAME, given,
                        PatronField.PREFERRED_NAME, given,
                        PatronField.FAMILY_NAME, family,
                        PatronField.SITE, "LMC"),
                Privacy.unique("hd"));
    }

    private String card(long person) {
        var number = Privacy.unique("HC").toUpperCase();
        desk.people.cards.add(person, number, "test");
        return number;
    }

    private DeskForm go(String path) {
        browser.go(path);
        return new DeskForm(browser.driver());
    }

    private List<String> texts(String css) {
        return browser.driver().findElements(By.cssSelector(css)).stream()
                .map(element -> element.getText())
                .toList();
    }

    @Test
    void aCardIsScannedAndItsPersonWaits() {
        var title = desk.title("LMC");
        var page = go("/desk/title-holds?record=" + title.bib());
        assertThat(page.text("nothing")).contains("Nobody waits");
        assertThat(page.value("pickUp")).as("where the title is").isEqualTo("LMC");
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .as("the scanner writes there")
                .isEqualTo("card");
        page = enter("NOBODY-4711");
        assertThat(page.text("card-problem")).contains("No card like this");
        browser.complaints();
        var first = card(person("Ana", "Quickly"));
        page = enter(first);
        assertThat(page.text("done")).isEqualTo("The hold is placed: number 1 in line.");
        page = enter(first);
        assertThat(page.text("problems")).contains("waits for this title already");
        browser.complaints();
        page = enter(card(person("Bo", "Slowly")));
        assertThat(page.text("done")).contains("number 2 in line");
        assertThat(texts("#queue strong")).containsExactly("Quickly, Ana", "Slowly, Bo");
    }

    /** As a scanner does: the number and Enter. */
    private DeskForm enter(String number) {
        var before = browser.driver().findElement(By.id("main"));
        var field = browser.driver().findElement(By.id("card"));
        field.clear();
        field.sendKeys(number, Keys.ENTER);
        Gone.await(browser.driver(), before);
        return new DeskForm(browser.driver());
    }

    @Test
    void whatStandsAgainstAHoldIsLiftedWithAReason() {
        var title = desk.title("LMC");
        var person = person("Bea", "Blocked");
        desk.people.blocks.block(person, "Agreement missing", Optional.empty(), "test");
        go("/desk/title-holds?record=" + title.bib());
        var page = enter(card(person));
        assertThat(page.text("problems")).contains("blocked");
        browser.complaints();
        page = page.type("reason", "The form comes tomorrow").press("#place");
        assertThat(page.text("done")).contains("number 1 in line");
    }

    @Test
    void aQueueIsReorderedSuspendedAndCancelledByKeyboard() {
        var title = desk.title("LMC");
        var first = desk.held(person("Ana", "Early"), title);
        var second = desk.held(person("Bo", "Late"), title);
        var page = go("/desk/title-holds?record=" + title.bib());
        browser.driver()
                .findElement(By.cssSelector("#change-" + second + " summary"))
                .sendKeys(Keys.ENTER);
        page = page.type("row-" + second, "1")
                .type("why-" + second, "Exam on Monday")
                .press("#move-" + second);
        assertThat(page.text("done")).contains("moved");
        assertThat(texts("#queue strong")).containsExactly("Late, Bo", "Early, Ana");
        browser.driver().findElement(By.cssSelector("#moves")).getText();
        assertThat(browser.driver().getPageSource()).contains("Exam on Monday");

        browser.driver()
                .findElement(By.cssSelector("#change-" + second + " summary"))
                .sendKeys(Keys.ENTER);
        var until = LocalDate.now(Clock.systemUTC()).plusDays(20);
        browser.driver().executeScript("document.getElementById('until-" + second + "').value = '" + until + "'");
        page = page.press("#suspend-" + second);
        assertThat(page.text("hold-" + second)).contains("passed over until");
        assertThat(page.text("hold-" + first)).contains("next in line");
        page = page.press("#resume-" + second);
        assertThat(page.text("done")).contains("counts again");

        browser.driver()
                .findElement(By.cssSelector("#change-" + first + " summary"))
                .sendKeys(Keys.ENTER);
        page = page.press("#cancel-" + first);
        assertThat(page.text("done")).contains("cancelled");
        assertThat(texts("#queue strong")).containsExactly("Late, Bo");
    }

    @Test
    void aCopyGoesFromThePullListToTheHoldShelfAndToBeScannedAgain() throws Exception { // B28, B29, B35
        var title = desk.title("LMC");
        var person = person("Mia", "Pulled");
        var hold = desk.held(person, title);
        var name = desk.people
                .database
                .read(connection -> Sql.first(
                        connection, "select title from bib_record where id = ?", row -> row.getString(1), title.bib()))
                .orElseThrow();
        go("/desk/holds?site=LMC&part=pull");
        assertThat(texts("#hold-list tbody tr"))
                .filteredOn(row -> row.contains(name))
                .singleElement()
                .asString()
                .contains("FIC HLD", "here")
                .doesNotContain("Pulled");
        assertThat(csv("/desk/holds.csv?site=LMC&part=pull")).contains(name).doesNotContain("Pulled");
        desk.checkIn(title.copy(1), "LMC");
        go("/desk/holds?site=LMC&part=pull&q=" + title.bib());
        assertThat(texts("#hold-list tbody tr")).noneMatch(row -> row.contains(name));

        var page = go("/desk/holds?site=LMC&part=shelf");
        assertThat(texts("#hold-list tbody tr"))
                .filteredOn(row -> row.contains(name))
                .singleElement()
                .asString()
                .contains("Pulled, Mia");
        page = page.press("#slip-" + title.copy(1) + "-" + hold);
        assertThat(texts(".slip"))
                .singleElement()
                .asString()
                .contains("Mia P.", "Pick up by", name)
                .doesNotContain("Pulled");
        assertThat(onPaper(".slip")).isTrue();
        assertThat(onPaper("header")).as("nothing else is printed").isFalse();
        assertThat(onPaper("h1")).isFalse();
        go("/desk/person/" + person + "/holds");
        assertThat(texts("#person-holds li")).singleElement().asString().contains(name, "ready until");
        page = page.press("#cancel-" + hold);
        assertThat(page.text("nothing")).contains("waits for nothing");
        go("/desk/holds?site=LMC&part=left");
        assertThat(texts("#hold-list tbody tr"))
                .filteredOn(row -> row.contains(name))
                .singleElement()
                .asString()
                .contains("Back to its shelf");
    }

    /** Whether it is on what a printer gets. */
    private boolean onPaper(String css) {
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        var there = browser.driver().findElement(By.cssSelector(css)).isDisplayed();
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        return there;
    }

    private String csv(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(Product.url(path))
                    .header("Cookie", Staff.admin().cookie())
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
            return answer.body();
        }
    }

    @Test
    void aBoxLeaves() {
        var title = desk.title("LMC");
        desk.held(HoldWish.ofTitle(desk.student(), title.bib(), "EAST"));
        desk.checkIn(title.copy(1), "LMC");
        var page = go("/desk/holds?site=LMC&part=transfers");
        assertThat(texts("#hold-list tbody tr")).anyMatch(row -> row.contains("in the box"));
        page = page.press("#sent-EAST");
        assertThat(page.text("done")).isEqualTo("The box has left.");
        assertThat(texts("#hold-list tbody tr")).noneMatch(row -> row.contains("in the box"));
    }

    @Test
    void anAideSeesNoNames() {
        browser.signIn(Staff.of(Role.AIDE, "LMC"));
        browser.goAsIs("/desk/holds?site=LMC&part=shelf");
        assertThat(texts("#hold-list tbody tr"))
                .anyMatch(row -> row.contains("Hold " + onShelf))
                .noneMatch(row -> row.contains("Kowalczyk"));
        browser.goAsIs("/desk/title-holds?record=" + shown.bib());
        assertThat(texts("#queue strong")).contains("Hold " + waiting);
        browser.goAsIs("/desk/person/" + zoe + "/holds");
        assertThat(browser.driver().findElements(By.id("person-holds"))).isEmpty();
        browser.complaints();
    }

    @Test
    void aTitleIsFoundByItsWords() {
        browser.go("/desk/title-holds");
        var field = browser.driver().findElement(By.id("q"));
        field.sendKeys("charlotte web", Keys.ENTER);
        assertThat(new DeskForm(browser.driver()).has("found")).isTrue();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "pull, en", "pull, es", "shelf, en", "shelf, es", "left, en", "left, es", "transfers, en", "transfers, es",
        "queue, en", "queue, es", "find, en", "find, es", "person, en", "person, es", "slip, en", "slip, es"
    })
    void everyPageIsForEveryone(String page, String language) {
        browser.speak(language);
        browser.go(path(page));
        assertThat(new KioskPage(browser.driver()).language()).isEqualTo(language);
        for (var details : browser.driver().findElements(By.tagName("summary"))) details.click();
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(browser.driver(), "holds-" + page + "-" + language + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(page + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .as(page)
                    .isLessThanOrEqualTo(size.getWidth());
            assertThat(browser.complaints()).isEmpty();
        }
        browser.driver().manage().deleteCookieNamed("carrel-language");
        browser.size(SIZES.getFirst());
    }

    private String path(String page) {
        return switch (page) {
            case "queue" -> "/desk/title-holds?record=" + shown.bib();
            case "find" -> "/desk/title-holds?q=charlotte";
            case "person" -> "/desk/person/" + zoe + "/holds";
            case "slip" -> "/desk/hold-slip?hold=" + onShelf;
            default -> "/desk/holds?site=LMC&part=" + page;
        };
    }
}
