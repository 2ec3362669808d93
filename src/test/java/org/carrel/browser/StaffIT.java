package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.carrel.fixtures.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** From the list of imports to a mended record, as a librarian goes. */
@TestInstance(Lifecycle.PER_CLASS)
class StaffIT {
    private Browser browser;
    private DamagedImport damaged;

    @BeforeAll
    void open() {
        damaged = DamagedImport.load("librarian.mrc");
        browser = Browser.open("en");
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @Test
    void fromTheListToTheFaultOfARecord() {
        var driver = browser.driver();
        browser.go("/desk/import");
        assertThat(new StaffPage(driver).here()).isEqualTo("nav-import");
        assertThat(driver.findElement(By.cssSelector("#imports tbody tr")).getDomAttribute("id"))
                .isEqualTo("import-" + damaged.number());
        driver.findElement(By.linkText("librarian.mrc")).click();
        assertThat(new StaffPage(driver).heading()).contains("librarian.mrc");
        driver.findElement(By.id("only-rejected")).click();
        assertThat(driver.findElements(By.cssSelector("#lines tbody tr"))).hasSize(2);
        driver.findElement(By.cssSelector("#line-3 .go")).click();
        driver.findElement(By.id("doctor")).click();
        var doctor = new StaffPage(driver);
        assertThat(doctor.text("reason")).contains("breaks off");
        assertThat(doctor.text("faults")).contains("Field 650 breaks off here", "end-of-record mark");
        assertThat(driver.findElement(By.cssSelector("tr.faulty.part-record_length mark"))
                        .getText())
                .hasSize(5);
        assertThat(doctor.text("repair-WHOLE_FIELDS")).contains("The 3 fields that are whole are kept");
    }

    @Test
    void theFirstTabStopLeadsToThePage() {
        browser.go(damaged.doctor(DamagedImport.BROKEN_OFF));
        var driver = browser.driver();
        driver.findElement(By.tagName("body")).sendKeys(Keys.TAB);
        assertThat(driver.switchTo().activeElement().getDomAttribute("class")).isEqualTo("skip");
        driver.switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(driver.switchTo().activeElement().getDomAttribute("id")).isEqualTo("main");
    }

    @Test
    void theRecordIsDownloadedAsItCame() {
        var answer = send(HttpRequest.newBuilder(Product.url(damaged.doctor(DamagedImport.BROKEN_OFF) + "/original")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"import-" + damaged.number() + "-record-3.mrc\"");
        assertThat(text(answer)).contains("The third, which breaks off").doesNotEndWith("\u001D");
    }

    @Test
    void theMendedRecordIsPostedForAndIsOne() {
        var path = damaged.doctor(DamagedImport.BROKEN_OFF) + "/repaired";
        var answer = send(post(path, "repair=WHOLE_FIELDS"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Disposition")).endsWith("-repaired.mrc\"");
        assertThat(text(answer))
                .startsWith(String.format("%05d", answer.body().length))
                .endsWith("\u001E\u001D");
        assertThat(send(HttpRequest.newBuilder(Product.url(path))).statusCode()).isEqualTo(405);
        assertThat(send(post(path, "repair=FRAME")).statusCode()).isEqualTo(404);
        assertThat(send(post(path, "repair=no-such-repair")).statusCode()).isEqualTo(404);
        assertThat(send(post(path, "repair=WHOLE_FIELDS").header("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aMendedRecordIsLoadedWithTwoButtons() {
        browser.go(damaged.doctor(DamagedImport.BROKEN_OFF));
        browser.driver().findElement(By.id("load-WHOLE_FIELDS")).click();
        var page = new ImportPage(browser.driver()).until("plan");
        assertThat(page.titles()).containsExactly("The third, which breaks off");
        page = page.press("commit").until("done");
        assertThat(page.outcomes()).containsExactly("added");
        page.press("undo").press("take-back").until("undone");
    }

    @Test
    void whatHasNoBytesHasNoDoctor() {
        for (var path : new String[] {damaged.doctor(1), damaged.doctor(99), damaged.doctor(1) + "/original"}) {
            assertThat(send(HttpRequest.newBuilder(Product.url(path))).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    private static HttpRequest.Builder post(String path, String form) {
        return HttpRequest.newBuilder(Product.url(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
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

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.ISO_8859_1);
    }
}
