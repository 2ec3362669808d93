package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.circulation.LossTerms;
import org.carrel.circulation.Money;
import org.carrel.circulation.TestLedger;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.Staff;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** What is owed is shown and paid, and what is lost is settled, as at a desk. */
@TestInstance(Lifecycle.PER_CLASS)
class FeesDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));
    private static final LocalDate DUE = LocalDate.of(2036, 9, 1);

    private Browser browser;
    private TestLedger desk;
    private String mark = "";

    @BeforeAll
    void open() {
        desk = TestLedger.connect();
        mark = "F" + Long.toString(System.nanoTime(), 28);
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        browser.driver()
                .executeCdpCommand(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of(
                                "source",
                                "window.print = () => sessionStorage.setItem('prints', "
                                        + "1 + Number(sessionStorage.getItem('prints') || 0));"));
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
        if (desk != null) desk.close();
    }

    @AfterEach
    void asBefore() {
        browser.driver().manage().deleteCookieNamed("carrel-language");
        browser.size(SIZES.getFirst());
    }

    /** The page that has this: the driver does not wait for one that the browser had put away whole. */
    private void await(String id) {
        Patience.forAPage(browser.driver()).until(ExpectedConditions.presenceOfElementLocated(By.id(id)));
    }

    private DeskForm as(Role role, String path) {
        browser.signIn(Staff.of(role, "LMC"));
        browser.goAsIs(path);
        return new DeskForm(browser.driver());
    }

    private long student(String family) {
        return desk.student(family + mark);
    }

    private long lost(long patron) {
        var item = desk.copy();
        var loan = desk.lend(item, patron, DUE);
        desk.lose(loan, LossTerms.of(Optional.of(Money.of("20.00")), Money.ZERO, Money.of("3.00")));
        return item;
    }

    private long prints() {
        return ((Number) browser.driver().executeScript("return Number(sessionStorage.getItem('prints') || 0)"))
                .longValue();
    }

    @Test
    void aPaymentIsTakenWithTwoKeysAndItsReceiptIsPrintedOnce() { // B90
        var ana = student("Payer");
        desk.fine(ana, desk.lend(desk.copy(), ana, DUE));
        var page = as(Role.TECHNICIAN, "/desk/fees/" + ana);
        assertThat(page.text("total")).contains("$1.00 is owed.");
        assertThat(page.texts("#charges .reason"))
                .containsExactly("12 days late, $0.10 for each.", "Never more than $1.00.");
        assertThat(page.shows("#waive, #charge-more"))
                .as("a technician takes money only")
                .isFalse();
        browser.driver().findElement(By.id("amount")).sendKeys(Keys.END, Keys.ENTER);
        page = new DeskForm(browser.driver());
        assertThat(page.text("done")).contains("The payment is taken.");
        assertThat(page.shows("#nothing")).isTrue();
        var before = prints();
        var receipt = page.press("#receipt");
        assertThat(receipt.text("slip")).contains("Late return", "$1.00", "Cash", "Still owed", "$0.00");
        assertThat(receipt.text("slip")).as("PR-6").doesNotContain(desk.title(desk.copy()));
        assertThat(prints()).isEqualTo(before + 1);
        browser.driver().navigate().refresh();
        new DeskForm(browser.driver());
        browser.driver().navigate().back();
        await("nothing");
        browser.driver().navigate().forward();
        await("slip");
        new DeskForm(browser.driver());
        assertThat(prints()).as("and no second one").isEqualTo(before + 1);
    }

    @Test
    void tooMuchIsNotTakenAndNothingTypedIsLost() { // B55
        var ana = student("Overpayer");
        desk.owe(ana, "2.00");
        var page =
                as(Role.LIBRARIAN, "/desk/fees/" + ana).type("amount", "5,00").press("#pay");
        assertThat(page.text("pay-problem")).isEqualTo("That is too much: the most is $2.00. Nothing was done.");
        assertThat(page.value("amount")).isEqualTo("5,00");
        page = page.type("amount", "a lot").press("#pay");
        assertThat(page.text("pay-problem")).contains("This is no amount");
        browser.complaints();
        page = page.type("amount", "$1,25").press("#pay");
        assertThat(page.text("total")).contains("$0.75 is owed.");
        assertThat(page.text("charges")).contains("of $2.00");
    }

    @Test
    void whatIsTickedIsPaidFirst() {
        var ana = student("Ticker");
        desk.owe(ana, "2.00");
        var second = desk.owe(ana, "3.00");
        var page = as(Role.TECHNICIAN, "/desk/fees/" + ana);
        browser.driver().findElement(By.id("pick-" + second)).sendKeys(Keys.SPACE);
        page = page.type("amount", "3").press("#pay");
        assertThat(page.shows("#charge-" + second)).isFalse();
        assertThat(page.text("total")).contains("$2.00 is owed.");
    }

    @Test
    void aWaiverNeedsItsReason() {
        var ana = student("Waiver");
        desk.owe(ana, "2.00");
        var page = as(Role.LIBRARIAN, "/desk/fees/" + ana).press("#waive");
        assertThat(page.text("pay-problem")).contains("Say why");
        browser.complaints();
        page = page.type("reason", "Was in hospital").press("#waive");
        assertThat(page.text("done")).contains("Waived.");
        assertThat(page.text("past")).contains("Waived: $2.00", "Was in hospital", "Test librarian");
        assertThat(desk.owes(ana)).isEqualTo("0.00");
    }

    @Test
    void whatIsToBeGivenBackIsKeptApart() {
        var ana = student("Creditor");
        var item = lost(ana);
        desk.payAll(ana, "23.00");
        desk.find(item);
        desk.owe(ana, "4.00");
        var page = as(Role.LIBRARIAN, "/desk/fees/" + ana);
        assertThat(page.text("total")).contains("$4.00 is owed.");
        assertThat(page.text("credit-total")).isEqualTo("$23.00 is to be given back.");
        page = page.press("#use-credit");
        assertThat(page.text("done")).contains("has paid for what was owed");
        assertThat(page.shows("#nothing")).isTrue();
        var back = browser.driver().findElement(By.cssSelector("[id^='give-back-']"));
        var charge = String.valueOf(back.getDomAttribute("id")).substring("give-back-".length());
        page = page.type("back-reason-" + charge, "It was found").press("#give-back-" + charge);
        assertThat(page.text("done")).contains("Given back.");
        assertThat(page.shows("#receipt")).isTrue();
    }

    @Test
    void aDamageIsChargedFromTheList() {
        var ana = student("Damager");
        var item = desk.copy();
        var report = desk.damage(item, desk.lend(item, ana, DUE));
        var list = as(Role.LIBRARIAN, "/desk/lost?kind=DAMAGED");
        assertThat(list.text("damaged-" + report))
                .contains("Damaged", "Wet pages", "copy FEE" + item, "Damager" + mark);
        var page = list.press("#charge-damaged-" + report);
        assertThat(page.value("type")).isEqualTo("DAMAGE");
        page = page.type("more-reason", "Wet pages").type("more-amount", "6").press("#charge");
        assertThat(page.text("total")).contains("$6.00 is owed.");
        assertThat(as(Role.LIBRARIAN, "/desk/lost?kind=DAMAGED").shows("#damaged-" + report))
                .isFalse();
    }

    @Test
    void aClaimIsSettledOnTheListAndTheListComesBackAsItWas() {
        var ana = student("Claimer");
        var item = desk.copy();
        desk.claim(desk.lend(item, ana, DUE));
        var list = as(Role.TECHNICIAN, "/desk/lost?kind=CLAIMED&sort=NAME");
        var row = browser.driver()
                .findElement(By.xpath("//tr[contains(., 'Claimer" + mark + "')]"))
                .getDomAttribute("id");
        assertThat(list.text(String.valueOf(row))).contains("Claimed to be returned", "said by her father");
        list = list.press("#found-on-shelf-" + row);
        assertThat(list.text("done")).isEqualTo("Done.");
        assertThat(browser.driver().getCurrentUrl()).contains("kind=CLAIMED", "sort=NAME");
        assertThat(list.shows("#" + row)).isFalse();
    }

    @Test
    void whatIsLostIsWrittenOffWithAReason() {
        var ana = student("Lost");
        lost(ana);
        var list = as(Role.TECHNICIAN, "/desk/lost?kind=LOST");
        var row = String.valueOf(browser.driver()
                .findElement(By.xpath("//tr[contains(., 'Lost" + mark + "')]"))
                .getDomAttribute("id"));
        assertThat(list.text(row)).contains("$23.00");
        assertThat(list.shows("#" + row + " summary"))
                .as("a technician gives nothing up")
                .isFalse();
        list = as(Role.LIBRARIAN, "/desk/lost?kind=LOST");
        browser.driver().findElement(By.cssSelector("#" + row + " summary")).sendKeys(Keys.ENTER);
        list = list.press("#written-off-" + row);
        assertThat(list.text("problem")).contains("Say why");
        browser.driver().findElement(By.cssSelector("#" + row + " summary")).sendKeys(Keys.ENTER);
        list = list.type("reason-" + row, "Moved away").press("#written-off-" + row);
        assertThat(list.text("done")).isEqualTo("Done.");
        assertThat(desk.owes(ana)).isEqualTo("0.00");
    }

    @Test
    void onPaperAndInFilesThereAreNoTitles() throws IOException, InterruptedException { // PR-6
        var ana = student("Paper");
        var item = lost(ana);
        var title = desk.title(item);
        for (var path : List.of("/desk/lost?kind=LOST", "/desk/fees/" + ana)) {
            var page = as(Role.LIBRARIAN, path);
            assertThat(page.text("main")).contains(title);
            browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
            assertThat(page.text("main")).doesNotContain(title).contains("FEE" + item);
            Screenshots.take(browser.driver(), "desk-print" + path);
            browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        }
        var request = HttpRequest.newBuilder(Product.url("/desk/lost.csv?kind=LOST"))
                .header("Cookie", Staff.of(Role.LIBRARIAN, "LMC").cookie());
        try (var client = HttpClient.newHttpClient()) {
            var file = client.send(request.build(), BodyHandlers.ofString());
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body())
                    .contains("FEE" + item, "Paper" + mark, "23.00")
                    .doesNotContain(title);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"TEACHER, LMC", "SUBSTITUTE, LMC", "AIDE, LMC", "STUDENT, LMC", "LIBRARIAN, EAST"})
    void whoMayNotSeesNothing(Role role, String site) throws IOException, InterruptedException {
        // The other school is there once somebody has asked for it.
        Privacy.connect(Clock.systemUTC()).close();
        var ana = student("Hidden");
        desk.owe(ana, "2.00");
        var paths = role == Role.LIBRARIAN
                ? List.of("/desk/fees/" + ana)
                : List.of("/desk/fees/" + ana, "/desk/lost", "/desk/lost.csv");
        try (var client = HttpClient.newHttpClient()) {
            for (var path : paths) {
                var request = HttpRequest.newBuilder(Product.url(path))
                        .header("Cookie", Staff.of(role, site).cookie());
                assertThat(client.send(request.build(), BodyHandlers.discarding())
                                .statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "fees, en",
        "fees, es",
        "nothing, en",
        "problem, es",
        "receipt, en",
        "receipt, es",
        "lost, en",
        "lost, es"
    })
    void everyPageIsForEveryone(String page, String language) {
        var ana = student("Everyone");
        var item = lost(ana);
        desk.fine(ana, desk.lend(desk.copy(), ana, DUE));
        if (page.equals("fees")) desk.payAll(ana, "5.00");
        if (page.equals("receipt")) desk.payAll(ana, "24.00");
        if (page.equals("lost")) {
            desk.claim(desk.lend(desk.copy(), ana, DUE));
            var damaged = desk.copy();
            desk.damage(damaged, desk.lend(damaged, ana, DUE));
            desk.find(item);
            lost(ana);
        }
        browser.speak(language);
        browser.go(path(page, ana));
        if (page.equals("receipt")) new DeskForm(browser.driver()).press("#past .go");
        if (page.equals("problem"))
            new DeskForm(browser.driver()).type("amount", "?").press("#waive");
        assertThat(new DeskForm(browser.driver()).language()).isEqualTo(language);
        if (page.equals("problem")) browser.complaints();
        for (var details : browser.driver().findElements(By.tagName("summary"))) details.click();
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(browser.driver(), "desk-money-" + page + "-" + language + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(page + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(size.getWidth());
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private String path(String page, long patron) {
        if (page.equals("lost")) return "/desk/lost?sort=NEWEST";
        if (page.equals("nothing")) return "/desk/fees/" + student("Nothing");
        return "/desk/fees/" + patron;
    }
}
