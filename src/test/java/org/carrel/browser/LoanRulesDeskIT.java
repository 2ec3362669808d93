package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Sql;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** The loan rules at the desk: explained, changed after a look, and taken back. */
@TestInstance(Lifecycle.PER_CLASS)
class LoanRulesDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;
    private int before;

    @BeforeAll
    void open() {
        before = Staff.with(doors -> doors.database().read(connection -> Sql.first(
                        connection, "select max(version) from loan_rule_version", row -> row.getInt(1))
                .orElseThrow()));
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
    }

    /** The rules of before hold again. */
    @AfterAll
    void close() {
        Staff.with(doors -> doors.database()
                .transaction(connection -> Sql.update(
                        connection,
                        "insert into loan_rule_version (version, saved_at, act, rules) select m.newest + 1, "
                                + "utc_timestamp(3), 'restore', v.rules from loan_rule_version v, (select "
                                + "max(version) newest from loan_rule_version) m where v.version = ?",
                        before)));
        if (browser != null) browser.close();
    }

    @BeforeEach
    void start() {
        browser.driver().manage().deleteCookieNamed("carrel-language");
        browser.size(SIZES.getFirst());
        browser.complaints();
    }

    private LoanRulesPage at(String path) {
        browser.go(path);
        return new LoanRulesPage(browser.driver());
    }

    private LoanRulesPage rules() {
        return at("/desk/loan-rules");
    }

    @Test
    void aDueDateIsExplainedInWords() {
        var page = rules();
        page = page.choose("who", "STUDENT")
                .choose("at", "LMC")
                .type("what", "R")
                .type("time", "10:00");
        browser.driver().executeScript("document.getElementById('lent').value = '2026-11-12'");
        page = page.press("explain-now");
        assertThat(page.text("explained-due")).contains("Due on Mon, Nov 30, 2026, 11:59");
        assertThat(page.text("explained-steps"))
                .contains("14 days: Thu, Nov 26, 2026", "Closed (Thanksgiving): moved on to Mon, Nov 30, 2026")
                .contains("Rule: Everybody, everything");
        assertThat(page.value("what")).isEqualTo("R");
        page = at("/desk/loan-rules?who=STUDENT&what=R&at=LMC&lent=2026-12-10&time=10:00");
        assertThat(page.text("explained-steps")).contains("Ceiling Fri, Dec 18, 2026", "Rule: Students");
        page = at("/desk/loan-rules?who=STUDENT&what=R&at=LMC&lent=soon&time=10:00");
        assertThat(page.text("explain-problem")).contains("“soon” is no day");
        page = at("/desk/loan-rules?who=TEACHER&what=R&at=LMC&lent=2028-07-01");
        assertThat(page.text("explained-due")).contains("no term on this day or after it");
    }

    @Test
    @DisplayName("L2, B49: a rule is looked at before it is saved, told what is wrong, saved, and taken back")
    void aRuleIsAddedChangedAndTakenBack() {
        var page = rules().press("new-rule").choose("category", "STUDENT").type("type", "ZZFILM");
        page = page.choose("period", "DAYS").type("fine_rate", "0.25").press("preview");
        assertThat(page.text("period-problem")).contains("cannot stand here");
        assertThat(page.value("type")).as("what was typed stays").isEqualTo("ZZFILM");
        page = page.type("period.text", "3").press("preview");
        assertThat(page.text("wrong")).contains("Fine for each", "Say it here, such as 1 day");
        page = page.choose("fine_interval", "DAYS")
                .type("fine_interval.text", "1")
                .press("preview");
        browser.complaints();
        assertThat(page.text("act")).isEqualTo("Changed: Students · type ZZFILM");
        assertThat(page.rows("changes"))
                .anySatisfy(row -> assertThat(row).contains("Lent for", "14 days", "3 days", "Students: ZZFILM"));
        assertThat(rules().rows("rules")).as("not saved yet").noneMatch(row -> row.contains("ZZFILM"));

        page = rules().press("new-rule").choose("category", "STUDENT").type("type", "ZZFILM");
        page = page.choose("period", "DAYS")
                .type("period.text", "3")
                .press("preview")
                .press("form");
        assertThat(page.value("period.text")).as("back to the form").isEqualTo("3");
        page = page.press("preview").press("save");
        assertThat(page.text("done")).startsWith("Saved.");
        assertThat(page.rows("rules")).anySatisfy(row -> assertThat(row)
                .contains("Students · type ZZFILM", "3 days", "inherited: 2", "inherited: no fine"));

        page = page.press("rules", "ZZFILM", "edit-");
        assertThat(page.text("renewals-hint")).isEqualTo("Blank: 2 (Everybody, everything)");
        page = page.type("renewals", "unlimited").press("preview").press("save");
        assertThat(page.rows("history").getFirst()).contains("Changed: Students · type ZZFILM", "Test admin");

        page = page.press("rules", "ZZFILM", "remove-");
        assertThat(page.rows("changes")).hasSize(2);
        page = page.press("save");
        assertThat(page.rows("rules")).noneMatch(row -> row.contains("ZZFILM"));
        page = page.press("history", "Changed: Students · type ZZFILM", "restore-");
        assertThat(page.text("act")).startsWith("Restored: version");
        page = page.press("save");
        assertThat(page.rows("rules")).anyMatch(row -> row.contains("ZZFILM"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void groupsAndSchedulesComeAndGo() {
        var page = rules().type("group-name", "ZZ cameras")
                .type("group-most", "many")
                .press("add-group");
        assertThat(page.text("wrong")).contains("Group: “many” cannot stand here");
        assertThat(page.value("group-name")).isEqualTo("ZZ cameras");
        browser.complaints();
        page = page.type("group-most", "2")
                .type("group-types", "CAMERA, FILM")
                .press("add-group")
                .press("save");
        assertThat(page.rows("groups"))
                .anySatisfy(row -> assertThat(row).contains("ZZ cameras · 2 at most of CAMERA, FILM, for Everybody"));
        page = page.press("groups", "ZZ cameras", "remove-").press("save");
        assertThat(page.rows("groups")).noneMatch(row -> row.contains("ZZ cameras"));

        page = page.type("schedule-name", "ZZ halves")
                .type("schedule-first", "2026-08-17")
                .type("schedule-last", "2027-01-15")
                .type("schedule-due", "01/08/2027")
                .press("add-schedule");
        assertThat(page.text("wrong")).contains("“01/08/2027” is no day");
        browser.complaints();
        page = page.type("schedule-due", "2027-01-08").press("add-schedule").press("save");
        assertThat(page.rows("schedules")).anySatisfy(row -> assertThat(row)
                .contains("ZZ halves · lent Mon, Aug 17, 2026 to Fri, Jan 15, 2027: due Fri, Jan 8, 2027"));
        page = page.press("schedules", "ZZ halves", "remove-").press("save");
        assertThat(page.has("schedules")).isFalse();
    }

    @Test
    void whoComesLateIsTold() {
        var page = rules().press("new-rule").type("type", "ZZLATE").choose("period", "CLOSING");
        Staff.with(
                doors -> doors.database()
                        .transaction(
                                connection -> Sql.update(
                                        connection,
                                        "insert into loan_rule_version (version, saved_at, act, rules) select version + 1, "
                                                + "utc_timestamp(3), 'edit', rules from loan_rule_version order by version desc limit 1")));
        page = page.press("preview");
        assertThat(page.text("wrong")).contains("Somebody else has changed the loan rules meanwhile");
        browser.complaints();
    }

    @Test
    void aLibrarianReadsAndChangesNothing() {
        browser.signIn(Staff.of(Role.LIBRARIAN, "LMC"));
        browser.goAsIs("/desk/loan-rules");
        var page = new LoanRulesPage(browser.driver());
        assertThat(page.rows("rules")).isNotEmpty();
        assertThat(page.has("history")).isTrue();
        assertThat(browser.driver().findElements(By.cssSelector("#main button:not(#explain-now), #new-rule")))
                .isEmpty();
        browser.goAsIs("/desk/loan-rule?adding=yes");
        assertThat(page.has("rule")).isFalse();
        browser.complaints();
    }

    @Test
    void anAdministratorOfOneSchoolChangesRulesOfThatSchoolOnly() {
        browser.signIn(Staff.of(Role.ADMIN, "LMC"));
        browser.goAsIs("/desk/loan-rules");
        var page = new LoanRulesPage(browser.driver());
        assertThat(browser.driver().findElements(By.cssSelector("#rules [id^='edit-'], #schedule, #history button")))
                .as("rules for all sites")
                .isEmpty();
        browser.goAsIs("/desk/loan-rule?adding=yes");
        assertThat(browser.driver().findElements(By.cssSelector("#site option")))
                .hasSize(1);
        page = page.choose("site", "LMC").type("type", "ZZOWN").choose("period", "CLOSING");
        page = page.press("preview").press("save");
        assertThat(page.rows("rules")).anyMatch(row -> row.contains("ZZOWN"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void itCanBeDoneByKeyboardAlone() {
        var page = rules();
        browser.driver().findElement(By.id("what")).sendKeys("R", Keys.ENTER);
        page = new LoanRulesPage(browser.driver());
        assertThat(page.await(By.id("explained-due")).getText()).startsWith("Due on");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "/desk/loan-rules, en",
        "/desk/loan-rules, es",
        "/desk/loan-rules?who=STUDENT&what=R&at=LMC&lent=2026-11-12&time=10:00, en",
        "/desk/loan-rules?who=STUDENT&what=R&at=LMC&lent=2026-12-10&time=10:00, es",
        "/desk/loan-rule?adding=yes, en",
        "/desk/loan-rule?category=STUDENT, es"
    })
    void everyPageIsForEveryone(String path, String language) {
        browser.speak(language);
        browser.go(path);
        look(path.replaceAll("\\W+", "-").substring(1), language);
    }

    @ParameterizedTest
    @CsvSource({"en", "es"})
    void aPreviewAndAWrongFormAreForEveryone(String language) {
        browser.speak(language);
        var page =
                at("/desk/loan-rule?category=STUDENT").choose("period", "DAYS").press("preview");
        look("loan-rule-wrong", language);
        page.type("period.text", "21").press("preview");
        browser.complaints();
        look("loan-rule-preview", language);
    }

    private void look(String name, String language) {
        assertThat(new KioskPage(browser.driver()).language()).isEqualTo(language);
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(browser.driver(), name + "-" + language + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(name + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(size.getWidth());
        }
        browser.size(SIZES.getFirst());
        if (!name.contains("wrong")) assertThat(browser.complaints()).isEmpty();
    }
}
