package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.carrel.fixtures.Staff;
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
import org.openqa.selenium.WebElement;

/** What the librarian does about searches that find nothing, and what readers see of it at once. */
@TestInstance(Lifecycle.PER_CLASS)
class SearchDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));
    private Browser browser;

    @BeforeAll
    void open() {
        ProductImports.load("tuned-1.mrc", DamagedImport.record("tuned-1", "Whiskerton the quarrelsome badger"));
        ProductImports.load("tuned-2.mrc", DamagedImport.record("tuned-2", "Badgers beyond Quillingham"));
        browser = Browser.open("en");
        Patience.forAPage(browser.driver())
                .until(driver ->
                        titles("whiskerton").size() + titles("quillingham").size() == 2);
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @Test
    void aSearchThatFoundNothingGetsASynonymAndFindsTheBook() {
        assertThat(titles("zorblatical thing")).isEmpty();
        browser.go("/desk/search");
        var row = browser.driver().findElement(By.xpath("//tr[.//strong[text()='zorblatical thing']]"));
        assertThat(row.getText()).contains("Nothing");
        row.findElement(By.name("means")).sendKeys("quarrelsome badger");
        press(By.xpath("//tr[.//strong[text()='zorblatical thing']]//button"));
        assertThat(titles("zorblatical thing")).startsWith("Whiskerton the quarrelsome badger");

        browser.go("/desk/search-words?filter=zorblatical");
        assertThat(text("word-1")).contains("quarrelsome badger", "Your library");
        press(By.cssSelector("#word-1 button"));
        assertThat(titles("zorblatical thing")).isEmpty();
    }

    @Test
    void aSearchThatFoundNothingIsPutOnTheListOfWhatToOrderByOneKey() throws Exception {
        titles("wubbulous llama guide");
        browser.go("/desk/search");
        var row = By.xpath("//tr[.//strong[text()='wubbulous llama guide']]");
        key(browser.driver().findElement(row).findElement(By.cssSelector("button[value='order']")));
        assertThat(text("done")).isEqualTo("It is on the list of what to order.");
        assertThat(text("order-list")).contains("wubbulous llama guide");
        assertThat(browser.driver().findElement(row).getText()).contains("On the list to order");
        browser.go("/desk/to-order");
        assertThat(text("order-list")).contains("wubbulous llama guide");
        assertThat(browser.driver().findElement(By.id("print")).isDisplayed()).isTrue();
        assertThat(csv()).startsWith("\uFEFFSearch,").contains("\r\nwubbulous llama guide,1,");
        browser.go("/desk/search");
        key(browser.driver()
                .findElement(
                        By.xpath("//table[@id='order-list']//tr[.//strong[text()='wubbulous llama guide']]//button")));
        assertThat(text("done")).isEqualTo("It is off the list of what to order.");
        assertThat(text("to-order")).doesNotContain("wubbulous llama guide");
    }

    @Test
    void fromASearchThatFoundNothingOneKeyLeadsToTheWordsOfTheRecordToPin() {
        titles("plurbish zonk");
        browser.go("/desk/search");
        key(browser.driver().findElement(By.xpath("//tr[.//strong[text()='plurbish zonk']]//a")));
        var words = browser.driver().switchTo().activeElement();
        assertThat(words.getDomAttribute("id")).isEqualTo("q");
        words.sendKeys("nothing like unto it qzx");
        key(words);
        assertThat(text("nothing-tried")).contains("Type others");
        words = browser.driver().switchTo().activeElement();
        words.clear();
        words.sendKeys("quillingham");
        key(words);
        key(browser.driver().findElement(By.cssSelector("#tried button")));
        assertThat(titles("plurbish zonk")).startsWith("Badgers beyond Quillingham");
        browser.go("/desk/search");
        press(By.xpath("//table[@id='pins']//tr[td[text()='plurbish zonk']]//button"));
    }

    private static String csv() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(Product.url("/desk/to-order.csv"))
                    .header("Cookie", Staff.admin().cookie())
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    /** Presses Enter there, and waits for the next page. */
    private void key(WebElement element) {
        element.sendKeys(Keys.ENTER);
        Gone.await(browser.driver(), element);
    }

    @Test
    void aSynonymOfCarrelIsSetAsideAndUsedAgain() {
        browser.go("/desk/search-words?filter=ardillas");
        assertThat(text("word-1")).contains("squirrels", "Carrel");
        press(By.cssSelector("#word-1 button"));
        browser.go("/desk/search-words?filter=ardillas");
        var again = browser.driver().findElement(By.cssSelector("#word-1 button"));
        assertThat(again.getText()).startsWith("Use again");
        press(By.cssSelector("#word-1 button"));
        browser.go("/desk/search-words?filter=ardillas");
        assertThat(browser.driver()
                        .findElement(By.cssSelector("#word-1 button"))
                        .getText())
                .startsWith("Remove");
    }

    @Test
    void aRecordIsPinnedToASearchAndLetGo() {
        browser.go("/desk/search?question=vexing+badger&q=quillingham#try");
        press(By.cssSelector("#tried button"));
        assertThat(text("pins")).contains("vexing badger", "Badgers beyond Quillingham");
        assertThat(titles("Vexing badger!")).startsWith("Badgers beyond Quillingham");
        browser.go("/desk/search");
        press(By.xpath("//table[@id='pins']//tr[td[text()='vexing badger']]//button"));
        assertThat(titles("vexing badger")).isEmpty();
    }

    @Test
    void aCaseIsKeptAndMovesAreShownBeforeAnythingIsSaved() {
        browser.go("/desk/search");
        type("query", "grumblefur");
        type("title", "Whiskerton the quarrelsome badger");
        press(By.id("add-case"));
        assertThat(text("case-list")).contains("grumblefur", "Not on the first page");

        browser.go("/desk/search-words?said=grumblefur&means=quarrelsome+badger&sense=SAME&try=synonym");
        assertThat(text("moves")).contains("grumblefur", "Not on the first page", "As it should be", "Better");
        assertThat(titles("grumblefur")).as("nothing is saved").isEmpty();

        browser.go("/desk/search");
        follow(By.id("try-weights"));
        assertThat(text("moves-of-weights")).contains("None of your cases would move");
        press(By.xpath("//table[@id='case-list']//tr[td[text()='grumblefur']]//button"));
        assertThat(browser.driver().getPageSource()).doesNotContain("grumblefur</td>");
    }

    @Test
    void aCorrectedSearchSaysSoAndOffersTheWordsAsTyped() {
        assertThat(titles("wiskertun quarelsome")).containsExactly("Whiskerton the quarrelsome badger");
        assertThat(text("count")).contains("whiskerton quarrelsome");
        assertThat(text("note")).isEqualTo("You typed “wiskertun quarelsome”.");
        follow(By.cssSelector("#literal a"));
        assertThat(browser.driver().findElements(By.cssSelector("#hits .hit"))).isEmpty();
        assertThat(text("count")).contains("wiskertun quarelsome");
    }

    @Test
    void whatCouldBeACardOrAnAddressIsNeverKept() {
        for (var typed : List.of("20250001234567", "maya@example.org", "1234", "S1029384 badger")) titles(typed);
        browser.go("/desk/search");
        assertThat(browser.driver().getPageSource())
                .doesNotContain("20250001234567", "maya@example", "S1029384", "s1029384");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "search, en",
        "search, es",
        "search-words, en",
        "search-words, es",
        "search?title=120&author=100&series=100&subject=90&try=weights&question=badger&q=badgers, en",
        "search-words?said=tejon&means=badgers&sense=WIDER&try=synonym&filter=perros, es"
    })
    void everyPageIsForEveryone(String page, String language) {
        titles("nothing like unto it qzx");
        browser.speak(language);
        browser.go("/desk/" + page);
        assertThat(new StaffPage(browser.driver()).language()).isEqualTo(language);
        assertThat(new StaffPage(browser.driver()).here()).isEqualTo("nav-search");
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(
                    browser.driver(), "desk-" + page.replaceAll("\\W.*", "") + "-" + language + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(page + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(size.getWidth());
            assertThat(browser.complaints()).isEmpty();
        }
        browser.driver().manage().deleteCookieNamed("carrel-language");
    }

    private List<String> titles(String text) {
        browser.go("/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        return browser.driver().findElements(By.cssSelector("#hits .hit h2")).stream()
                .map(title -> title.getText())
                .toList();
    }

    private void follow(By link) {
        var pressed = browser.driver().findElement(link);
        pressed.click();
        Gone.await(browser.driver(), pressed);
    }

    /** Presses a button that changes something, and waits until the page says that it is done. */
    private void press(By button) {
        follow(button);
        assertThat(text("done")).contains("counts from now on");
    }

    private String text(String id) {
        return browser.driver().findElement(By.id(id)).getText();
    }

    private void type(String id, String text) {
        browser.driver().findElement(By.id(id)).sendKeys(text);
    }
}
