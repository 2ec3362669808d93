package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.TestDevices;
import org.carrel.fixtures.PostOffice;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.Patrons;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** Loaners at the desk, tickets, and what a teacher reports on her phone. */
@TestInstance(Lifecycle.PER_CLASS)
class RepairDeskIT {
    private static final Dimension DESK = new Dimension(1366, 900);
    private static final Dimension PHONE = new Dimension(390, 844);

    private Browser browser;
    private TestDevices given;
    private String mark = "";
    private int model;

    @BeforeAll
    void open() {
        mark = TestDevices.unique("R");
        given = TestDevices.at("LMC", Clock.systemUTC());
        model = given.model("Repairer " + mark);
        browser = Browser.open("en");
        browser.size(DESK);
    }

    @AfterAll
    void close() {
        if (given != null) {
            given.write("update device_record set loaner = false where model_id = ?", model);
            given.close();
        }
        if (browser != null) browser.close();
    }

    private DeskForm go(String path) {
        browser.go(path);
        return new DeskForm(browser.driver());
    }

    private long student(String name) {
        var facts = new PatronFacts(Map.of(
                PatronField.GIVEN_NAME, name,
                PatronField.FAMILY_NAME, "Of " + mark,
                PatronField.CATEGORY, "STUDENT",
                PatronField.GRADE, "05",
                PatronField.SITE, "LMC",
                PatronField.STATUS, "ACTIVE"));
        return ((PatronSaved.Saved)
                        new Patrons(given.database, Clock.systemUTC()).add(facts, "", Optional.empty(), "test"))
                .id();
    }

    /** A device that this student has on loan. */
    private Device lent(String name, long student) {
        var device = given.add(model, name + "-" + mark, "");
        go("/desk/circulation?site=LMC");
        // As the desk itself sends a scan: a loan with the rules of the school.
        var answer = browser.driver()
                .executeAsyncScript(
                        "const done = arguments[2]; fetch('/desk/circulation/scan', {method: 'POST', body: new URLSearchParams("
                                + "{request: crypto.randomUUID(), site: 'LMC', patron: arguments[0], text: arguments[1]})})"
                                + ".then((answer) => answer.json()).then((json) => done(json.act))",
                        String.valueOf(student),
                        device.tag());
        assertThat(answer).isEqualTo("CHECKED_OUT");
        return device;
    }

    private Device loaner(String name) {
        var device = given.add(model, name + "-" + mark, "");
        given.write("update device_record set loaner = true where id = ?", device.id());
        return device;
    }

    /** As a scanner types: with Enter behind it. */
    private DeskForm scan(DeskForm page, String text) {
        var before = browser.driver().findElement(By.id("main"));
        browser.driver().switchTo().activeElement().sendKeys(text, Keys.ENTER);
        return page.leaving(before, DeskForm::new);
    }

    private long onLoan(Device device, long student) {
        return given.number("select count(*) from loan where open_item = ? and patron_id = ?", device.item(), student);
    }

    private long ticket(Device device) {
        return given.number("select max(id) from repair_ticket where device_id = ?", device.id());
    }

    /** The target: one key, two scans, one tap out; one key and two scans back. */
    @Test
    void aLoanerIsLentByTwoScansOneKeyAndOneTapAndSwappedBackByTwoScansAndOneKey() { // V2
        var maya = student("Maya");
        var broken = lent("OLD", maya);
        var spare = loaner("LOAN");
        var desk = go("/desk/circulation?site=LMC");
        var before = browser.driver().findElement(By.id("main"));
        browser.driver().findElement(By.id("scan")).sendKeys(Keys.F8);
        var page = desk.leaving(before, DeskForm::new);
        page = scan(page, broken.tag());
        assertThat(page.text("patron")).contains("Maya");
        page = scan(page, spare.tag());
        assertThat(Axe.violations(browser.driver())).as("/desk/swap").isEmpty();
        var done = page.press("#fault-SCREEN");
        assertThat(done.text("done")).contains(broken.tag());
        assertThat(onLoan(spare, maya)).isEqualTo(1);
        assertThat(onLoan(broken, maya)).isZero();
        assertThat(given.device(broken.id()).condition()).isEqualTo(DeviceCondition.BROKEN);
        var ticket = ticket(broken);
        assertThat(given.number(
                        "select count(*) from repair_ticket where id = ? and patron_id = ? and device_in and fault = 'screen'",
                        ticket,
                        maya))
                .isEqualTo(1);
        assertThat(given.number("select count(*) from loan where open_item = ? and due_at is null", spare.item()))
                .as("due when the ticket is closed")
                .isEqualTo(1);
        assertThat(given.number(
                        "select count(*) from notice n join notice_part p on p.notice_id = n.id where n.kind = 'loaner' "
                                + "and p.what = 'ticket' and p.ref_id = ? and n.patron_id = ?",
                        ticket,
                        maya))
                .isPositive();

        page = go("/desk/swap?site=LMC");
        page = scan(page, broken.tag());
        assertThat(page.text("swap-title")).contains("back");
        page = scan(page, spare.tag());
        assertThat(page.text("done")).contains(broken.tag(), "handed back");
        assertThat(onLoan(broken, maya)).isEqualTo(1);
        assertThat(onLoan(spare, maya)).isZero();
        assertThat(given.number("select count(*) from repair_ticket where id = ? and state = 'fixed'", ticket))
                .isEqualTo(1);
        assertThat(given.device(broken.id()).condition()).isEqualTo(DeviceCondition.READY);
    }

