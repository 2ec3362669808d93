package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.fixtures.Staff;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.NamedPolicy;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.Dimension;

/** The schedule as teachers and librarians use it. Each test has a day of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class ScheduleDeskIT {
    private static final Dimension DESK = new Dimension(1366, 900);
    private static final Dimension PHONE = new Dimension(390, 844);

    private ProductSchedule school;
    private Browser browser;
    private long library;
    private long lab;
    private long cart;
    private long otherCart;

    @BeforeAll
    void open() {
        school = new ProductSchedule();
        library = school.thing(Kind.ZONE, "Library", 2);
        lab = school.thing(Kind.LAB, "Lab 2", 1);
        cart = school.thing(Kind.CART, "Cart A", 1);
        otherCart = school.thing(Kind.CART, "Cart B", 1);
        browser = Browser.open("en");
        browser.size(DESK);
    }

    @BeforeEach
    void inEnglish() {
        browser.speak("en");
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    private SchedulePage as(Staff person, String path) {
        browser.signIn(person);
        browser.goAsIs(path);
        return new SchedulePage(browser.driver());
    }

    private String week(int weeks) {
        return "/schedule?site=" + school.site + "&day=" + school.monday.plusWeeks(weeks);
    }

    private List<ClassSession> of(Staff teacher) {
        return school.bookings.own(school.monday, teacher.caller());
    }

    @Test
    void whatWasBookedLastTimeTakesTwoClicksAndSomethingNewThreeAndATopic() {
        var teacher = school.teacher("5C");
        var monday = school.monday;
        var page = as(teacher, week(0)).click(SchedulePage.free(monday, 1));
        assertThat(page.text("when")).endsWith("Period 1 (8:10–8:55)");
        assertThat(page.ticked("need-" + library)).as("to begin with").isTrue();
        page = page.tick("need-" + cart).type("topic", "volcanoes").click("send");
        assertThat(page.clicks()).as("a new one").isEqualTo(3);
        assertThat(page.text("done")).isEqualTo("Booked.");
        assertThat(page.text("fact-things")).isEqualTo("Library (3) + Cart A (3)");
        assertThat(page.heading()).isEqualTo("5C");

        page = as(teacher, week(0))
                .click(SchedulePage.free(monday.plusDays(1), 1))
                .click("send");
        assertThat(page.clicks()).as("the usual pack").isEqualTo(2);
        assertThat(page.text("fact-things")).isEqualTo("Library (3) + Cart A (3)");
        assertThat(page.text("fact-topic")).isEqualTo("volcanoes");
        assertThat(of(teacher)).hasSize(2);
        assertThat(of(teacher).getFirst().parts()).hasSize(2);
    }

    @Test
    void aNoIsSaidAtItsPlaceBeforeAndAfterAndTheAlternativeIsOneTap() {
        var other = school.somebody(Role.TEACHER);
        var tuesday = school.monday.plusDays(1);
        school.booked(other.caller(), tuesday, 4, cart);
        var teacher = school.teacher("5D");
        var page = as(teacher, "/schedule/book?site=" + school.site + "&day=" + tuesday + "&period=4&need=" + cart);
        assertThat(page.text("need-" + cart + "-state"))
                .as("before")
                .isEqualTo("Taken by Test teacher · Grade 4, Boyd.");
        page = page.type("topic", "glaciers").click("send");
        assertThat(page.text("problem")).contains("Nothing is booked");
        assertThat(page.value("topic")).as("nothing typed is lost").isEqualTo("glaciers");
        assertThat(page.text("need-" + cart + "-state")).contains("Taken by");
        assertThat(page.text("kept")).matches("Kept for you for (5[0-9]|60) seconds\\.");
        assertThat(page.texts("#offers .offer-list button")).hasSize(3);
        assertThat(page.texts("#offers .offer-list button").getFirst()).contains("something else", "Cart B");
        page = page.click("offer-1");
        assertThat(page.text("done")).isEqualTo("Booked.");
        assertThat(of(teacher)).hasSize(1).allSatisfy(session -> {
            assertThat(session.day()).isEqualTo(tuesday);
            assertThat(session.parts())
                    .extracting(ClassSession.Part::resource)
                    .contains(otherCart)
                    .doesNotContain(cart);
            assertThat(session.about().topic()).isEqualTo("glaciers");
        });
    }

    @Test
    void aSessionOrAWishLeadsToItsSeries() { // B-17
        var teacher = school.teacher("5O");
        var thursday = school.monday.plusWeeks(4).plusDays(3);
        var page = as(teacher, "/schedule/book?site=" + school.site + "&day=" + thursday + "&period=5&need=" + library)
                .type("topic", "rivers")
                .repeat();
        assertThat(page.text("what")).isEqualTo("5O · Library");
        assertThat(page.value("first")).as("from the day of the wish on").isEqualTo(thursday.toString());
        page = page.look(thursday.plusWeeks(2));
        assertThat(page.text("counted")).isEqualTo("3 of 3 are free.");
        page = page.click("book-free");
        assertThat(page.text("done")).isEqualTo("The sessions are booked.");
        assertThat(of(teacher))
                .hasSize(3)
                .allMatch(session -> session.about().topic().equals("rivers"));
        page = as(teacher, "/schedule/session/" + of(teacher).getFirst().id());
        page = page.repeat();
        assertThat(page.texts("#sessions tbody tr")).as("the series there is").hasSize(3);

        page = as(teacher, "/schedule/book?site=" + school.site + "&day=" + thursday + "&period=6&need=" + library)
                .click("send")
                .repeat();
        assertThat(page.value("first"))
                .as("the session itself is booked already")
                .isEqualTo(thursday.plusDays(1).toString());
        page = as(teacher, "/schedule/book?site=" + school.site + "&day=" + thursday + "&period=4")
                .type("heads", "abc")
                .repeat();
        assertThat(page.text("heads-problem")).as("a wish has to be one").contains("0 to 999");
    }

    @Test
    void whoIsRefusedWaitsByOneTapWhereWaitingHelps() {
        var day = school.monday.plusWeeks(4);
        school.booked(school.somebody(Role.TEACHER).caller(), day, 3, lab);
        var teacher = school.teacher("5P");
        var page = as(teacher, "/schedule/book?site=" + school.site + "&day=" + day + "&period=3&need=" + lab)
                .type("topic", "bridges")
                .click("send");
        assertThat(page.text("wait")).startsWith("Wait for").contains("Period 3");
        page = page.waitForIt();
        assertThat(page.text("done")).startsWith("You are in line.");
        assertThat(page.text("main")).contains("5P · Lab 2", "You are the first in line.");
        assertThat(of(teacher)).isEmpty();

        page = as(teacher, "/schedule/book?site=" + school.site + "&day=" + day.plusDays(5) + "&period=3&need=" + lab)
                .click("send");
        assertThat(page.text("when-problems")).contains("There is no school on");
        assertThat(page.has("wait")).as("waiting makes no day of school").isFalse();
    }

    @Test
    void whoFollowsALetterComesToTheSessionAfterSigningIn() {
        var teacher = school.teacher("5Q");
        var session = school.booked(teacher.caller(), school.monday.plusWeeks(4).plusDays(1), 2, library);
        try (var other = Browser.open("en")) {
            other.goAsIs("/schedule/session/" + session.id());
            new SignInPage(other.driver())
                    .type("username", teacher.username())
                    .type("password", Staff.PASSWORD)
                    .enter("password");
            var page = new SchedulePage(other.driver());
            assertThat(page.heading()).isEqualTo("Grade 4, Boyd");
            assertThat(page.text("letters")).contains("letters about your sessions");
        }
    }

    @Test
    void aTechnicianTakesACartOutOfUseAndGivesItBack() {
        var tuesday = school.monday.plusWeeks(5).plusDays(1);
        var cart3 = school.thing(Kind.CART, "Cart 3", 1);
        school.booked(school.somebody(Role.TEACHER).caller(), tuesday, 6, cart3);
        var technician = school.somebody(Role.TECHNICIAN);
        var page = as(technician, "/desk/maintenance?site=" + school.site);
        assertThat(page.text("none")).isEqualTo("Everything can be used.");
        page = page.choose("thing", cart3)
                .date("day", tuesday)
                .choose("period", 4)
                .choose("until", 2);
        page = page.type("why", "The Chromebooks are set up anew").click("send");
        assertThat(page.text("until-problem")).isEqualTo("It ends before it begins.");
        page = page.choose("until", 6).click("send");
        assertThat(page.text("wrong")).contains("Nothing is changed. Cart 3 is taken.");
        assertThat(page.value("why")).as("nothing typed is lost").isEqualTo("The Chromebooks are set up anew");
        page = page.choose("period", 1).choose("until", 4).click("send");
        assertThat(page.text("done")).isEqualTo("It is out of use for that time.");
        assertThat(page.texts("#out tbody tr")).singleElement().satisfies(row -> assertThat(row)
                .contains("Cart 3", "Period 1 – Period 4", "set up anew", "Test technician"));
        for (var language : List.of("en", "es")) {
            browser.speak(language);
            page = as(technician, "/desk/maintenance?site=" + school.site);
            looksRight("maintenance-" + language);
        }
        browser.speak("en");

        var form = "/schedule/book?site=" + school.site + "&day=" + tuesday + "&period=2&need=" + cart3;
        var teacher = school.teacher("5S");
        page = as(teacher, form);
        assertThat(page.text("need-" + cart3 + "-state")).isEqualTo("Taken by Test technician.");
        page = as(technician, "/desk/maintenance?site=" + school.site);
        page = page.click(page.idOf("#out button"));
        assertThat(page.text("done")).isEqualTo("It can be used again.");
        page = as(teacher, form);
        assertThat(page.text("need-" + cart3 + "-state")).isEqualTo("Free");
        school.resources.retire(cart3, true, school.librarian().caller());
    }

    @Test
    void aDayIsPaintedAfterLookingAtWhoHasToMoveAndTakenBack() {
        var teacher = school.somebody(Role.TEACHER).caller();
        var day = school.monday.plusWeeks(6).plusDays(2);
        var stays = school.booked(teacher, day, 2, library);
        var goes = school.booked(teacher, day, 6, library);
        var page = as(Staff.admin(), "/desk/timetable?site=" + school.site + "&day=" + day);
        page = page.tick("brush-EARLY").click("day-" + day);
        assertThat(page.text("effect-title")).isNotEmpty();
        assertThat(page.texts("#moved tbody tr")).singleElement().satisfies(row -> assertThat(row)
                .contains("Grade 4, Boyd", "Library", "9:00", "8:45"));
        assertThat(page.text("lost-" + goes.id())).contains("Grade 4, Boyd", "There is no period 6 on");
        assertThat(school.bookings.find(stays.id()).orElseThrow().span())
                .as("looking changes nothing")
                .isEqualTo(stays.span());
        for (var size : List.of(DESK, PHONE)) {
            browser.size(size);
            Screenshots.take(browser.driver(), "timetable-preview-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as("preview " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(size.getWidth());
        }
        browser.size(DESK);
        page = page.tick("cancel-" + goes.id())
                .type("effect-why", "Conferences in the afternoon")
                .click("agree");
        assertThat(page.text("done")).contains("is now: Early release");
        var moved = school.bookings.find(stays.id()).orElseThrow();
        assertThat(moved.span().starts()).isEqualTo(stays.span().starts().minusSeconds(15 * 60));
        assertThat(school.bookings.find(goes.id()).orElseThrow().state()).isEqualTo(ClassSession.State.CANCELLED);

        page = page.click("do-undo");
        assertThat(page.text("done")).isEqualTo("The last change is taken back.");
        for (var session : List.of(stays, goes)) {
            var now = school.bookings.find(session.id()).orElseThrow();
            assertThat(now.span()).isEqualTo(session.span());
            assertThat(now.state()).isEqualTo(ClassSession.State.BOOKED);
        }
    }

    private void looksRight(String name) {
        for (var size : List.of(DESK, PHONE)) {
            browser.size(size);
            Screenshots.take(browser.driver(), "schedule-" + name + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(name + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .as(name + " " + size)
                    .isLessThanOrEqualTo(size.getWidth());
        }
        browser.size(DESK);
    }

    @Test
    void theRowOfPlacesIsOneRowForEverybodyInBothLanguages() {
        for (var role : List.of(Role.TEACHER, Role.LIBRARIAN, Role.TECHNICIAN, Role.AIDE, Role.ADMIN)) {
            var person = school.somebody(role);
            for (var language : List.of("en", "es")) {
                browser.speak(language);
                var page = as(person, "/schedule");
                Screenshots.take(browser.driver(), "schedule-places-" + role + "-" + language);
                assertThat(page.rowsOf("#areas a, header .top .own a"))
                        .as(role + " " + language)
                        .isEqualTo(1);
                assertThat(page.rowsOf(".places a")).as(role + " " + language).isEqualTo(1);
            }
        }
        browser.speak("en");
        var page = as(school.librarian(), "/desk/booking-policies");
        assertThat(page.texts("#places a"))
                .containsExactly("Week", "Book", "My sessions", "To approve", "Preparation", "Tests", "Use", "Set up");
        assertThat(page.texts("#places .here")).containsExactly("Set up");
        assertThat(page.texts("#place-parts a"))
                .containsExactly(
                        "What can be booked",
                        "Booking rules",
                        "Out of use",
                        "Timetable",
                        "Substitutes",
                        "Test programs");
        assertThat(page.texts("#place-parts .chosen")).containsExactly("Booking rules");
        page = as(school.teacher("5R"), "/schedule/waiting");
        assertThat(page.texts("#places a")).containsExactly("Week", "Book", "My sessions", "My testing rooms");
        assertThat(page.texts("#place-parts a"))
                .containsExactly("To come", "Series", "Waiting list", "For somebody else", "Calendars and links");
    }

    @Test
    void everythingIsBookedMovedAndCalledOffByKeyboard() {
        var teacher = school.teacher("5E");
        var wednesday = school.monday.plusDays(2);
        var page = as(teacher, week(0)).tabTo(SchedulePage.free(wednesday, 2)).pressEnter();
        page = page.tabTo("topic").press("owls").tabTo("send").pressEnter();
        assertThat(page.text("fact-topic")).isEqualTo("owls");
        page = page.enter("move");
        assertThat(page.text("moving")).contains("Library", "5E");
        page = page.tabTo(SchedulePage.free(wednesday, 3)).pressEnter();
        assertThat(page.text("when")).contains("Period 3");
        assertThat(page.texts("#history strong")).containsExactly("Booked", "Moved");
        assertThat(page.text("if-cancelled")).contains("does not count");
        page = page.tabTo("cancel-why").press("Field trip").tabTo("cancel").pressEnter();
        assertThat(page.text("state")).isEqualTo("Called off");
        assertThat(page.has("cancel")).isFalse();
    }

    @Test
    void whereTheBrowserStandsShiftsNothing() { // B-05, B-06, B-07
        var teacher = school.teacher("5F");
        var thursday = school.monday.plusDays(3);
        var session = school.booked(teacher.caller(), thursday, 3, library);
        for (var zone : List.of("America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland")) {
            browser.zone(zone);
            var page = as(teacher, week(0));
            var shown = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.ENGLISH);
            assertThat(page.text("day-" + thursday)).as(zone).startsWith(shown.format(thursday));
            assertThat(page.cell(3, 4)).as(zone).contains("Library", "Grade 4, Boyd");
            page = as(teacher, "/schedule/session/" + session.id() + "/change");
            assertThat(page.value("day")).as(zone).isEqualTo(thursday.toString());
            page = page.click("send");
            var now = school.bookings.find(session.id()).orElseThrow();
            assertThat(now.day()).as(zone).isEqualTo(thursday);
            assertThat(now.span()).as(zone).isEqualTo(session.span());
            assertThat(now.parts()).as(zone).isEqualTo(session.parts());
            assertThat(now.about()).as(zone).isEqualTo(session.about());
        }
        browser.zone("");
    }

    @Test
    void periodsThatTouchAreBothBooked() { // B-14
        var teacher = school.teacher("5G");
        var day = school.monday.plusWeeks(1);
        as(teacher, week(1)).click(SchedulePage.free(day, 3)).click("send");
        var page = as(teacher, week(1)).click(SchedulePage.free(day, 4)).click("send");
        assertThat(page.text("done")).isEqualTo("Booked.");
        assertThat(of(teacher)).hasSize(2);
    }

    @Test
    void moreThanFitStandInTheirOwnColumnAndAreMarked() { // B-16
        var day = school.monday.plusWeeks(1).plusDays(1);
        var zone = school.thing(Kind.ZONE, "Reading nook", 2);
        var first = school.booked(school.somebody(Role.TEACHER).caller(), day, 2, zone);
        school.booked(school.somebody(Role.TEACHER).caller(), day, 2, zone);
        school.resources.save(
                school.thing(zone, Kind.ZONE, "Reading nook", 1),
                school.librarian().caller());
        var page = as(
                school.librarian(),
                "/schedule?site=" + school.site + "&view=day&day=" + day + "&only=" + zone + "," + lab);
        assertThat(page.texts("#grid thead th .about")).hasSize(2);
        var nook = page.text("thing-" + zone).startsWith("Reading nook") ? 1 : 2;
        assertThat(page.cell(2, nook)).contains("more than fit");
        assertThat(page.cell(2, 3 - nook)).doesNotContain("Reading nook");
        school.bookings.cancel(first.id(), "", school.librarian().caller());
        school.resources.save(
                school.thing(zone, Kind.ZONE, "Reading nook", 2),
                school.librarian().caller());
        school.resources.retire(zone, true, school.librarian().caller());
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsLost() { // B-26
        var teacher = school.teacher("5H");
        var page = as(teacher, "/schedule/book?site=" + school.site + "&day=" + school.monday + "&period=2");
        page = page.type("heads", "abc")
                .type("topic", "whales")
                .type("books", "900")
                .tick("need-" + library)
                .click("send");
        assertThat(page.text("heads-problem")).contains("0 to 999");
        assertThat(page.text("books-problem")).contains("0 to 200");
        assertThat(page.focused()).isEqualTo("heads");
        assertThat(page.value("heads")).isEqualTo("abc");
        assertThat(page.value("topic")).isEqualTo("whales");
        page = page.type("heads", "3").type("books", "").click("send");
        assertThat(page.text("needs-problem")).isEqualTo("Tick at least one thing.");
        assertThat(page.focused()).isEqualTo("needs-problem");
        assertThat(of(teacher)).isEmpty();
    }

    @Test
    void whatIsCalledOffIsNotCounted() { // B-32
        var teacher = school.teacher("5I");
        var day = school.monday.plusWeeks(2);
        var one = school.booked(teacher.caller(), day, 1, library);
        var two = school.booked(teacher.caller(), day, 2, library);
        school.booked(teacher.caller(), day, 3, library);
        browser.size(PHONE);
        var page = as(teacher, "/schedule/mine");
        assertThat(page.text("coming-title")).isEqualTo("3 sessions are to come");
        for (var session : List.of(one, two)) {
            page = as(teacher, "/schedule/session/" + session.id())
                    .type("cancel-why", "Field trip")
                    .click("cancel");
            assertThat(page.text("done")).startsWith("Called off");
        }
        page = as(teacher, "/schedule/mine");
        assertThat(page.text("coming-title")).isEqualTo("1 session is to come");
        assertThat(page.texts("#past li")).hasSize(2).allMatch(row -> row.contains("Called off"));
        browser.size(DESK);
    }

    private HttpResponse<String> post(Staff person, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(Product.url(path))
                .header("Cookie", person.cookie() + "; carrel-language=en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    @Test
    void whatIsPostedWithAnotherTimeIsCheckedAgain() throws Exception { // B-34
        var teacher = school.teacher("5J");
        var day = school.monday.plusWeeks(2).plusDays(1);
        var session = school.booked(teacher.caller(), day, 2, cart);
        school.booked(school.somebody(Role.TEACHER).caller(), day, 3, cart);
        var move = "/schedule/session/" + session.id() + "/move";
        for (var to : List.of(
                day + " 3",
                day + " 99",
                day.plusDays(5).with(DayOfWeek.SATURDAY) + " 2",
                school.monday.minusWeeks(3) + " 2",
                school.monday.plusYears(1) + " 2",
                "tomorrow")) {
            var answer = post(teacher, move, Map.of("to", to, "version", String.valueOf(session.version())));
            assertThat(answer.statusCode()).as(to).isEqualTo(422);
        }
        assertThat(school.bookings.find(session.id()).orElseThrow()).isEqualTo(session);
        var stale = post(teacher, move, Map.of("to", day + " 4", "version", "99"));
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("Somebody else has changed this session");
        var form = Map.of(
                "site",
                school.site,
                "day",
                school.monday.minusWeeks(3).toString(),
                "period",
                "2",
                "className",
                "5J",
                "heads",
                "3",
                "need-" + library,
                "yes");
        assertThat(post(teacher, "/schedule/book", form).statusCode()).isEqualTo(422);
        var foreign = school.somebody(Role.TEACHER);
        assertThat(post(foreign, move, Map.of("to", day + " 4", "version", "1")).statusCode())
                .isEqualTo(404);
        assertThat(post(teacher, move, Map.of("to", day + " 4", "version", String.valueOf(session.version())))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aLibrarianApprovesFromTheListAndBooksForATeacherAgainstARule() {
        var usual = BookingPolicy.USUAL;
        var asked = new BookingPolicy(
                Set.of(Booker.values()),
                usual.latest(),
                OptionalInt.of(3),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                true,
                usual.cancel());
        var room = school.thing(Kind.LAB, "Studio", 1);
        assertThat(school.policies.save(
                        new NamedPolicy(0, school.site, "Studio", asked, Set.of(room)),
                        school.librarian().caller()))
                .isEmpty();
        var teacher = school.teacher("5K");
        var day = school.monday;
        var page = as(teacher, "/schedule/book?site=" + school.site + "&day=" + day + "&period=5&need=" + room);
        assertThat(page.text("approval")).contains("has to approve");
        page = page.click("send");
        assertThat(page.text("state")).isEqualTo("To be approved");

        page = as(school.librarian(), week(0));
        assertThat(page.text("requested")).endsWith("1");
        page = page.click("requested");
        assertThat(page.text("count")).startsWith("1 session waits");
        var session = of(teacher).getFirst();
        looksRight("approvals-waiting");
        page = page.click("refuse-" + session.id());
        assertThat(page.text("problem")).as("a no needs a reason").contains("A reason is needed");
        page = as(school.librarian(), "/schedule/approvals?site=" + school.site).click("approve-" + session.id());
        assertThat(page.text("done")).isEqualTo("Approved.");
        assertThat(page.text("count")).startsWith("Nothing waits");

        var far = school.monday.plusWeeks(5);
        page = as(school.librarian(), "/schedule/book?site=" + school.site + "&day=" + far + "&period=2&need=" + room);
        page = page.type("className", "5K").type("heads", "20").click("send");
        assertThat(page.text("when-problems")).contains("too far ahead");
        assertThat(page.value("className")).isEqualTo("5K");
        page = page.type("override", "Author visit").click("send");
        assertThat(page.text("done")).isEqualTo("Booked.");
        assertThat(page.text("history")).contains("Author visit");
    }

    @Test
    void whoMayNotKnowIsToldNoNames() {
        var teacher = school.somebody(Role.TEACHER);
        school.booked(teacher.caller(), school.monday, 6, lab);
        var aide = as(school.somebody(Role.AIDE), week(0));
        assertThat(aide.cell(6, 1)).contains("Lab 2").doesNotContain("Boyd").doesNotContain("Test teacher");
        assertThat(aide.texts("#grid a")).isEmpty();
        var technician = as(school.somebody(Role.TECHNICIAN), week(0));
        assertThat(technician.cell(6, 1)).contains("Test teacher", "Grade 4, Boyd");
        // Who prepares a session opens it.
        assertThat(technician.texts("#grid a"))
                .anySatisfy(link -> assertThat(link).contains("Lab 2", "Grade 4, Boyd"));
        var other = as(school.teacher("5L"), week(0));
        assertThat(other.cell(6, 1)).contains("Grade 4, Boyd").doesNotContain("biographies");
        assertThat(other.shown()).doesNotContain("Secret1").doesNotContain("Pupil1");
    }

    @Test
    void aLibrarianSaysWhatCanBeBookedAndByWhichRules() {
        var page = as(school.librarian(), "/desk/booking-resources?site=" + school.site);
        page = page.type("nameEn", "Library")
                .type("classes", "0")
                .type("seats", "x")
                .click("save");
        assertThat(page.text("nameEn-problem")).contains("called so");
        assertThat(page.text("classes-problem")).contains("1 to 20");
        assertThat(page.text("seats-problem")).contains("1 to 9999");
        assertThat(page.focused()).isEqualTo("nameEn");
        page = page.type("nameEn", "Annex")
                .type("classes", "1")
                .type("seats", "")
                .click("save");
        assertThat(page.text("done")).isEqualTo("Saved.");
        assertThat(page.text("resources")).contains("Annex");
        page = page.click("propose");
        assertThat(page.text("done")).contains("there already");
        var annex = school.resources.list(school.site).stream()
                .filter(resource -> resource.nameEn().equals("Annex"))
                .findFirst()
                .orElseThrow();
        page = page.click("retire-" + annex.id());
        assertThat(page.text("resource-" + annex.id())).contains("retired");

        page = as(school.librarian(), "/desk/booking-policies?site=" + school.site);
        page = page.type("name", "Strict")
                .type("perWeek", "0")
                .type("latest", "soon")
                .click("save");
        assertThat(page.text("perWeek-problem")).contains("1 to 100");
        assertThat(page.text("latest-problem")).contains("0 to 2000");
        page = page.type("perWeek", "2")
                .type("latest", "24")
                .tick("resource-" + annex.id())
                .click("save");
        assertThat(page.text("policies")).contains("Strict", "At most 2 a week.", "Annex");
        var strict = school.policies.list(school.site).stream()
                .filter(policy -> policy.name().equals("Strict"))
                .findFirst()
                .orElseThrow();
        page = page.click("edit-" + strict.id()).tick("resource-" + annex.id()).click("save");
        page = page.click("remove-" + strict.id());
        assertThat(page.text("done")).isEqualTo("Removed.");
        assertThat(school.policies.list(school.site))
                .noneMatch(policy -> policy.name().equals("Strict"));
    }

    @Test
    void everyPageIsAccessibleInBothLanguagesAndSizes() {
        var teacher = school.teacher("5M");
        var day = school.monday.plusWeeks(3);
        var mine = school.booked(teacher.caller(), day, 2, library, cart);
        school.booked(school.somebody(Role.TEACHER).caller(), day, 2, library);
        school.booked(school.somebody(Role.TEACHER).caller(), day.plusDays(1), 3, lab);
        school.booked(school.somebody(Role.TEACHER).caller(), day.plusDays(3), 1, cart);
        var pages = Map.of(
                "week", "/schedule?site=" + school.site + "&day=" + day,
                "day", "/schedule?site=" + school.site + "&view=day&day=" + day,
                "book", "/schedule/book?site=" + school.site + "&day=" + day + "&period=2&need=" + cart,
                "mine", "/schedule/mine",
                "session", "/schedule/session/" + mine.id(),
                "moving", "/schedule?move=" + mine.id(),
                "approvals", "/schedule/approvals?site=" + school.site,
                "booking-resources", "/desk/booking-resources?site=" + school.site,
                "booking-policies", "/desk/booking-policies?site=" + school.site);
        for (var language : List.of("en", "es")) {
            browser.speak(language);
            for (var each : pages.entrySet()) {
                var person =
                        each.getValue().startsWith("/desk") || each.getKey().equals("approvals")
                                ? school.librarian()
                                : teacher;
                as(person, each.getValue());
                for (var size : List.of(DESK, PHONE)) {
                    browser.size(size);
                    var name = each.getKey() + " " + language + " " + size.getWidth();
                    Screenshots.take(browser.driver(), "schedule-" + name.replace(' ', '-'));
                    assertThat(Axe.violations(browser.driver())).as(name).isEmpty();
                    assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                            .as(name)
                            .isLessThanOrEqualTo(size.getWidth());
                }
            }
            var page = as(
                    teacher,
                    "/schedule/book?site=" + school.site + "&day=" + day.plusDays(3) + "&period=1&need=" + cart);
            page.click("send");
            browser.size(PHONE);
            Screenshots.take(browser.driver(), "schedule-refused-" + language + "-390");
            assertThat(Axe.violations(browser.driver()))
                    .as("refused " + language)
                    .isEmpty();
            browser.size(DESK);
            Screenshots.take(browser.driver(), "schedule-refused-" + language + "-1366");
        }
        assertThat(browser.complaints()).allMatch(line -> line.contains("422"));
    }

    @Test
    void inSpanishTheReasonsAreSpanish() {
        var day = school.monday.plusWeeks(3).plusDays(2);
        school.booked(school.somebody(Role.TEACHER).caller(), day, 2, lab);
        browser.speak("es");
        var page = as(
                school.teacher("5N"), "/schedule/book?site=" + school.site + "&day=" + day + "&period=2&need=" + lab);
        assertThat(page.text("need-" + lab + "-state")).startsWith("Ocupado por Test teacher");
        assertThat(page.text("kind-ZONE")).contains("Biblioteca");
        page = page.click("send");
        assertThat(page.text("problem")).startsWith("No se puede reservar.");
        assertThat(page.text("kept")).startsWith("Se guarda para usted");
    }
}
