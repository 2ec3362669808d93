package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carrel.fixtures.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;

/** From a file to the catalog and back, as a librarian goes. */
@TestInstance(Lifecycle.PER_CLASS)
class ImportWizardIT {
    @TempDir
    static Path directory;

    private Browser browser;

    @BeforeAll
    void open() {
        browser = Browser.open("en");
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @Test
    void aFileIsLookedThroughLoadedAndTakenBack() throws IOException {
        var file = file(
                "wizard.mrc",
                DamagedImport.record("wiz1", "A wizard looks through"),
                DamagedImport.record("wiz2", "A wizard says yes"));
        browser.go("/desk/import");
        var page = new ImportPage(browser.driver()).upload(file, "WIZ").until("plan");
        assertThat(page.text("summary")).contains("2 records", "2 to add", "Nothing has changed in the catalog yet");
        assertThat(page.titles()).containsExactly("A wizard looks through", "A wizard says yes");
        assertThat(inCatalog("wizard looks through")).isFalse();
        page = page.press("commit").until("done");
        assertThat(page.text("summary")).contains("2 added");
        assertThat(page.outcomes()).containsExactly("added", "added");
        page = page.press("undo").press("take-back").until("undone");
        assertThat(page.text("undone-counts")).isEqualTo("Removed – titles: 2, copies: 0.");
    }

    @Test
    void aPlanShowsFieldByFieldWhatWouldChange() throws IOException {
        ProductImports.load("before.mrc", DamagedImport.record("diff1", "Rabbits of the north"));
        var again = file("after.mrc", DamagedImport.record("diff1", "Rabbits of the north /\u001Fcby A. Hare"));
        browser.go("/desk/import");
        var page = new ImportPage(browser.driver()).upload(again, "").until("plan");
        assertThat(page.outcomes()).containsExactly("overlaid");
        browser.driver().findElement(By.linkText("Rabbits of the north")).click();
        var record = new StaffPage(browser.driver());
        assertThat(record.text("recognised")).contains("control number diff1", "100");
        assertThat(record.text("changes"))
                .contains("245", "10 $a Rabbits of the north", "10 $a Rabbits of the north / $c by A. Hare");
        browser.driver().findElement(By.id("back")).click();
        page = new ImportPage(browser.driver()).press("discard");
        assertThat(page.text("facts")).contains("Let go");
        assertThat(page.has("commit")).isFalse();
    }

    @Test
    void aPlanSaysWhichOfTheLibrariansSearchesWouldShowSomethingElse() throws IOException {
        ProductImports.load("first-owl.mrc", DamagedImport.record("owl1", "Quibbling owls and their nests"));
        browser.go("/desk/search");
        type("query", "quibbling owls");
        type("title", "Quibbling owls and their nests");
        var before = browser.driver().findElement(By.id("main"));
        browser.driver().findElement(By.id("add-case")).click();
        Gone.await(browser.driver(), before);
        var nearer = file("second-owl.mrc", DamagedImport.record("owl2", "Quibbling owls"));
        browser.go("/desk/import");
        var page = new ImportPage(browser.driver()).upload(nearer, "").until("plan");
        assertThat(page.text("moves"))
                .contains(
                        "quibbling owls", "stands first and would stand in place 2", "First would be “Quibbling owls”");
        Screenshots.take(browser.driver(), "desk-plan-moves");
        for (var language : List.of("es", "en")) {
            browser.driver().manage().addCookie(new Cookie("carrel-language", language));
            browser.driver().navigate().refresh();
            for (var size : List.of(new Dimension(390, 844), new Dimension(1366, 900))) {
                browser.size(size);
                assertThat(new ImportPage(browser.driver()).has("moves")).isTrue();
                assertThat(Axe.violations(browser.driver()))
                        .as(language + " " + size)
                        .isEmpty();
            }
        }
        new ImportPage(browser.driver()).press("discard");
    }

    private void type(String id, String text) {
        browser.driver().findElement(By.id(id)).sendKeys(text);
    }

    @Test
    void aShelfThatNobodyKnowsIsAskedForAndThePlanIsMadeAgain() throws IOException {
        var file = Files.writeString(directory.resolve("places.mrk"), """
                =LDR  00000nam a2200000 i 4500
                =001  place1
                =245  10$aA book for a shelf
                =852  \\\\$aLMC$cMYSTERY NOOK$hFIC$iABC$pPLACE1
                """);
        browser.go("/desk/import");
        var page = new ImportPage(browser.driver()).upload(file, "").until("questions");
        assertThat(page.text("questions")).contains("Shelf location “MYSTERY NOOK”, one copy");
        page = page.press("answer").until("questions");
        assertThat(page.text("questions")).contains("New: make “MYSTERY NOOK”");
        page = page.press("commit").until("done");
        assertThat(page.text("summary")).contains("1 added");
    }

    @Test
    void aFileDeletesOnlyWhatTheLibrarianAgreesTo() throws IOException {
        ProductImports.load("weed-me.mrc", DamagedImport.record("weed1", "Weeds of the north"));
        var file = file("weeding.mrc", DamagedImport.deletion("weed1", "Weeds of the north"));
        browser.go("/desk/import");
        var page = new ImportPage(browser.driver()).upload(file, "").until("plan");
        assertThat(page.text("notice-deletions")).contains("One title would be deleted");
        browser.driver().findElement(By.id("deletions")).click();
        page = page.press("commit").until("done");
        browser.driver().findElement(By.cssSelector("#lines .go")).click();
        assertThat(new StaffPage(browser.driver()).has("in-catalog")).isTrue();
        browser.driver().findElement(By.id("back")).click();
        page = new ImportPage(browser.driver()).press("undo").press("take-back").until("undone");
        assertThat(page.text("undone-counts")).contains("records: 1");
    }

    @Test
    void withoutAFileTheFormComesBackAndSaysWhy() throws IOException {
        browser.go("/desk/import");
        var empty = Files.write(directory.resolve("empty.mrc"), new byte[0]);
        var page = new ImportPage(browser.driver()).upload(empty, "");
        assertThat(page.text("file-problem")).isEqualTo("Choose a file that is not empty.");
    }

    @Test
    void aFileThatIsNoneIsRefusedInWords() throws IOException {
        var page = Files.writeString(directory.resolve("login.mrc"), "<html><body>Please sign in</body></html>");
        browser.go("/desk/import");
        var refused = new ImportPage(browser.driver()).upload(page, "").until("refused");
        assertThat(refused.text("refused")).contains("web page");
    }

    @Test
    void theListIsACsvFileAndRejectsComeBackAsTheyWere() throws IOException {
        var damaged = DamagedImport.load("for-a-spreadsheet.mrc");
        var csv = get(damaged.lines() + "/report.csv");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        var lines = new String(csv.body(), StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines).hasSize(5);
        assertThat(lines[0]).startsWith("\uFEFFRecord,Control number,Title,Outcome,Reason");
        assertThat(lines[3]).startsWith("3,").contains("rejected");
        var onlyRejected =
                new String(get(damaged.lines() + "/report.csv?outcome=rejected").body(), StandardCharsets.UTF_8);
        assertThat(onlyRejected.split("\r\n")).hasSize(3);
        var rejected = get(damaged.lines() + "/rejected");
        assertThat(rejected.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"import-" + damaged.number() + "-rejected.mrc\"");
        assertThat(new String(rejected.body(), StandardCharsets.US_ASCII))
                .contains("The third, which breaks off")
                .endsWith("\u001D");
    }

    @Test
    void whatIsNotThereIsNotFoundAndAButtonIsNoLink() {
        for (var path : new String[] {"/desk/import/999999", "/desk/import/999999/status", "/desk/import-status"}) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        var number = ProductImports.load("button.mrc", DamagedImport.record("btn1", "A button"));
        assertThat(get("/desk/import/" + number + "/commit").statusCode()).isEqualTo(405);
        assertThat(get("/desk/import/" + number + "/rejected").statusCode()).isEqualTo(404);
        var foreign = HttpRequest.newBuilder(Product.url("/desk/import/" + number + "/undo"))
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.noBody());
        assertThat(send(foreign).statusCode()).isEqualTo(403);
        assertThat(new String(get("/desk/import/" + number + "/status").body(), StandardCharsets.UTF_8))
                .contains("\"state\":\"COMMITTED\"", "1 of 1 records");
    }

    private boolean inCatalog(String words) {
        browser.go("/search?q=" + words.replace(' ', '+'));
        var found = browser.driver().findElements(By.linkText("A wizard looks through"));
        browser.driver().navigate().back();
        return !found.isEmpty();
    }

    private static Path file(String name, byte[]... records) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var record : records) bytes.writeBytes(record);
        return Files.write(directory.resolve(name), bytes.toByteArray());
    }

    private static HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(Product.url(path)));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        request.header("Cookie", Staff.admin().cookie()).header("Sec-Fetch-Site", "same-origin");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("The product does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