    @Test
    void aSwapIsUndoneWithinAMinuteAndEverythingIsAsItWas() {
        var omar = student("Omar");
        var broken = lent("UNDO", omar);
        var spare = loaner("UNDOLOAN");
        var page =
                scan(scan(go("/desk/swap?site=LMC"), broken.tag()), spare.tag()).press("#fault-KEYBOARD");
        page = page.press("#undo");
        assertThat(page.text("undone")).contains("as it was");
        assertThat(onLoan(broken, omar)).isEqualTo(1);
        assertThat(onLoan(spare, omar)).isZero();
        assertThat(given.number(
                        "select count(*) from repair_ticket where id = ? and state = 'cancelled'", ticket(broken)))
                .isEqualTo(1);
        assertThat(given.device(broken.id()).condition()).isEqualTo(DeviceCondition.READY);
    }

    @Test
    void theWayBackIsUndoneWithinAMinuteAndDoneAgain() { // V2
        var nia = student("Nia");
        var broken = lent("BACK", nia);
        var spare = loaner("BACKLOAN");
        scan(scan(go("/desk/swap?site=LMC"), broken.tag()), spare.tag()).press("#fault-SCREEN");
        var page = scan(scan(go("/desk/swap?site=LMC"), spare.tag()), broken.tag());
        assertThat(page.text("done")).contains("handed back");
        page = page.press("#undo");
        assertThat(page.text("undone")).contains("loaner is out");
        assertThat(onLoan(broken, nia)).isZero();
        assertThat(onLoan(spare, nia)).isEqualTo(1);
        assertThat(given.number("select count(*) from repair_ticket where id = ? and state = 'new'", ticket(broken)))
                .isEqualTo(1);
        page = scan(scan(go("/desk/swap?site=LMC"), broken.tag()), spare.tag());
        assertThat(page.text("done")).contains("handed back");
        given.write(
                "update loan set ended = 'returned', returned_at = utc_timestamp(3), checked_in_at = utc_timestamp(3), "
                        + "forget_at = utc_timestamp(3) where open_item = ?",
                broken.item());
        page = page.press("#undo");
        assertThat(page.text("undone")).contains("cannot be undone");
        assertThat(onLoan(spare, nia)).as("nothing of it").isZero();
    }

    @Test
    void aTicketThatWaitsShowsThatItsClockStands() {
        var ticket = given.ticket("Clock " + mark);
        var page = go("/desk/ticket/" + ticket);
        assertThat(page.shows("#due")).isTrue();
        page = page.choose("to", "WAITING_FAMILY").press("#step");
        assertThat(page.text("stands")).isEqualTo("Clock stands");
        assertThat(page.shows("#due")).isFalse();
        page = go("/desk/tickets?state=WAITING_FAMILY");
        assertThat(page.text("ticket-" + ticket)).contains("Waiting for the family", "Clock stands");
        page = go("/desk/ticket/" + ticket).choose("to", "TRIAGED").press("#step");
        assertThat(page.shows("#due")).isTrue();
        assertThat(page.shows("#stands")).isFalse();
    }

    @Test
    void whatCannotBeSwappedIsSaidAndNothingIsDone() {
        var ines = student("Ines");
        var broken = lent("REF", ines);
        var free = given.add(model, "FREE-" + mark, "");
        loaner("REFLOAN");
        var page = scan(go("/desk/swap?site=LMC"), free.tag());
        assertThat(page.text("problem")).contains("nobody needs a loaner");
        page = scan(page, "NOTHING-" + mark);
        assertThat(page.text("problem")).contains("No device here");
        page = scan(scan(page, broken.tag()), free.tag());
        assertThat(page.text("problem")).contains("not one of the loaners");
        assertThat(given.number("select count(*) from repair_ticket where device_id = ?", broken.id()))
                .isZero();
        assertThat(onLoan(broken, ines)).isEqualTo(1);
    }

