package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** The librarian changes the kiosks' first page, and what readers see of it. */
@TestInstance(Lifecycle.PER_CLASS)
class TopicsDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;

    @BeforeAll
    void open() {
        ProductImports.load("level-1.mrc", DamagedImport.record("topic-1", "Zibeline the velvet otter"));
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        Patience.forAPage(browser.driver()).until(driver -> {
            browser.go("/search?q=zibeline");
            return new ResultsPage(driver).has("hits");
        });
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    private TopicsPage topics() {
        browser.go("/desk/topics");
        return new TopicsPage(browser.driver());
    }

    @Test
    void aPastedAddressBecomesATileAndATileBecomesAShelf() {
        var form = topics().add()
                .type("title-en", "Velvet otters")
                .type("title-es", "Nutrias de terciopelo")
                .type(
                        "search",
                        Product.url("/search?q=zibeline&sort=title&page=2").toString())
                .picture("ocean")
                .tryOut();
        assertThat(form.text("tried-count")).isEqualTo("Finds 1 title:");
        assertThat(form.triedTitles()).containsExactly("Zibeline the velvet otter");
        assertThat(form.value("search")).as("nothing is lost").endsWith("page=2");
        var list = form.save();
        assertThat(list.text("done")).startsWith("Saved");
        assertThat(list.row("Velvet otters")).contains("Nutrias de terciopelo", "zibeline, Title", "1");
        assertThat(list.seenTiles()).contains("Velvet otters");

        var home = browser.home();
        assertThat(home.topics()).contains("Velvet otters");
        var results = home.openTopic(home.topics().indexOf("Velvet otters"));
        assertThat(results.titles()).containsExactly("Zibeline the velvet otter");

        topics().edit("Velvet otters").asShelf().save();
        home = browser.home();
        assertThat(home.topics()).doesNotContain("Velvet otters");
        assertThat(home.shelf("Velvet otters")).containsExactly("Zibeline the velvet otter");
        assertThat(home.openShelf("Velvet otters").titles()).containsExactly("Zibeline the velvet otter");
        topics().press("Velvet otters", "remove");
    }

    @Test
    void everyBadInputIsToldAtItsFieldAndNothingIsLost() {
        var form = topics().add()
                .type("title-en", " space ")
                .type("search", "https://example.org/records/7")
                .saveInVain();
        assertThat(form.text("title-en-problem")).contains("Another topic", "has this title");
        assertThat(form.text("title-es-problem")).contains("Type a title in both languages");
        assertThat(form.text("search-problem")).contains("not the address of a page of results");
        assertThat(form.value("search")).isEqualTo("https://example.org/records/7");
        assertThat(browser.driver().findElement(By.id("search")).getDomAttribute("aria-describedby"))
                .isEqualTo("search-help search-problem");
        form = form.type("title-en", "x".repeat(60))
                .type("search", "y".repeat(301))
                .saveInVain();
        assertThat(form.text("title-en-problem")).contains("40 characters");
        assertThat(form.text("search-problem")).contains("300 characters");
        browser.complaints();
    }

    @Test
    void aTopicThatFindsNothingIsFlaggedAndHiddenMovedDeletedAndBroughtBack() {
        var list = topics().add()
                .type("title-en", "Nothing yet")
                .type("title-es", "Nada todavía")
                .type("search", "qqzzxyqz")
                .picture("mystery")
                .save();
        assertThat(list.row("Nothing yet")).contains("Finds nothing");
        list = list.press("Nothing yet", "up");
        assertThat(list.titles().indexOf("Nothing yet")).isEqualTo(list.titles().size() - 2);
        list = list.press("Nothing yet", "down");
        assertThat(list.titles()).endsWith("Nothing yet");
        list = list.press("Nothing yet", "hide");
        assertThat(list.row("Nothing yet")).contains("Hidden");
        assertThat(browser.home().topics()).doesNotContain("Nothing yet");
        list = topics().press("Nothing yet", "remove");
        assertThat(list.text("undo")).contains("Nothing yet");
        assertThat(list.titles()).doesNotContain("Nothing yet");
        list = list.undo();
        assertThat(list.titles()).endsWith("Nothing yet");
        list.press("Nothing yet", "remove");
    }

    @Test
    void whatIsForTheYoungestIsOnTheirScreensOnly() {
        topics().add()
                .type("title-en", "Fluffy ones")
                .type("title-es", "Los suaves")
                .type("search", "otter")
                .picture("pets")
                .readers("YOUNGEST")
                .save();
        assertThat(browser.home().topics()).doesNotContain("Fluffy ones");
        var list = topics();
        assertThat(list.seenTiles()).doesNotContain("Fluffy ones");
        list = list.lookAsTheYoungest();
        assertThat(list.seenTiles()).contains("Fluffy ones", "Animals");
        list.press("Fluffy ones", "remove");
    }

    @Test
    void theShelfOfWhatIsNewLeadsToAllOfIt() {
        var home = browser.home();
        assertThat(home.shelf("New on the shelf")).hasSizeBetween(1, 12);
        var results = home.openShelf("New on the shelf");
        assertThat(results.chosen()).singleElement().asString().contains("New");
        assertThat(results.titles()).isNotEmpty();
    }

    @Test
    void anAddressOfNoTopicIsNotFound() {
        browser.go("/desk/topic/987654");
        assertThat(browser.driver().getPageSource()).doesNotContain("id=\"topic\"");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({"topics, en", "topics, es", "topic, en", "topic, es", "topic/1, en", "to-order, en", "to-order, es"})
    void everyPageIsForEveryone(String page, String language) {
        browser.speak(language);
        browser.go("/desk/" + page);
        isForEveryone("desk-" + page + "-" + language);
        assertThat(new StaffPage(browser.driver()).language()).isEqualTo(language);
        browser.driver().manage().deleteCookieNamed("carrel-language");
    }

    @Test
    void aFormThatWasRefusedIsForEveryone() {
        topics().add().type("search", "/records/1").saveInVain();
        browser.complaints();
        isForEveryone("desk-topic-refused");
        topics().press("Art", "remove");
        isForEveryone("desk-topics-removed");
        new TopicsPage(browser.driver()).undo();
    }

    private void isForEveryone(String name) {
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(browser.driver(), name + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(name + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(size.getWidth());
        }
        browser.size(SIZES.getFirst());
        assertThat(browser.complaints()).isEmpty();
    }
}
