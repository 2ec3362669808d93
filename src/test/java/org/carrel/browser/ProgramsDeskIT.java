package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.ProgramClient;
import org.carrel.fixtures.Staff;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;

/** The page for programs: a token is made, shown once, used and revoked, by the keyboard. */
@TestInstance(Lifecycle.PER_CLASS)
class ProgramsDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));
    private static final String ABSENT = "/api/v1/no/such/thing";

    private Browser browser;

    @BeforeAll
    void open() {
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        browser.signIn(Staff.another(Role.ADMIN));
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @Test
    void aTokenIsMadeShownOnceUsedAndRevoked() {
        var name = Privacy.unique("Self-checkout ");
        browser.goAsIs("/desk/programs");
        var made = new DeskForm(browser.driver())
                .type("name", name)
                .choose("role", "AIDE")
                .choose("site", "LMC")
                .press("#make");
        var token = made.texts("#token-shown").getFirst();
        assertThat(token).matches("crl_[A-Za-z0-9_-]{43}");
        assertThat(made.texts("#token-help").getFirst()).contains(name);
        look("made", "en");
        assertThat(ProgramClient.with(token).get(ABSENT).status()).isEqualTo(404);
        browser.driver().manage().addCookie(new Cookie("carrel-language", "es"));
        browser.goAsIs("/desk/programs");
        var page = new DeskForm(browser.driver());
        assertThat(page.shows("#token-shown")).isFalse();
        look("all", "es");
        var row = browser.driver()
                .findElement(By.xpath("//table[@id='program-list']//tr[td='" + name + "']"))
                .getDomAttribute("id");
        var after = page.press("#" + row + " button");
        assertThat(after.texts("#" + row).getFirst()).contains("Revocado");
        assertThat(after.shows("#" + row + " button")).isFalse();
        assertThat(ProgramClient.with(token).get(ABSENT).status()).isEqualTo(401);
    }

    private void look(String what, String language) {
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(browser.driver(), "desk-programs-" + what + "-" + language + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(what + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .as("scrolls sideways")
                    .isLessThanOrEqualTo(size.getWidth());
            assertThat(browser.complaints()).isEmpty();
        }
        browser.size(SIZES.getFirst());
    }
}
