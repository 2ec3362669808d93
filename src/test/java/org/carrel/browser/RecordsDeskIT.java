package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
import org.openqa.selenium.Keys;

/** Titles as a technician mends them: the MARC editor by keyboard, two editors at once, earlier versions, copies. */
@TestInstance(Lifecycle.PER_CLASS)
class RecordsDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;
    private RecordPages page;

    @BeforeAll
    void open() {
        ProductImports.load("records-desk.mrk", """
                =LDR  00000nam a2200000 i 4500
                =001  rd-editor
                =008  240801s1952\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =100  1\\$aPlumfeather, Ida
                =245  14$aThe crooked kazoo
                =300  \\\\$a40 p. :$bill. ;$c20 cm.
                =650  \\0$aKazoos$vFiction
                =852  \\\\$aLMC$hFIC$iPLU$pRD1001

                =LDR  00000nam a2200000 i 4500
                =001  rd-two
                =008  240801s1952\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =245  10$aKazoo quarrels
                =852  \\\\$aLMC$hFIC$iKAZ$pRD2001

                =LDR  00000nam a2200000 i 4500
                =001  rd-wrong
                =008  240801s1952\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =245  10$aKazoo riddles
                =852  \\\\$aLMC$hFIC$iKRI$pRD3001

                =LDR  00000nam a2200000 i 4500
                =001  rd-copies
                =008  240801s1952\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =245  10$aKazoo copies
                =852  \\\\$aLMC$hFIC$iKCO$p3999000$t1$9850

                =LDR  00000nam a2200000 i 4500
                =001  rd-letters
                =008  240801s1952\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =245  10$aKazoo letters
                =852  \\\\$aLMC$hFIC$iKLE$pRD5001

                =LDR  00000nam a2200000 i 4500
                =001  rd-plain
                =008  240801s1952\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =020  \\\\$a9780140328721 (pbk.)
                =245  10$aKazoo plains /$cA. Plain.
                =250  \\\\$aFirst edition
                =650  \\0$aKazoos$vFiction
                =852  \\\\$aLMC$hFIC$iKPL$pRD6001
                """.getBytes(StandardCharsets.UTF_8));
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        page = new RecordPages(browser);
        Patience.forAPage(browser.driver()).until(driver -> {
            browser.go("/search?q=plumfeather");
            return new ResultsPage(driver).has("hits");
        });
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    private long record(String words) {
        browser.goAsIs("/search?q=" + words.replace(" ", "+"));
        return new ResultsPage(browser.driver()).recordIds().getFirst();
    }

    @Test
    void aTitleIsFoundOpenedAndChangedByKeyboardAlone() {
        page.go("/desk/records?q=crooked+kazoo");
        browser.driver().findElement(By.cssSelector("#found a")).sendKeys(Keys.ENTER);
        Patience.forAPage(browser.driver()).until(driver -> page.has("edit"));
        assertThat(page.fields()).anySatisfy(field -> assertThat(field).contains("245", "$aThe crooked kazoo"));
        page.press("edit");
        assertThat(page.tags()).containsSubsequence("001", "008", "100", "245", "300", "650");
        page.write("245", "$aThe crooked kazoo :$ba tale of {dollar}5 /$cIda Plumfeather.");
        // What is doubtful is told while one types.
        page.write("300", "$x40 p.");
        Patience.forAPage(browser.driver()).until(driver -> page.doubts("300").contains("$x"));
        page.write("300", "$a40 p. :$bill. ;$c20 cm.");
        Patience.forAPage(browser.driver()).until(driver -> page.doubts("300").isEmpty());
        // A row below, by Enter alone.
        page.data("300").sendKeys(Keys.ENTER);
        page.type("520", Keys.TAB, Keys.TAB, Keys.TAB, "$aA kazoo that nobody can play.");
        page.store("520");
        assertThat(page.text("done")).startsWith("Stored.");
        assertThat(page.fields())
                .anySatisfy(field -> assertThat(field).contains("245", "$ba tale of {dollar}5 /"))
                .anySatisfy(field -> assertThat(field).contains("520", "A kazoo that nobody can play."));
        // Found by what was written, at once.
        browser.goAsIs("/search?q=kazoo+that+nobody+can+play");
        assertThat(new ResultsPage(browser.driver()).titles())
                .anySatisfy(title -> assertThat(title).contains("crooked kazoo"));
    }

    @Test
    void whatIsNoFieldIsToldAtItsRowAndNothingIsLost() {
        var id = record("kazoo riddles");
        page.go("/desk/record/" + id + "/marc");
        page.write("245", "Kazoo riddles without a dollar");
        page.store("245");
        assertThat(page.text("problems")).contains("One row is no field yet");
        assertThat(browser.driver().findElements(By.cssSelector(".marc-row .wrong")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.getText()).contains("$a"));
        assertThat(page.data("245").getDomProperty("value")).isEqualTo("Kazoo riddles without a dollar");
        assertThat(browser.complaints()).singleElement().asString().contains("422");
        page.write("245", "$aKazoo riddles solved");
        page.store("245");
        assertThat(page.text("done")).startsWith("Stored.");
    }

    @Test
    void twoWhoChangeOneRecordLoseNothing() {
        var id = record("kazoo quarrels");
        page.go("/desk/record/" + id + "/marc");
        try (var other = Browser.open("en")) {
            other.size(SIZES.getFirst());
            var theirs = new RecordPages(other);
            theirs.go("/desk/record/" + id + "/marc");
            theirs.write("245", "$aKazoo quarrels ended");
            theirs.store("245");
            assertThat(theirs.text("done")).startsWith("Stored.");
        }
        page.write("245", "$aKazoo quarrels again");
        page.store("245");
        assertThat(page.text("conflicts")).contains("245", "Kazoo quarrels ended", "Kazoo quarrels again");
        assertThat(browser.complaints()).singleElement().asString().contains("422");
        browser.driver().findElement(By.id("mine-0")).sendKeys(Keys.SPACE);
        page.press("save");
        assertThat(page.text("done")).contains("both changes stand");
        assertThat(page.fields()).anySatisfy(field -> assertThat(field).contains("Kazoo quarrels again"));
        page.press("history");
        assertThat(page.rows("versions").getFirst()).contains("Edited by two at once");
        page.press("version-1");
        assertThat(page.rows("changes")).anySatisfy(row -> assertThat(row).contains("245"));
        page.press("restore");
        assertThat(page.text("done")).startsWith("The earlier version stands again");
        assertThat(page.fields()).noneSatisfy(field -> assertThat(field).contains("Kazoo quarrels again"));
    }

    @Test
    void aCopyIsAddedWithTheNextNumberChangedWithdrawnAndTakenBack() {
        var id = record("kazoo copies");
        page.go("/desk/record/" + id).press("add-copy");
        assertThat(page.value("CALL_NUMBER")).isEqualTo("FIC KCO");
        assertThat(page.value("COPY_NUMBER")).isEqualTo("2");
        var barcode = page.value("BARCODE");
        assertThat(barcode).matches("[0-9]+");
        page.fill("BARCODE", "3999000");
        page.press("save");
        assertThat(browser.complaints()).singleElement().asString().contains("422");
        assertThat(page.text("BARCODE-problem")).contains("Kazoo copies");
        page.fill("BARCODE", barcode);
        page.fill("PRICE", "eight");
        page.press("save");
        assertThat(page.text("PRICE-problem")).contains("8.50");
        assertThat(browser.complaints()).singleElement().asString().contains("422");
        page.fill("PRICE", "8,5");
        page.press("save");
        assertThat(page.text("done")).contains("stored");
        assertThat(page.rows("copies")).hasSize(2).anySatisfy(row -> assertThat(row)
                .contains(barcode));
        var second = browser.driver().findElements(By.cssSelector("#copies a")).getLast();
        page.press(String.valueOf(second.getDomAttribute("id")));
        assertThat(page.value("PRICE")).isEqualTo("8.50");
        page.press("withdraw");
        assertThat(page.text("done")).contains("withdrawn");
        page.press(String.valueOf(browser.driver()
                .findElements(By.cssSelector("#copies a"))
                .getLast()
                .getDomAttribute("id")));
        page.press("withdraw");
        assertThat(page.text("done")).contains("ours again");
    }

    @Test
    void lettersThatTheKeyboardLacksAndTheOriginalScriptAreAtHand() {
        var id = record("kazoo letters");
        page.go("/desk/record/" + id + "/marc");
        page.write("245", "$aKazoo ni");
        browser.driver().findElement(By.cssSelector("#letters summary")).sendKeys(Keys.ENTER);
        browser.driver().findElement(By.cssSelector("#letters [data-text='ñ']")).sendKeys(Keys.ENTER);
        page.type("o");
        assertThat(page.data("245").getDomProperty("value")).isEqualTo("$aKazoo niño");
        page.script("245");
        assertThat(page.data("245").getDomProperty("value")).isEqualTo("$6880-01$aKazoo niño");
        assertThat(page.data("880").getDomProperty("value")).isEqualTo("$6245-01$a");
        assertThat(page.focusedTag()).isEqualTo("880");
        page.write("880", "$6245-01$a卡祖笛");
        page.store("880");
        assertThat(page.text("done")).startsWith("Stored.");
        assertThat(page.fields()).anySatisfy(field -> assertThat(field).contains("880", "卡祖笛"));
        browser.complaints();
    }

    @Test
    void aPositionOfAFixedFieldIsChosenInWordsAndStandsInItsPlace() {
        var id = record("kazoo copies");
        page.go("/desk/record/" + id + "/marc");
        var before = String.valueOf(page.data("008").getDomProperty("value"));
        page.choose("008", 22, "e");
        var after = String.valueOf(page.data("008").getDomProperty("value"));
        assertThat(after).isEqualTo(before.substring(0, 22) + "e" + before.substring(23));
        page.store("008");
        assertThat(page.text("done")).startsWith("Stored.");
    }

    @Test
    void whatIsChangedInPlainWordsIsChangedInTheRecordAndNothingElse() {
        var id = record("kazoo plains");
        page.go("/desk/record/" + id).press("form");
        assertThat(page.value("title")).isEqualTo("Kazoo plains");
        assertThat(page.value("isbn")).isEqualTo("9780140328721");
        page.fill("title", "");
        page.press("save");
        assertThat(page.text("title-problem")).startsWith("A title is missing.");
        assertThat(browser.complaints()).singleElement().asString().contains("422");
        page.fill("title", "Kazoo prairies");
        page.fill("subjects", "Kazoos--Fiction\nPrairies");
        page.press("save");
        assertThat(page.text("done")).startsWith("Stored.");
        assertThat(page.fields())
                .anySatisfy(field -> assertThat(field).contains("245", "$aKazoo prairies"))
                .anySatisfy(field -> assertThat(field).contains("250", "First edition"))
                .anySatisfy(field -> assertThat(field).contains("650", "Prairies"))
                .anySatisfy(field -> assertThat(field).contains("020", "(pbk.)"));
    }

    @Test
    void aTitleIsAddedInPlainWords() {
        page.go("/desk/records").press("add-title");
        page.fill("title", "Kazoo newcomers");
        page.fill("authors", "Novak, Nell");
        page.fill("year", "2024");
        page.press("save");
        assertThat(page.text("done")).isNotEmpty();
        assertThat(page.fields())
                .anySatisfy(field -> assertThat(field).contains("100", "Novak, Nell"))
                .anySatisfy(field -> assertThat(field).contains("245", "Kazoo newcomers"))
                .anySatisfy(field -> assertThat(field).contains("264", "2024"));
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "records, en",
        "records, es",
        "found, en",
        "record, en",
        "record, es",
        "form, en",
        "form, es",
        "new, en",
        "new, es",
        "help, en",
        "help, es",
        "marc, en",
        "marc, es",
        "history, en",
        "history, es",
        "copy, en",
        "copy, es"
    })
    void everyPageIsForEveryone(String name, String language) {
        var id = record("kazoo copies");
        browser.speak(language);
        browser.go(
                switch (name) {
                    case "found" -> "/desk/records?q=kazoo";
                    case "record" -> "/desk/record/" + id;
                    case "marc" -> "/desk/record/" + id + "/marc";
                    case "history" -> "/desk/record/" + id + "/history";
                    case "copy" -> "/desk/record/" + id + "/copy";
                    case "form" -> "/desk/record/" + id + "/form";
                    case "new" -> "/desk/record-new";
                    case "help" -> "/desk/marc-help?tag=245";
                    default -> "/desk/records";
                });
        for (var size : SIZES) {
            browser.size(size);
            var picture = "records-" + name + "-" + language + "-" + size.getWidth();
            Screenshots.take(browser.driver(), picture);
            assertThat(Axe.violations(browser.driver())).as(picture).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .as(picture)
                    .isLessThanOrEqualTo(size.getWidth());
            assertThat(browser.complaints()).isEmpty();
        }
        browser.driver().manage().deleteCookieNamed("carrel-language");
        browser.size(SIZES.getFirst());
    }
}
