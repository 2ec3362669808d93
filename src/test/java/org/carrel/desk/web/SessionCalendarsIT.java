package org.carrel.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Sql;
import org.carrel.scheduling.BookingAnswer.Booked;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.TestBookings;
import org.carrel.scheduling.TodaysBookings;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calendars and links of sessions, as other programs and classes ask the running product for them. */
class SessionCalendarsIT {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    private static final String PAGE = "/schedule/calendar";
    private static final Pattern ADDRESS = Pattern.compile("id=\"address-shown\">[^<]*(/calendar/mine/[^<]+)<");
    private static final Pattern LINK = Pattern.compile("href=\"[^\"]*(/s/[A-Za-z0-9_-]{22})\"");

    private TestBookings school;
    private Staff teacher;

    @BeforeEach
    void open() {
        school = TodaysBookings.open();
        teacher = Staff.another(Role.TEACHER);
    }

    @AfterEach
    void close() {
        if (school != null) school.close();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(System.getProperty("carrel.test.url") + path));
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    private static HttpResponse<String> post(String path, String form, Staff by) {
        return send(HttpRequest.newBuilder(URI.create(System.getProperty("carrel.test.url") + path))
                .POST(BodyPublishers.ofString(form))
                .headers(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Cookie",
                        "carrel-language=en; " + by.cookie(),
                        "Sec-Fetch-Site",
                        "same-origin")
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Others may have tried many wrong words from here a moment ago: then the answer comes when one may try again. */
    private static HttpResponse<String> wrong(String path) throws InterruptedException {
        var answer = get(path);
        for (var tries = 0; answer.statusCode() == 429 && tries < 9; tries++) {
            Thread.sleep(Duration.ofSeconds(
                    answer.headers().firstValueAsLong("Retry-After").orElse(1)));
            answer = get(path);
        }
        return answer;
    }

    private String shown(Staff by) {
        return get(PAGE, "Cookie", "carrel-language=en; " + by.cookie()).body();
    }

    private static String made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        var found = ADDRESS.matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }

    private static String word(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace(".ics", "");
    }

    private static List<VEvent> events(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT");
    }

    private static Instant starts(VEvent event) {
        return Instant.from(event.<Temporal>getDateTimeStart().getDate());
    }

    /** Without what names the address that was asked for. */
    private static String plain(HttpResponse<String> answer) {
        return answer.body().replaceAll("nonce=\"[^\"]*\"", "").replaceAll("back=[^\"&]*", "");
    }

    @Test
    void b43TheOwnSessionsAreReadByASecretAddressThatCanBeTakenBack()
            throws Exception { // B-39, B-40, B-41, B-43; ST-13
        var zone = school.zone(2, 60);
        var own = school.booked(school.wish(TodaysBookings.monday(), 2, zone), teacher.caller());
        school.booked(school.wish(TodaysBookings.monday(), 2, zone), school.teacher());
        var address = made(post(PAGE, "do=make", teacher));
        assertThat(word(address)).hasSize(43);
        assertThat(shown(teacher))
                .as("shown once")
                .doesNotContain(word(address))
                .contains("You have had an address");

        var feed = get(address);
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(feed.body()).contains("BEGIN:VTIMEZONE", "TZID=America/Chicago");
        assertThat(events(feed.body())).singleElement().satisfies(event -> {
            assertThat(starts(event)).isEqualTo(own.span().starts());
            assertThat(event.getUid().orElseThrow().getValue()).isEqualTo(own.uid() + "@carrel");
        });
        var other = Biweekly.parse(feed.body()).first().getEvents();
        assertThat(other).singleElement().satisfies(event -> {
            assertThat(event.getDateStart().getValue().toInstant())
                    .isEqualTo(own.span().starts());
            assertThat(event.getSequence().getValue()).isZero();
        });

        var tag = feed.headers().firstValue("ETag").orElseThrow();
        assertThat(get(address, "If-None-Match", "\"x\", W/" + tag).statusCode())
                .isEqualTo(304);
        assertThat(get(address, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
        var day = feed.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(get(address, "If-Modified-Since", "Thu, 01 Jan 2026 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(day).endsWith("GMT");

        var moved = (Booked) school.bookings.change(
                own.id(),
                own.version(),
                own.wish(UUID.randomUUID()).at(own.day(), 4, 4),
                Optional.empty(),
                teacher.caller());
        var later = get(address, "If-None-Match", tag);
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(Biweekly.parse(later.body()).first().getEvents())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getUid().getValue()).isEqualTo(own.uid() + "@carrel");
                    assertThat(event.getSequence().getValue()).isEqualTo(1);
                    assertThat(event.getDateStart().getValue().toInstant())
                            .isEqualTo(moved.session().span().starts());
                });

        var renewed = made(post(PAGE, "do=make", teacher));
        var unknown = wrong("/calendar/mine/" + "x".repeat(43) + ".ics");
        assertThat(unknown.statusCode()).isEqualTo(404);
        var old = wrong(address);
        assertThat(old.statusCode()).isEqualTo(404);
        assertThat(plain(old)).as("wrong and taken back are one answer").isEqualTo(plain(unknown));
        assertThat(get(renewed).statusCode()).isEqualTo(200);
        assertThat(post(PAGE, "do=revoke", teacher).statusCode()).isEqualTo(303);
        assertThat(wrong(renewed).statusCode()).isEqualTo(404);
        for (var secret : List.of(word(address), word(renewed))) {
            var log = Files.readString(
                    Path.of(System.getProperty("carrel.test.home"), "logs", "server.log"), StandardCharsets.UTF_8);
            assertThat(log.contains(secret)).as("in the log").isFalse();
        }
    }

    @Test
    void b43WhatEverybodyReadsSaysWhenAndNothingElse() throws Exception { // B-43; ST-13
        var zone = school.zone(1, 60);
        var person = school.one(BookingResource.Kind.PERSON);
        var session = school.booked(school.wish(TodaysBookings.monday(), 2, zone, person), teacher.caller());
        var thing = "/calendar/thing/" + zone + ".ics";
        var whole = "/calendar/school/" + school.desk.site + ".ics";
        assertThat(get(thing).statusCode()).as("nobody has shown it").isEqualTo(404);
        assertThat(get(whole).statusCode()).isEqualTo(404);

        var librarian = Staff.another(Role.LIBRARIAN);
        var form = "site=" + school.desk.site + "&do=busy";
        assertThat(post(PAGE, form + "&thing=" + zone, teacher).statusCode()).isEqualTo(404);
        assertThat(post(PAGE, form + "&thing=" + person, librarian).statusCode())
                .as("nobody shows when people are taken")
                .isEqualTo(404);
        assertThat(post(PAGE, form + "&thing=" + zone, librarian).statusCode()).isEqualTo(303);
        assertThat(post(PAGE, form, librarian).statusCode()).isEqualTo(303);
        for (var path : List.of(thing, whole)) {
            var feed = get(path);
            assertThat(feed.statusCode()).as(path).isEqualTo(200);
            assertThat(events(feed.body())).singleElement().satisfies(event -> assertThat(starts(event))
                    .isEqualTo(session.span().starts()));
            assertThat(feed.body())
                    .doesNotContain(
                            "Chen",
                            "volcanoes",
                            "Find sources",
                            "Test teacher",
                            session.uid().toString());
        }
        assertThat(get("/calendar/thing/" + person + ".ics").statusCode()).isEqualTo(404);
        assertThat(post(PAGE, "site=" + school.desk.site + "&do=no_busy&thing=" + zone, librarian)
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(thing).statusCode()).isEqualTo(404);
        assertThat(get(whole).statusCode()).isEqualTo(200);
    }

    @Test
    void aClassFindsItsSessionByALinkUntilItIsSwitchedOff() throws Exception {
        var session = school.booked(school.wish(TodaysBookings.monday(), 3, school.zone(1, 30)), teacher.caller());
        var stranger = Staff.another(Role.TEACHER);
        assertThat(post(PAGE, "do=link&session=" + session.id(), stranger).statusCode())
                .as("somebody else's")
                .isEqualTo(404);
        assertThat(post(PAGE, "do=link&session=" + session.id(), teacher).statusCode())
                .isEqualTo(303);
        var found = LINK.matcher(shown(teacher));
        assertThat(found.find()).isTrue();
        var link = found.group(1);
        var page = get(link, "Cookie", "carrel-language=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Grade 5, Chen: volcanoes", "/search?q=volcanoes", "9:50")
                .as("what the teacher has written for the library")
                .doesNotContain("Find sources");
        assertThat(get(link, "Cookie", "carrel-language=es").body()).contains("Buscar libros sobre el tema");
        school.bookings.cancel(session.id(), "Field trip", teacher.caller());
        assertThat(get(link, "Cookie", "carrel-language=en").body())
                .contains("This session does not take place.")
                .doesNotContain("Field trip");
        assertThat(post(PAGE, "do=unlink&session=" + session.id(), teacher).statusCode())
                .isEqualTo(303);
        assertThat(wrong(link).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverIsSwitchedOffHasNoCalendarAnyMore() throws Exception {
        var address = made(post(PAGE, "do=make", teacher));
        assertThat(get(address).body()).contains("BEGIN:VTIMEZONE").doesNotContain("BEGIN:VEVENT");
        school.desk.database.transaction(connection -> Sql.update(
                connection,
                "update account set disabled_at = utc_timestamp(3) where id = ?",
                teacher.caller().account()));
        assertThat(wrong(address).statusCode()).isEqualTo(404);
    }

    @Test
    void aSiteIsNamedInItsAddressAsItIs() {
        var site = URLEncoder.encode(school.desk.site, StandardCharsets.UTF_8);
        assertThat(get("/calendar/school/" + site).statusCode()).isEqualTo(404);
        assertThat(get("/calendar/thing/abc.ics").statusCode()).isEqualTo(404);
        assertThat(get("/calendar/mine/").statusCode()).isEqualTo(404);
    }
}
