package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.rosters.RosterSamples;
import org.carrel.platform.Sql;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** The administrator takes rosters in: looked through, confirmed where they are too much, taken back. */
@TestInstance(Lifecycle.PER_CLASS)
class RosterDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    @TempDir
    Path folder;

    private Browser browser;
    private String mark = "";

    @BeforeAll
    void open() {
        mark = Long.toString(System.nanoTime(), 28);
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    private DeskForm upload(String source, Path file) {
        browser.go("/desk/rosters");
        browser.driver().findElement(By.id("file")).sendKeys(file.toString());
        return new DeskForm(browser.driver()).type("source", source).press("#look-through");
    }

    /** A OneRoster file with a school and these students. */
    private Path school(String source, int from, int to) {
        var users =
                new StringBuilder("sourcedId,role,givenName,familyName,identifier,grades,orgSourcedIds,birthDate\n");
        for (var i = from; i <= to; i++) {
            users.append("u%d,student,Given%d,Family %s,%s-%d,07,org-%s,2012-01-01\n"
                    .formatted(i, i, source, source, i, source));
        }
        var orgs = "sourcedId,name,type\norg-%1$s,School %1$s,school\n".formatted(source);
        return RosterSamples.zip(
                folder.resolve(source + from + ".zip"), Map.of("users.csv", users.toString(), "orgs.csv", orgs));
    }

    /** B84: what is too much waits for a person, and PR-10: what must not be kept is named. */
    @Test
    void aRosterIsLookedThroughConfirmedAndTakenBack() {
        var source = "desk" + mark;
        var roster = upload(source, school(source, 1, 20));
        assertThat(roster.text("state")).contains("Waits for your yes");
        assertThat(roster.text("only-new")).contains("20");
        browser.driver().findElement(By.id("file-findings")).click();
        assertThat(roster.text("findings")).contains("birthDate was dropped: it is never kept");
        roster = roster.press("#commit");
        assertThat(roster.text("state")).contains("Taken in");

        roster = upload(source, school(source, 11, 20));
        assertThat(roster.text("beyond")).contains("10 of 20 students would be gone");
        roster = roster.press("#commit");
        assertThat(roster.text("stopped")).startsWith("Nothing was changed");
        browser.complaints();
        browser.driver().findElement(By.id("confirmed")).click();
        roster = roster.press("#commit");
        assertThat(roster.text("state")).contains("said yes to more changes");
        roster = roster.press("#only-missing");
        assertThat(roster.texts("#lines tbody tr")).hasSize(10);
        roster = roster.press("#undo");
        assertThat(roster.text("state")).contains("Taken back");
        assertThat(roster.shows("#undo")).isFalse();

        browser.go("/desk/rosters");
        var list = new DeskForm(browser.driver());
        assertThat(list.texts("#rosters tbody tr")).anyMatch(row -> row.contains(source) && row.contains("Taken back"));
        var select = browser.driver()
                .findElement(By.xpath("//label[text()='School " + source + "']/following-sibling::select"));
        list.choose(String.valueOf(select.getDomAttribute("id")), "LMC")
                .press("[id='" + String.valueOf(select.getDomAttribute("id")).replaceAll("site-(\\d+)-.*", "assign-$1")
                        + "']");
        roster = upload(source, school(source, 1, 20));
        assertThat(roster.text("lines")).contains("School: Library Media Center");
        roster.press("#discard");
    }

    @Test
    void aPlainListIsAskedForItsColumns() throws IOException {
        var file = Files.writeString(
                folder.resolve("lista.csv"), "Matrícula;Apellidos;Nombre;Sala\n0071%s;Núñez;Zoë;7B\n".formatted(mark));
        var roster = upload("list" + mark, file);
        assertThat(roster.value("column-0")).isEqualTo("IDENTIFIER");
        assertThat(roster.value("column-1")).isEqualTo("FAMILY_NAME");
        assertThat(roster.value("column-3")).isEqualTo("NOTHING");
        roster = roster.choose("column-0", "NOTHING").press("#map");
        assertThat(roster.text("columns-problem")).contains("one column for the number");
        browser.complaints();
        isForEveryone("columns");
        roster = roster.choose("column-0", "IDENTIFIER")
                .choose("column-3", "HOMEROOM")
                .press("#map");
        assertThat(roster.text("lines")).contains("0071" + mark, "Homeroom: 7B");
        roster.press("#discard");
    }

    @Test
    void anEmptyExportIsRefusedAndSaysWhy() {
        var source = "empty" + mark;
        var header = Map.of("users.csv", "sourcedId,role,givenName,familyName\n");
        var roster = upload(source, RosterSamples.zip(folder.resolve("empty.zip"), header));
        assertThat(roster.text("stops")).contains("a header and no row");
        assertThat(roster.shows("#commit")).isFalse();
        isForEveryone("refused");
    }

    /** Who administers one of several schools takes in people of that school. */
    @Test
    void whoWorksForOneSchoolOnlyTakesInItsPeople() {
        ProductPeople.with(database -> database.transaction(
                connection -> Sql.update(connection, "insert ignore into site (code, name) values ('EAST', 'East')")));
        browser.signIn(Staff.of(Role.ADMIN, "LMC"));
        browser.goAsIs("/desk/rosters");
        var page = new DeskForm(browser.driver());
        assertThat(page.text("only-site")).contains("Library Media Center", "administer no other school");
        assertThat(page.shows("#schools")).isFalse();
        isForEveryone("only-site");
        var source = "only" + mark;
        var users = "sourcedId,role,givenName,familyName,identifier,grades\nu1,student,Ada,Only %1$s,%1$s-1,07\n"
                .formatted(source);
        var file = RosterSamples.zip(folder.resolve("only.zip"), Map.of("users.csv", users));
        browser.driver().findElement(By.id("file")).sendKeys(file.toString());
        page = page.type("source", source).press("#look-through");
        assertThat(page.text("state")).contains("Waits for your yes");
        page = page.press("#commit");
        assertThat(page.text("state")).contains("Taken in");
        page = page.press("#undo");
        assertThat(page.text("state")).contains("Taken back");
        browser.goAsIs("/desk/rosters");
        assertThat(new DeskForm(browser.driver()).texts("#rosters tbody tr")).allMatch(row -> row.contains("only"));
    }

    @Test
    void everyPageIsForEveryone() {
        var roster = upload("pages" + mark, school("pages" + mark, 1, 60));
        assertThat(roster.shows("#page-next")).isTrue();
        var address = browser.driver().getCurrentUrl();
        for (var language : List.of("en", "es")) {
            browser.speak(language);
            browser.driver().get(address);
            isForEveryone("plan-" + language);
            browser.go("/desk/rosters");
            isForEveryone("list-" + language);
        }
        browser.driver().manage().deleteCookieNamed("carrel-language");
    }

    private void isForEveryone(String name) {
        for (var size : SIZES) {
            browser.size(size);
            for (var details : browser.driver().findElements(By.cssSelector("details:not([open]) summary"))) {
                details.click();
            }
            Screenshots.take(browser.driver(), "desk-roster-" + name + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(name + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(size.getWidth());
        }
        browser.size(SIZES.getFirst());
        assertThat(browser.complaints()).isEmpty();
    }
}