    @Test
    void aTicketGoesItsWayAndIsChargedByThePolicy() { // V3
        var luis = student("Luis");
        var broken = lent("CHG", luis);
        var page = go("/desk/inventory/" + broken.id());
        page = page.choose("repair-fault", "SCREEN")
                .type("repair-words", "Stripe")
                .press("#open-ticket");
        var ticket = ticket(broken);
        page = page.type("reference", "INC-" + mark).type("bill", "150.00").press("#edit");
        assertThat(page.text("fact-cost")).contains("$150.00");
        assertThat(go("/desk/tickets?q=INC-" + mark).texts("#tickets tbody tr")).hasSize(1);
        page = go("/desk/ticket/" + ticket + "?who=yes");
        assertThat(Axe.violations(browser.driver())).as("/desk/ticket").isEmpty();
        assertThat(page.text("had-it")).contains("Luis");
        browser.driver().findElement(By.id("cover-NONE")).click();
        page = page.press("#charge");
        assertThat(page.text("decided")).contains("$100.00");
        assertThat(given.number(
                        "select count(*) from charge where patron_id = ? and type = 'damage' and amount = 100", luis))
                .isEqualTo(1);
        // It is still with its borrower: it cannot be written off.
        page = page.choose("to", "UNREPAIRABLE").type("note", "no").press("#step");
        assertThat(page.text("problem")).contains("on loan");
        browser.complaints();
    }

    /** The letter of the product itself, as the district gets it. */
    @Test
    void aWorkOrderReachesTheDistrictByMailAndNamesNobody() {
        var zoe = student("Zoetrope");
        var broken = lent("MAIL", zoe);
        go("/desk/inventory/" + broken.id())
                .choose("repair-fault", "SCREEN")
                .type("repair-words", "Crack in the corner")
                .press("#open-ticket");
        var ticket = ticket(broken);
        var address = "repairs-" + mark.toLowerCase(Locale.ROOT) + "@district.example";
        var before = go("/desk/repair-policy?site=LMC").value("mail");
        go("/desk/repair-policy?site=LMC").type("mail", address).press("#save");
        try (var office = PostOffice.at(Integer.getInteger("carrel.test.mail.port"))) {
            var page = go("/desk/work-order?id=" + ticket).press("#send");
            assertThat(page.text("done")).contains("outbox");
            var letter = Stream.generate(
                            () -> office.next(Duration.ofSeconds(60)).orElseThrow())
                    .filter(one -> one.to().contains(address))
                    .findFirst()
                    .orElseThrow();
            assertThat(letter.to()).containsExactly(address);
            assertThat(letter.text()).contains(broken.tag(), "Crack in the corner", String.valueOf(ticket));
            assertThat(letter.subject() + letter.text())
                    .doesNotContain("Zoetrope")
                    .doesNotContain("Of " + mark);
        } finally {
            go("/desk/repair-policy?site=LMC").type("mail", before).press("#save");
        }
        assertThat(go("/desk/ticket/" + ticket).texts("#events li")).anyMatch(line -> line.contains("Work order sent"));
    }

    @Test
    void aPhotoOfTheDamageIsKeptAndWhatIsNoPhotoIsRefused() throws IOException { // ST-06
        var ticket = given.ticket("Photo " + mark);
        var page =
                send("/desk/ticket/" + ticket, ".svg", "<svg onload='alert(1)' xmlns='http://www.w3.org/2000/svg'/>");
        assertThat(page.text("problem")).contains("no photo that can be read", "JPEG or PNG");
        page = send("/desk/ticket/" + ticket, ".jpg", "<!DOCTYPE html><script>alert(1)</script>");
        assertThat(page.text("problem")).contains("no photo that can be read");
        assertThat(page.shows("#photos img")).isFalse();
        assertThat(given.number("select count(*) from device_photo where ticket_id = ?", ticket))
                .isZero();
        assertThat(browser.complaints()).isNotEmpty();

        page = send("/desk/ticket/" + ticket, picture());
        assertThat(page.shows("#problem")).isFalse();
        var number = given.number("select max(id) from device_photo where ticket_id = ?", ticket);
        var drawn = browser.driver()
                .executeAsyncScript(
                        "const done = arguments[1]; const shown = new Image(); shown.onload = () => done(shown.naturalWidth);"
                                + "shown.onerror = () => done(0); shown.src = '/desk/photo/' + arguments[0]",
                        String.valueOf(number));
        assertThat(drawn).as("it is shown").isEqualTo(1000L);
        assertThat(Axe.violations(browser.driver())).as("with a photo").isEmpty();
    }

