package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.carrel.fixtures.LibraryServer;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Sql;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** Books added by scanning, counted in scans, keys and clicks, while of the libraries asked one is slow, one dead and one answers rubbish. */
@TestInstance(Lifecycle.PER_CLASS)
class AddDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));
    /** Slower nobody wants it with a book in the hand; the slow library alone takes five seconds. */
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(4);

    private final String mark = Long.toString(System.nanoTime() % 1_000_000_000L);
    private final String isbn = isbn(System.nanoTime() / 1000);
    private Browser browser;
    private LibraryServer good;
    private LibraryServer slow;
    private LibraryServer rubbish;

    /** What the technician does: a scan is a scanner's text and its Enter. */
    private int scans;

    private int keys;
    private int clicks;

    /** A number with a right check digit. */
    private static String isbn(long seed) {
        var body = "978" + String.format("%09d", seed % 1_000_000_000L);
        var sum = 0;
        for (var i = 0; i < 12; i++) sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        return body + (10 - sum % 10) % 10;
    }

    @BeforeAll
    void open() {
        good = LibraryServer.having("""
                <record xmlns="http://www.loc.gov/MARC21/slim"><leader>01142cam a2200301 i 4500</leader>
                <controlfield tag="001">add-%1$s</controlfield>
                <controlfield tag="008">930421s1952    nyua   j      000 1 eng  </controlfield>
                <datafield tag="020" ind1=" " ind2=" "><subfield code="a">%2$s</subfield></datafield>
                <datafield tag="082" ind1="0" ind2="4"><subfield code="a">636.4</subfield></datafield>
                <datafield tag="100" ind1="1" ind2=" "><subfield code="a">Zuckerman, Fern.</subfield></datafield>
                <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Pigs of the county %1$s &lt;b&gt; /</subfield><subfield code="c">Fern Zuckerman.</subfield></datafield>
                <datafield tag="264" ind1=" " ind2="1"><subfield code="a">New York :</subfield><subfield code="b">Harper,</subfield><subfield code="c">1952.</subfield></datafield>
                <datafield tag="650" ind1=" " ind2="0"><subfield code="a">Swine.</subfield></datafield></record>
                """.formatted(mark, isbn));
        slow = LibraryServer.silent();
        rubbish = LibraryServer.answering("<html>It works!</html>");
        targets(true);
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        browser.signIn(Staff.another(Role.TECHNICIAN, "LMC"));
    }

    @AfterAll
    void close() {
        targets(false);
        if (browser != null) browser.close();
        for (var server : List.of(good, slow, rubbish)) server.close();
    }

    @BeforeEach
    void nothingDone() {
        scans = 0;
        keys = 0;
        clicks = 0;
    }

    private void targets(boolean there) {
        Product.database().transaction(connection -> {
            Sql.update(connection, "delete from copy_target where name like 'Test %'");
            if (!there) return 0;
            var sql =
                    "insert into copy_target (name, kind, host, port, path, syntax, isbn_index, seconds, place, enabled, inside) "
                            + "values (?, ?, '127.0.0.1', ?, 'LCDB', ?, ?, 5, ?, true, true)";
            Sql.update(connection, sql, "Test slow", "sru_http", slow.port(), "marcxml", "bath.isbn", 1);
            Sql.update(connection, sql, "Test dead", "z39_50", LibraryServer.nobody(), "usmarc", "7", 2);
            Sql.update(connection, sql, "Test rubbish", "sru_http", rubbish.port(), "marcxml", "bath.isbn", 3);
            return Sql.update(connection, sql, "Test good", "sru_http", good.port(), "marcxml", "bath.isbn", 4);
        });
    }

    /** Into whatever field the cursor is. */
    private void scan(String code) {
        scans++;
        leave(code + Keys.ENTER);
    }

    private void key(Keys one) {
        keys++;
        leave(one);
    }

    private void click(String id) {
        clicks++;
        var page = browser.driver().findElement(By.tagName("html"));
        browser.driver().findElement(By.id(id)).click();
        awaitAnother(page);
    }

    private void leave(CharSequence typed) {
        var page = browser.driver().findElement(By.tagName("html"));
        browser.driver().switchTo().activeElement().sendKeys(typed);
        awaitAnother(page);
    }

    private void awaitAnother(WebElement page) {
        Patience.forAPage(browser.driver()).until(ExpectedConditions.stalenessOf(page));
        Patience.forAPage(browser.driver()).until(any -> browser.driver()
                .executeScript("return document.readyState")
                .equals("complete"));
    }

    private DeskForm page() {
        return new DeskForm(browser.driver());
    }

    private void looks(String name) {
        for (var language : List.of("en", "es")) {
            browser.speak(language);
            browser.driver().navigate().refresh();
            for (var size : SIZES) {
                browser.size(size);
                Screenshots.take(browser.driver(), "desk-" + name + "-" + language + "-" + size.getWidth());
                assertThat(Axe.violations(browser.driver())).as(language + size).isEmpty();
                var width = browser.driver().executeScript("return document.documentElement.scrollWidth");
                assertThat(((Number) Objects.requireNonNull(width)).intValue())
                        .as("scrolls sideways")
                        .isLessThanOrEqualTo(size.getWidth());
            }
            browser.size(SIZES.getFirst());
        }
        browser.speak("en");
        browser.driver().navigate().refresh();
    }

    @Test
    void aKnownBookIsOnTheShelfAfterTwoScansAndIsTakenBackByAKey() {
        browser.goAsIs("/desk/add");
        var began = System.nanoTime();
        scan(isbn);
        // The slow one is not waited for.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SHOWN_WITHIN);
        assertThat(page().texts("#book-title")).containsExactly("Pigs of the county " + mark + " <b>"); // ST-03
        assertThat(page().texts("#whence")).singleElement().asString().contains("Test good");
        assertThat(page().value("CALL_NUMBER")).isEqualTo("636.4 ZUC");
        assertThat(String.join("\n", page().texts("#asked li")))
                .contains("Test dead cannot be reached")
                .contains("Test rubbish answered something that cannot be read")
                .contains("Test slow has not answered yet")
                .contains("Test good: one description");
        looks("add-found");
        scan("ADD-" + mark);
        assertThat(page().texts("#done"))
                .singleElement()
                .asString()
                .contains("Pigs of the county " + mark, "ADD-" + mark, "636.4 ZUC");
        assertThat(List.of(scans, keys, clicks)).containsExactly(2, 0, 0);
        looks("add-done");
        var queued = Product.database()
                .read(connection -> Sql.first(
                        connection,
                        "select 1 from label_queued q join item i on i.id = q.item_id where i.barcode = ?",
                        row -> true,
                        "ADD-" + mark));
        assertThat(queued).isPresent();
        // The same book again: the catalog has it now, and nobody is asked.
        var asked = good.asked().size();
        scan(isbn);
        assertThat(page().texts("#whence")).singleElement().asString().contains("one copy");
        assertThat(good.asked()).hasSize(asked);
        scan("ADD2-" + mark);
        assertThat(page().texts("#done")).singleElement().asString().startsWith("A copy of");
        click("undo");
        assertThat(page().texts("#done")).singleElement().asString().startsWith("The copy is taken back");
        assertThat(clicks).isEqualTo(1);
    }

    @Test
    void theNextNumberIsTakenByEnterAlone() {
        var other = isbn(System.nanoTime() / 1000 + 77);
        browser.goAsIs("/desk/add?isbn=" + other + "&brief=yes");
        page().type("title", "A book of numbers " + mark).type("BARCODE", "77" + mark + "00");
        browser.driver().findElement(By.id("BARCODE")).sendKeys(Keys.ENTER);
        Patience.forAPage(browser.driver()).until(driver -> page().shows("#done"));
        scan(other);
        key(Keys.ENTER);
        assertThat(page().texts("#done")).singleElement().asString().contains("77" + mark + "01");
        assertThat(List.of(scans, keys, clicks)).containsExactly(1, 1, 0);
    }

    @Test
    void whatNobodyKnowsIsDescribedInPlainWords() {
        var other = isbn(System.nanoTime() / 1000 + 1234);
        targets(false);
        try {
            browser.goAsIs("/desk/add");
            scan(other);
            assertThat(page().shows("#nothing")).isTrue();
            assertThat(page().value("isbn-of")).isEqualTo(other);
            page().type("authors", "Ida Plumfeather");
            page().press("#store");
            assertThat(page().shows("#title-problem")).isTrue();
            Screenshots.take(browser.driver(), "desk-add-untitled");
            assertThat(page().value("authors")).isEqualTo("Ida Plumfeather");
            page().type("title", "The home made book " + mark).type("BARCODE", "HOME-" + mark);
            page().press("#store");
            assertThat(page().texts("#done")).singleElement().asString().contains("The home made book " + mark);
            // Taken back, nothing of it is left.
            page().press("#undo");
            assertThat(page().texts("#done")).singleElement().asString().startsWith("The title and its copy");
            scan(other);
            assertThat(page().shows("#nothing")).isTrue();
        } finally {
            targets(true);
        }
    }

    @Test
    void aTakenBarcodeAndTheNextBookAreToldApart() {
        browser.goAsIs("/desk/add?brief=yes");
        page().type("title", "One of two " + mark).type("BARCODE", "TWO-" + mark);
        page().press("#store");
        browser.goAsIs("/desk/add?brief=yes");
        page().type("title", "Two of two " + mark).type("BARCODE", "TWO-" + mark);
        page().press("#store");
        assertThat(page().texts("#BARCODE-problem")).singleElement().asString().contains("One of two " + mark);
        assertThat(page().value("title")).isEqualTo("Two of two " + mark);
        // A book's own number in the field of the copy's: on with that book.
        page().type("BARCODE", isbn);
        page().press("#store");
        assertThat(page().shows("#book-title")).isTrue();
        assertThat(browser.driver().getCurrentUrl()).contains("isbn=" + isbn);
    }

    @Test
    void theLibrariesThatAreAskedAreKeptAndTried() {
        browser.goAsIs("/desk/copy-targets");
        page().type("NAME", "Test another").type("HOST", "http://x");
        page().press("#save");
        assertThat(page().texts("#HOST-problem")).singleElement().asString().contains("http://x");
        page().type("HOST", "127.0.0.1")
                .type("PORT", String.valueOf(good.port()))
                .type("PATH", "LCDB")
                .choose("KIND", "SRU_HTTP");
        page().press("#save");
        assertThat(page().shows("#done")).isTrue();
        // A technician cannot say that this machine may be asked. // ST-11
        assertThat(page().shows("#inside")).isFalse();
        var id = Product.database().read(connection -> Sql.first(
                        connection, "select id from copy_target where name = 'Test another'", row -> row.getInt(1))
                .orElseThrow());
        page().press("#try-" + id);
        assertThat(page().texts("#tried")).singleElement().asString().contains("inside the school’s own network");
        page().press("#remove-" + id);
        assertThat(page().shows("#try-" + id)).isFalse();
    }

    @Test
    void thePagesAreForEverybody() {
        browser.goAsIs("/desk/add");
        looks("add");
        browser.goAsIs("/desk/add?brief=yes");
        looks("add-brief");
        browser.goAsIs("/desk/copy-targets");
        looks("copy-targets");
    }
}
