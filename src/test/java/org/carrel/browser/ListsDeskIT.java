package org.carrel.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.carrel.devices.TestDevices;
import org.carrel.fixtures.Staff;
import org.carrel.scheduling.TestBookings;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** A list from its first book to the kiosk, a cover, and the list of a class. */
@TestInstance(Lifecycle.PER_CLASS)
class ListsDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private final String mark = Long.toString(System.nanoTime() % 1_000_000_000L);
    private Browser browser;
    private TestDevices given;
    private Staff technician;

    @BeforeAll
    void open() {
        technician = Staff.another(Role.TECHNICIAN, "LMC");
        given = TestDevices.at("LMC", Clock.systemUTC());
        ProductImports.load("lists.mrk", """
                =LDR  00000nam a2200000 i 4500
                =001  lists-a-%1$s
                =100  1\\$aSimon, Seymour
                =245  10$aVolcanoes %1$s
                =852  \\\\$aLMC$h551.21$iSIM$pLA-%1$s

                =LDR  00000nam a2200000 i 4500
                =001  lists-b-%1$s
                =100  1\\$aGrace, Catherine
                =245  10$aMountains of fire %1$s
                =852  \\\\$aLMC$h551.22$iGRA$pLB-%1$s
                """.formatted(mark).getBytes(UTF_8));
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        browser.signIn(technician);
    }

    @AfterAll
    void close() {
        if (given != null) {
            given.write("delete from reading_list where title like ?", "%" + mark);
            given.write(
                    "delete from cover where bib_id in (select bib_id from item where barcode like ?)", "L_-" + mark);
            given.close();
        }
        if (browser != null) browser.close();
    }

    private DeskForm go(String path) {
        browser.goAsIs(path);
        return new DeskForm(browser.driver());
    }

    private long bib(String barcode) {
        return given.number("select bib_id from item where barcode = ?", barcode + mark);
    }

    private long list(String title) {
        return given.number("select id from reading_list where title = ?", title);
    }

    /** Both languages, both sizes: nothing that axe finds, nothing that scrolls sideways. */
    private void looks(String name) {
        for (var language : List.of("en", "es")) {
            browser.speak(language);
            browser.driver().navigate().refresh();
            for (var size : SIZES) {
                browser.size(size);
                Screenshots.take(browser.driver(), name + "-" + language + "-" + size.getWidth());
                assertThat(Axe.violations(browser.driver()))
                        .as(name + language + size)
                        .isEmpty();
                var width = browser.driver().executeScript("return document.documentElement.scrollWidth");
                assertThat(((Number) Objects.requireNonNull(width)).intValue())
                        .as(name + " scrolls sideways")
                        .isLessThanOrEqualTo(size.getWidth());
            }
            browser.size(SIZES.getFirst());
        }
        browser.speak("en");
        browser.driver().navigate().refresh();
    }

    /** With a title, nothing on it, for LMC. */
    private DeskForm newList(String title) {
        return go("/desk/list-new").type("title", title).press("#save");
    }

    @Test
    void aListFromItsFirstBookToTheKiosk() {
        var title = "Volcano hunters " + mark;
        var page = go("/desk/lists").press("#new-list").press("#save");
        assertThat(page.text("wrong")).contains("needs a title");
        browser.complaints();
        page = page.choose("kind", "PATHFINDER")
                .type("title", title)
                .type("note", "Start here.")
                .press("#save");
        assertThat(page.text("done")).isEqualTo("Saved.");
        var id = list(title);

        // As a scanner types; then words, and a choice.
        page = page.type("find", "LA-" + mark).press("#add-do");
        assertThat(page.text("done")).contains("Volcanoes " + mark);
        page = page.type("find", "LA-" + mark).press("#add-do");
        assertThat(page.text("done")).contains("already");
        page = page.type("find", "mountains of fire " + mark).press("#add-do");
        assertThat(page.texts("#found-rows li")).anyMatch(row -> row.contains("Mountains of fire " + mark));
        page = page.press("#add-" + bib("LB-"));
        assertThat(page.texts("#entries .entry-head")).hasSize(2).anyMatch(row -> row.contains("Volcanoes"));
        page = page.type("find", "qqzzxxyy " + mark).press("#add-do");
        assertThat(page.text("found-title")).contains("nothing like that");

        // A place on the web: what was typed stays, whatever is wrong.
        page = page.type("url", "http://www.nasa.gov")
                .type("web-title", "NASA <b>")
                .type("web-note", "Look at #{7*7}")
                .press("#web-do");
        assertThat(page.text("wrong")).contains("https://");
        assertThat(page.value("web-title")).isEqualTo("NASA <b>");
        assertThat(page.value("web-note")).isEqualTo("Look at #{7*7}");
        browser.complaints();
        page = page.type("url", "https://www.nasa.gov/volcanoes").press("#web-do");
        assertThat(page.text("done")).contains("NASA <b>");

        // By the keyboard alone: the last goes to the top, and what was typed beside it is kept.
        var last = given.number("select max(id) from reading_list_entry where list_id = ?", id);
        page = page.type("note-" + last, "For #{7*7} <i>").press("#up-" + last);
        page = page.press("#up-" + last);
        assertThat(page.texts("#entries .entry-head").getFirst()).contains("NASA <b>");
        assertThat(page.value("note-" + last)).isEqualTo("For #{7*7} <i>");
        assertThat(page.shows("#up-" + last)).isFalse();
        looks("desk-list");

        assertThat(page.shows("#link")).as("nobody opens a draft").isFalse();
        page = go("/desk/list/" + id).press("#publish");
        assertThat(page.shows("#link-picture path")).isTrue();
        page = page.press("#home");
        assertThat(page.text("done")).contains("Kiosks show it");
        looks("desk-list-published");
        var link = URI.create(page.text("link")).getPath();
        page = page.press("#print-list");
        assertThat(page.texts("#entries .place"))
                .anyMatch(place -> place.contains("551.21 SIM"))
                .anyMatch(place -> place.contains("551.22 GRA"));
        looks("desk-list-print");
        go("/desk/lists");
        looks("desk-lists");

        kiosk(title, link);
        page = go("/desk/list/" + id).press("#keep-back");
        assertThat(page.text("state")).isEqualTo("Draft");
        browser.goAsIs(link);
        assertThat(browser.driver().getTitle()).doesNotContain(title);
        browser.complaints();
        page = go("/desk/list/" + id).press("#remove");
        assertThat(page.text("done")).contains(title);
        page = page.press("#restore-" + id);
        assertThat(page.texts("#entries > li")).hasSize(3);
        assertThat(browser.complaints()).isEmpty();
    }

    /** On the first page of a screen; nothing on the list leads away from it. */
    private void kiosk(String title, String link) {
        try (var screen = KioskScreen.enrol("Lists " + mark, "STANDARD", false)) {
            screen.browser().goAsIs("/");
            var home = new KioskPage(screen.driver());
            var tile = screen.driver().findElement(By.cssSelector("a.tile[href$='" + link + "']"));
            assertThat(tile.getText()).contains(title);
            var before = screen.driver().findElement(By.id("main"));
            tile.sendKeys(Keys.ENTER);
            home.leaving(before, KioskPage::new);
            assertThat(home.heading()).isEqualTo(title);
            assertThat(home.shown())
                    .contains("https://www.nasa.gov/volcanoes", "NASA <b>", "For #{7*7} <i>", "551.21 SIM")
                    .doesNotContain(technician.caller().displayName());
            assertThat(screen.driver().findElements(By.cssSelector("a[href*='nasa']")))
                    .as("K-8: no link that leaves the kiosk")
                    .isEmpty();
            assertThat(screen.driver().findElements(By.cssSelector("#entries .qr path")))
                    .hasSize(1);
            assertThat(Targets.smallerThan(screen.driver(), 48)).isEmpty();
            assertThat(screen.browser().complaints()).isEmpty();
        }
        browser.goAsIs(link);
        looks("kiosk-list");
        browser.signIn(technician);
    }

    @Test
    void aCoverIsUploadedShownAndTakenAway() throws IOException { // ST-06
        var bib = bib("LA-");
        var record = "/desk/record/" + bib;
        var page = go(record);
        assertThat(page.shows("#no-cover")).isTrue();
        page = send("script.png", "<script>alert(1)</script>".getBytes(UTF_8));
        assertThat(page.text("cover-problem")).contains("no JPEG, PNG or GIF");
        assertThat(page.shows("#cover-picture")).isFalse();

        var picture = new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(20, 20, 360, 560);
        graphics.dispose();
        var file = Files.createTempFile("cover", ".png");
        ImageIO.write(picture, "png", file.toFile());
        browser.driver().findElement(By.id("cover")).sendKeys(file.toString());
        page = new DeskForm(browser.driver()).press("#cover-put");
        assertThat(page.text("cover-done")).contains("from now on");
        assertThat(isDrawn("#cover-picture")).isTrue();
        looks("desk-record-cover");

        browser.goAsIs("/records/" + bib);
        assertThat(isDrawn(".cover.pictured.large img")).isTrue();
        looks("kiosk-record-cover");
        page = go(record).press("#cover-remove");
        assertThat(page.shows("#no-cover")).isTrue();
        browser.goAsIs("/records/" + bib);
        assertThat(browser.driver().findElements(By.cssSelector(".record .pictured")))
                .isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private DeskForm send(String name, byte[] bytes) throws IOException {
        Path file = Files.createTempDirectory("cover").resolve(name);
        Files.write(file, bytes);
        browser.driver().findElement(By.id("cover")).sendKeys(file.toString());
        return new DeskForm(browser.driver()).press("#cover-put");
    }

    /** The browser could draw it. */
    private boolean isDrawn(String css) {
        var image = browser.driver().findElement(By.cssSelector(css));
        Patience.forAPage(browser.driver())
                .until(driver ->
                        Boolean.TRUE.equals(browser.driver().executeScript("return arguments[0].complete", image)));
        var width = browser.driver().executeScript("return arguments[0].naturalWidth", image);
        return ((Number) Objects.requireNonNull(width)).intValue() > 0;
    }

    @Test
    void aListIsGivenToAClassAndItsBooksAreWanted() {
        var title = "For grade five " + mark;
        newList(title);
        var id = list(title);
        new DeskForm(browser.driver()).type("find", "LB-" + mark).press("#add-do");
        go("/desk/list/" + id).press("#publish");
        var session = TestBookings.sessionAt("LMC");
        browser.signIn(Staff.another(Role.LIBRARIAN, "LMC"));
        try {
            var page = go("/schedule/session/" + session)
                    .choose("list", String.valueOf(id))
                    .press("#attach");
            assertThat(page.text("lists-done")).contains("part of this session");
            assertThat(page.texts("#attached li")).singleElement().asString().contains(title);
            page = page.press("#cart-" + id);
            assertThat(page.text("lists-done")).contains("One copy of each title");
            looks("desk-session-lists");
            assertThat(given.number(
                            "select count(*) from session_book where session_id = ? and bib_id = ?",
                            session,
                            bib("LB-")))
                    .isEqualTo(1);
            page = go("/schedule/session/" + session).press("#detach-" + id);
            assertThat(page.shows("#attached li")).isFalse();
            assertThat(browser.complaints()).isEmpty();
        } finally {
            given.write("update class_session set state = 'cancelled' where id = ?", session);
            browser.signIn(technician);
        }
    }

    @Test
    void aTeacherKeepsTheirOwnAndDecidesNothingAboutKiosks() {
        var title = "Mine " + mark;
        browser.signIn(Staff.another(Role.TEACHER, "LMC"));
        try {
            var page = newList(title);
            assertThat(page.shows("#publish")).isTrue();
            assertThat(page.shows("#home")).isFalse();
            page = go("/desk/lists");
            assertThat(page.texts("#list-rows tbody tr"))
                    .singleElement()
                    .asString()
                    .contains(title);
            assertThat(new StaffPage(browser.driver()).here()).isEqualTo("area-catalog");
            assertThat(browser.complaints()).isEmpty();
        } finally {
            browser.signIn(technician);
        }
    }
}