    @Test
    void aPhotoOfADeviceIsKeptAndWhatIsNoPhotoIsRefused() throws IOException { // ST-06
        var device = given.add(model, "PHOTO-" + mark, "");
        var page = send("/desk/inventory/" + device.id(), ".png", "GIF89a and no more");
        assertThat(page.text("problem")).contains("no photo that can be read");
        assertThat(browser.complaints()).isNotEmpty();
        page = send("/desk/inventory/" + device.id(), picture());
        assertThat(page.shows("#problem")).isFalse();
        assertThat(given.number("select count(*) from device_photo where device_id = ?", device.id()))
                .isEqualTo(1);
    }

    /** More than two megabytes of noise, as a camera makes them. */
    private static Path picture() throws IOException {
        var image = new BufferedImage(1000, 800, BufferedImage.TYPE_INT_RGB);
        var random = new Random(5);
        for (var y = 0; y < image.getHeight(); y++)
            for (var x = 0; x < image.getWidth(); x++) image.setRGB(x, y, random.nextInt(1 << 24));
        var file = Files.createTempFile("damage", ".png");
        ImageIO.write(image, "png", file.toFile());
        assertThat(file).satisfies(made -> assertThat(Files.size(made)).isGreaterThan(2_000_000));
        return file;
    }

    /** As somebody does who chooses a file with such an end and such a content. */
    private DeskForm send(String path, String end, String content) throws IOException {
        return send(path, Files.writeString(Files.createTempFile("hostile", end), content));
    }

    private DeskForm send(String path, Path file) {
        go(path);
        browser.driver().findElement(By.id("photo")).sendKeys(file.toString());
        return new DeskForm(browser.driver()).press("#add-photo");
    }

    @Test
    void aTeacherReportsInThreeTapsOnHerPhone() throws IOException {
        var room = "Room " + mark;
        var projector = given.add(model, "PRJ-" + mark, "");
        given.write("update device_record set room = ? where id = ?", room, projector.id());
        var phone = Browser.open("en");
        try {
            phone.size(PHONE);
            phone.signIn(Staff.of(Role.TEACHER, "LMC"));
            phone.goAsIs("/desk/report");
            var page = new DeskForm(phone.driver());
            assertThat(phone.driver().findElements(By.linkText(room))).hasSize(1);
            var before = phone.driver().findElement(By.id("main"));
            phone.driver().findElement(By.linkText(room)).click();
            page = page.leaving(before, DeskForm::new);
            page = page.press("#thing-" + projector.id());
            assertThat(Axe.violations(phone.driver())).as("/desk/report").isEmpty();
            page = page.press("#fault-SOUND");
            assertThat(page.text("done")).contains(String.valueOf(ticket(projector)));
            phone.driver().findElement(By.id("photo")).sendKeys(picture().toString());
            page = page.press("#add");
            assertThat(page.shows("#problem")).isFalse();
            assertThat(given.number("select count(*) from device_photo where ticket_id = ?", ticket(projector)))
                    .as("her photo")
                    .isEqualTo(1);
            assertThat(given.device(projector.id()).condition())
                    .as("she says so; nobody has looked")
                    .isEqualTo(DeviceCondition.READY);
        } finally {
            phone.close();
        }
    }

    @Test
    void everyPageIsAccessibleInBothLanguagesAndSizes() {
        var ticket = given.ticket("Axe " + mark);
        var pages = List.of(
                "/desk/tickets",
                "/desk/ticket/" + ticket,
                "/desk/swap",
                "/desk/report",
                "/desk/repair-parts",
                "/desk/repair-policy?site=LMC",
                "/desk/work-order?id=" + ticket);
        for (var language : List.of("en", "es")) {
            browser.speak(language);
            for (var path : pages) {
                go(path);
                for (var size : List.of(DESK, PHONE)) {
                    browser.size(size);
                    var name = path.replaceAll("[0-9]+", "")
                            .replaceAll("\\W+", "-")
                            .substring(1);
                    Screenshots.take(browser.driver(), name + "-" + language + "-" + size.getWidth());
                    assertThat(Axe.violations(browser.driver()))
                            .as(path + " " + language + size)
                            .isEmpty();
                    assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                            .as(path)
                            .isLessThanOrEqualTo(size.getWidth());
                }
            }
        }
        browser.size(DESK);
        browser.speak("en");
    }
}
