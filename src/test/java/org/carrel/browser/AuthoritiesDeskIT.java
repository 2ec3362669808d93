package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.fixtures.inside.TestMarc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** Authorities at the desk, by keyboard alone: a file taken in, a heading changed everywhere and back. Issue 9, authorities. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AuthoritiesDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));
    private static final String AUTHORITY = "00000nz  a2200000n  4500";
    private static final String SUBJECT_008 = "=008  010724i|\\anannbabn\\\\\\\\\\\\\\\\\\\\|a\\ana\\\\\\\\\\\\";

    private final Map<String, String> paths = new HashMap<>();
    private Browser browser;
    private AuthorityPages page;

    @BeforeAll
    void open() {
        ProductImports.load("authorities-desk.mrk", """
                =LDR  00000nam a2200000 i 4500
                =001  ad-one
                =008  240801s1952\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =245  10$aThe gramophone of Wexcombe
                =650  \\0$aWuxgramophones$vFiction.
                =852  \\\\$aLMC$hFIC$iGRA$pAD1001

                =LDR  00000nam a2200000 i 4500
                =001  ad-two
                =008  240801s1953\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =245  10$aRecords that sing in Wexcombe
                =650  \\0$aWuxgramophones.
                =852  \\\\$aLMC$hFIC$iREC$pAD2001

                =LDR  00000nam a2200000 i 4500
                =001  ad-three
                =008  240801s1954\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =245  10$aNeedles and horns in Wexcombe
                =650  \\0$aWuxneedles.
                =852  \\\\$aLMC$hFIC$iNEE$pAD3001
                """.getBytes(StandardCharsets.UTF_8));
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        page = new AuthorityPages(browser);
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    private static Path file() {
        return new TestMarc()
                .record(
                        AUTHORITY,
                        "=001  ad-a",
                        "=003  TEST",
                        SUBJECT_008,
                        "=150  \\\\$aWuxphonographs",
                        "=450  \\\\$wnne$aWuxgramophones",
                        "=550  \\\\$wg$aWuxmachines")
                .record(AUTHORITY, "=001  ad-b", "=003  TEST", SUBJECT_008, "=150  \\\\$aWuxneedles and pins")
                .record("00000nam a2200000 i 4500", "=001  ad-c", "=245  10$aA title among them")
                .file();
    }

    @Test
    @Order(1)
    void aFileIsLookedThroughStoredAndItsHeadingChangedEverywhere() {
        page.upload(file());
        paths.put("file", page.path());
        assertThat(page.text("facts")).contains("Looked through");
        assertThat(page.text("kinds").replace('\n', ' ')).contains("New 2", "Rejected 1");
        assertThat(page.rows("lines")).hasSize(2).first().asString().contains("Wuxphonographs");
        page.open("kinds", "Rejected");
        assertThat(page.rows("lines")).singleElement().asString().contains("no authority record");
        page.press("store");
        assertThat(page.text("done")).startsWith("Stored.");

        // The heading is listed with what to use instead, as soon as the log was followed.
        Patience.forTheWorker(browser.driver())
                .until(driver -> page.begin("wuxgram").has("headings"));
        assertThat(page.rows("headings"))
                .singleElement()
                .asString()
                .contains("Wuxgramophones", "Subject", "2", "Wuxphonographs");
        page.open("headings", "Wuxgramophones");
        paths.put("heading", page.path());
        assertThat(page.text("facts")).contains("2 titles");
        assertThat(page.rows("titles")).hasSize(2);
        page.open("choices", "Look what would change");
        paths.put("preview", page.path().replaceFirst("#.*", ""));
        assertThat(page.text("effect")).contains("2 titles change", "finds them as before");
        assertThat(page.rows("samples")).hasSize(2).anySatisfy(row -> assertThat(row)
                .contains("$aWuxgramophones$vFiction.", "$aWuxphonographs$vFiction."));
        page.press("change").untilDone();
        paths.put("change", page.path());
        assertThat(page.text("facts")).contains("Changed everywhere");
        assertThat(page.text("counts")).startsWith("2 titles have");
        Patience.forTheWorker(browser.driver())
                .until(driver -> page.begin("wuxgram").has("no-headings"));

        // Readers find the titles by either.
        for (var words : List.of("wuxgramophones", "wuxphonographs"))
            Patience.forAPage(browser.driver()).until(driver -> {
                browser.goAsIs("/search?q=" + words);
                return new ResultsPage(browser.driver()).titles().size() == 2;
            });
    }

    @Test
    @Order(2)
    void anotherAuthorityIsFoundByItsWords() {
        Patience.forTheWorker(browser.driver())
                .until(driver -> page.begin("wuxneed").has("headings"));
        page.open("headings", "Wuxneedles").find("wuxphono");
        assertThat(page.rows("choices")).singleElement().asString().contains("Wuxphonographs");
        page.open("choices", "Wuxphonographs");
        paths.put("authority", page.path());
        assertThat(page.text("seen")).contains("Wuxgramophones");
        assertThat(page.text("also")).contains("Wuxmachines");
        assertThat(page.text("facts")).contains("TEST ad-a");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @Order(3)
    @CsvSource({
        "list, en",
        "list, es",
        "file, en",
        "file, es",
        "heading, en",
        "heading, es",
        "change, en",
        "change, es",
        "authority, en",
        "authority, es"
    })
    void everyPageIsForEveryone(String name, String language) {
        browser.speak(language);
        // The heading that was changed stands nowhere any more: another one is looked at.
        var path =
                switch (name) {
                    case "list" -> "/desk/authorities?q=wux";
                    case "heading" -> headingAddress();
                    default -> paths.getOrDefault(name, "");
                };
        browser.go(path);
        for (var size : SIZES) {
            browser.size(size);
            var picture = "authorities-" + name + "-" + language + "-" + size.getWidth();
            Screenshots.take(browser.driver(), picture);
            assertThat(Axe.violations(browser.driver())).as(picture).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .as(picture)
                    .isLessThanOrEqualTo(size.getWidth());
            assertThat(browser.complaints()).isEmpty();
            assertThat(new KioskPage(browser.driver()).language()).isEqualTo(language);
        }
        browser.size(SIZES.getFirst());
        browser.speak("en");
    }

    private String headingAddress() {
        page.begin("wuxneed").open("headings", "Wuxneedles").find("wuxphono");
        var choose =
                browser.driver().findElement(By.cssSelector("#choices a.btn")).getDomAttribute("href");
        return String.valueOf(choose).replaceFirst("#.*", "");
    }

    @Test
    @Order(4)
    void theChangeAndTheFileAreTakenBack() {
        page.go(paths.getOrDefault("change", "")).press("undo").untilDone();
        assertThat(page.text("facts")).contains("Taken back");
        assertThat(page.text("counts")).startsWith("2 titles have the old heading again");
        page.go(paths.getOrDefault("file", "")).press("undo");
        assertThat(page.text("done")).startsWith("Taken back");
        Patience.forTheWorker(browser.driver())
                .until(driver -> page.begin("wuxgram").has("headings"));
        assertThat(page.rows("headings")).singleElement().asString().doesNotContain("Wuxphonographs");
    }

    @Test
    @Order(5)
    void whatCannotBeIsSaid() {
        page.go("/desk/authorities");
        browser.driver().executeScript("document.getElementById('file').removeAttribute('required')");
        page.press("look-through");
        assertThat(page.text("file-problem")).isNotEmpty();
        browser.go("/desk/authority-heading?key=12&list=lcsh");
        assertThat(page.has("choices")).isFalse();
        browser.complaints();
    }
}
