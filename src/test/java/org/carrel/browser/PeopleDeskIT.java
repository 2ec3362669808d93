package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronChange;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.Patrons;
import org.carrel.platform.Sql;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** The librarian finds people, looks at one, and keeps cards, blocks and facts. */
@TestInstance(Lifecycle.PER_CLASS)
class PeopleDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;
    private String mark = "";
    private String few = "";
    private long zoe;
    private long max;

    @BeforeAll
    void open() {
        mark = "P" + Long.toString(System.nanoTime(), 28);
        zoe = ProductPeople.student("Zoë", "O’Neill-" + mark);
        few = "F" + mark;
        ProductPeople.student("Thảo", "Nguyễn " + few);
        max = ProductPeople.add(ProductPeople.facts("Max", "Müller-Lüdenscheidt " + few)
                .with(PatronField.IDENTIFIER, "0" + Math.abs(few.hashCode())));
        ProductPeople.add(ProductPeople.facts("Far", "Away " + few).with(PatronField.SITE, ""));
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    private DeskForm go(String path) {
        browser.go(path);
        return new DeskForm(browser.driver());
    }

    @Test
    void aPersonIsFoundAndTheLookIsKept() {
        var list = go("/desk/people").type("q", "oneill zoe " + mark).press("#find");
        assertThat(list.text("people-found")).isEqualTo("One person");
        var person = list.press("#people .go");
        assertThat(person.text("summary")).contains("Student · 07 · 7B Ms Ruiz", "Here");
        var looks = ProductPeople.with(database -> database.read(connection -> Sql.list(
                connection,
                "select e.action, e.actor_id from audit_event e join patron p on e.subject_kind = 'person' "
                        + "and e.subject_id = p.pseudonym where p.id = ?",
                row -> row.getString(1) + " " + row.getLong(2),
                zoe)));
        assertThat(looks)
                .as("PR-5")
                .containsOnly("person_viewed " + Staff.admin().caller().account());
    }

    @Test
    void theListHasAllWhoAreMeantAndNobodyElse() {
        var list = go("/desk/people?q=" + few);
        assertThat(list.text("people-found")).isEqualTo("3 people");
        assertThat(list.choose("site", "LMC").press("#find").text("people-found"))
                .isEqualTo("2 people");
    }

    /** Who works at one school sees the people of that school, whatever the address says. */
    @Test
    void nobodySeesThePeopleOfOtherSchools() {
        browser.signIn(Staff.of(Role.TECHNICIAN, "LMC"));
        browser.goAsIs("/desk/people?site=EAST&q=" + few);
        var list = new DeskForm(browser.driver());
        assertThat(list.text("people-found")).isEqualTo("2 people");
        assertThat(list.shows("#site")).isFalse();
        assertThat(list.shows("#add-person")).as("a technician only looks").isFalse();
        var person = list.press("#people .go");
        assertThat(person.shows("#edit, #give-card, #block")).isFalse();
    }

    @Test
    void aVolunteerIsAddedAndEveryMistakeIsToldAtItsField() {
        var form = go("/desk/person-edit")
                .type("EMAIL", "no address")
                .type("GIVEN_NAME", "Vera")
                .press("#save");
        assertThat(form.text("FAMILY_NAME-problem")).contains("cannot be empty");
        assertThat(form.text("EMAIL-problem")).contains("no e-mail address");
        assertThat(form.value("GIVEN_NAME")).as("nothing is lost").isEqualTo("Vera");
        browser.complaints();
        var person = form.type("EMAIL", "")
                .type("FAMILY_NAME", "Helper-" + mark + "v")
                .type("note-text", "Tuesdays")
                .press("#save");
        assertThat(person.text("done")).isEqualTo("Saved.");
        assertThat(person.text("summary")).contains("Volunteer");
        assertThat(person.text("note")).isEqualTo("Tuesdays");
        assertThat(person.text("origin")).contains("Rosters leave this person alone");
    }

    @Test
    void cardsAreGivenReplacedAndLost() {
        var id = ProductPeople.student("Ana", "Cards-" + mark + "c");
        var number = ("C" + mark).toUpperCase();
        var person = go("/desk/person/" + id)
                .type("number", " " + number.toLowerCase() + " ")
                .press("#give-card");
        assertThat(person.text("done")).contains("good now");
        assertThat(person.text("card-list")).contains(number);
        assertThat(go("/desk/person/" + zoe)
                        .type("number", number)
                        .press("#give-card")
                        .text("card-problem"))
                .startsWith("Ana Cards-");
        browser.complaints();
        person = go("/desk/person/" + id)
                .type(first(person, "replace-number"), number + "-2")
                .press("[id^='replace-'][type='submit']");
        assertThat(person.texts("#card-list li")).anyMatch(text -> text.contains("replaced on"));
        person = person.press("[id^='lost-']");
        assertThat(person.texts("#card-list li")).noneMatch(text -> text.contains("good since"));
        boolean works = ProductPeople.with(database ->
                new Patrons(database, Clock.systemUTC()).byCard(number + "-2").isPresent());
        assertThat(works).isFalse();
    }

    private static String first(DeskForm page, String start) {
        return page.driver.findElement(By.cssSelector("[id^='" + start + "']")).getDomAttribute("id");
    }

    @Test
    void aBlockIsSetAndLifted() {
        var id = ProductPeople.student("Bo", "Blocks-" + mark + "b");
        var person = go("/desk/person/" + id).type("reason", "Owes a charger").press("#block");
        assertThat(person.texts(".notice.stop")).containsExactly("May not borrow: Owes a charger");
        person = person.press("[id^='lift-']");
        assertThat(person.shows("#no-blocks")).isTrue();
        assertThat(person.texts("#event-list li")).anyMatch(text -> text.contains("lifted a block"));
    }

    @Test
    void twoWhoEditAtOnceDoNotOverwriteEachOther() {
        var id = ProductPeople.student("Cy", "Edits-" + mark + "e");
        var form = go("/desk/person/" + id + "/edit");
        ProductPeople.with(database -> {
            var patrons = new Patrons(database, Clock.systemUTC());
            var before = patrons.find(id).orElseThrow();
            return patrons.change(
                    new PatronChange(
                            id, before.version(), before.facts().with(PatronField.GRADE, "8"), "", before.expires()),
                    "other");
        });
        form = form.type("HOMEROOM", "8A").press("#save");
        assertThat(form.text("stale")).contains("Somebody else");
        assertThat(form.value("HOMEROOM")).isEqualTo("8A");
        browser.complaints();
    }

    /** B-P6: what moved stands on the page of the one who stays. */
    @Test
    void twoEntriesOfOnePersonBecomeOne() {
        var one = ProductPeople.student("Di", "Double-" + mark + "d");
        var other = ProductPeople.student("Di", "Double-" + mark + "d");
        go("/desk/person/" + other).type("number", ("D" + mark).toUpperCase()).press("#give-card");
        var compare = go("/desk/person/" + one).press("#merge-" + other);
        assertThat(compare.texts("#moves li")).contains("one card");
        var person = compare.press("#merge");
        assertThat(person.text("merges")).contains("Di Double-", "one card");
        assertThat(person.text("card-list")).contains(("D" + mark).toUpperCase());
        var gone = go("/desk/person/" + other);
        assertThat(gone.shows("#merged-into")).isTrue();
        assertThat(gone.shows("#edit")).isFalse();
        assertThat(gone.texts("#goes-back li")).contains("one card");
        assertThat(gone.text("since")).contains("Di Double-");
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(browser.driver(), "desk-person-merged-en-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as("merged " + size).isEmpty();
        }
        browser.size(SIZES.getFirst());
        gone = gone.press("#unmerge");
        assertThat(gone.text("done")).isEqualTo("These are two people again.");
        assertThat(gone.text("card-list")).contains(("D" + mark).toUpperCase());
        assertThat(gone.shows("#unmerge-part")).isFalse();
        assertThat(go("/desk/person/" + one).shows("#merges")).isFalse();
        compare = go("/desk/person/" + one + "/merge?other=" + one);
        assertThat(compare.text("problem")).contains("same entry");
        assertThat(compare.shows("#merge")).isFalse();
    }

    @Test
    void whoHasLeftStandsOnTheListWithWhomToWriteTo() {
        ProductPeople.add(ProductPeople.facts("Eli", "Leaver-" + mark)
                .with(PatronField.STATUS, "INACTIVE")
                .with(PatronField.HOMEROOM, "Room " + mark)
                .with(PatronField.GUARDIAN_NAME, "Rosa Leaver"));
        var list = go("/desk/clearance");
        assertThat(list.texts("#clearance tbody tr"))
                .anyMatch(row -> row.contains("Eli") && row.contains("Rosa Leaver") && row.contains("Room " + mark));
    }

    @Test
    void cardsArePrintedWithTheirBarCodes() {
        ProductPeople.add(ProductPeople.facts("Kim", "Printed-" + mark).with(PatronField.IDENTIFIER, mark));
        var sheet = go("/desk/people-cards?q=Printed-" + mark);
        assertThat(sheet.texts(".patron-card strong")).containsExactly("Kim Printed-" + mark);
        assertThat(sheet.text("cards")).contains(mark.toUpperCase());
        assertThat(browser.driver().findElement(By.cssSelector(".bars path")).getDomAttribute("d"))
                .startsWith("M10 0h");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "people, en",
        "people, es",
        "person, en",
        "person, es",
        "edit, en",
        "edit, es",
        "new, es",
        "clearance, en",
        "clearance, es",
        "merge, en",
        "cards, en",
        "cards, es"
    })
    void everyPageIsForEveryone(String page, String language) {
        var paths = Map.of(
                "people",
                "/desk/people?q=" + mark,
                "person",
                "/desk/person/" + zoe,
                "edit",
                "/desk/person/" + zoe + "/edit",
                "cards",
                "/desk/people-cards?q=" + few,
                "clearance",
                "/desk/clearance",
                "merge",
                "/desk/person/" + zoe + "/merge?other=" + max,
                "new",
                "/desk/person-edit");
        browser.speak(language);
        browser.go(String.valueOf(paths.get(page)));
        assertThat(new DeskForm(browser.driver()).language()).isEqualTo(language);
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(browser.driver(), "desk-person-" + page + "-" + language + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(page + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(size.getWidth());
            assertThat(browser.complaints()).isEmpty();
        }
        browser.driver().manage().deleteCookieNamed("carrel-language");
        browser.size(SIZES.getFirst());
    }
}
