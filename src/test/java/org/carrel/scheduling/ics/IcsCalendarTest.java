package org.carrel.scheduling.ics;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we write, as two other programs read it. */
class IcsCalendarTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/carrel/scheduling/ics");
    private static final Instant CHANGED = Instant.parse("2027-02-26T15:00:00Z");
    private static final IcsEvent.Person TEACHER = new IcsEvent.Person("Chen, Dana", "dchen@school.example");
    private static final IcsEvent.Person SCHOOL = new IcsEvent.Person("Lakeside Media Center", "media@school.example");

    private static IcsEvent event(String zone, LocalDate day, String from, String until) {
        var id = ZoneId.of(zone);
        return new IcsEvent(
                day + "-7@carrel.school.example",
                2,
                CHANGED,
                id,
                day.atTime(LocalTime.parse(from)).atZone(id).toInstant(),
                day.atTime(LocalTime.parse(until)).atZone(id).toInstant(),
                "Volcanoes, grade 5; Año nuevo \\ 🌋🌋 "
                        + "and a title that is much longer than what fits into one row",
                "Zone A\nCart A, 26 Chromebooks",
                "Library",
                "https://carrel.school.example/sessions/7",
                IcsEvent.State.CONFIRMED,
                Optional.of(TEACHER));
    }

    /** Two weeks around each change of the clock, and later years for who copies an event there. */
    private static List<IcsEvent> around(String zone) {
        var events = new ArrayList<IcsEvent>();
        for (var first : List.of("2027-03-08", "2027-03-24", "2027-04-01", "2027-09-22", "2027-10-25", "2027-11-01"))
            for (var day = 0; day < 14; day += 2)
                events.add(event(zone, LocalDate.parse(first).plusDays(day), "12:30", "13:20"));
        events.add(event(zone, LocalDate.of(2031, 7, 1), "08:10", "08:55"));
        return events;
    }

    private static List<Instant> biweekly(String text) {
        return Biweekly.parse(text).first().getEvents().stream()
                .map(event -> event.getDateStart().getValue().toInstant())
                .toList();
    }

    private static List<Instant> ical4j(String text) throws IOException, ParserException {
        return new CalendarBuilder()
                .build(new StringReader(text)).<VEvent>getComponents("VEVENT").stream()
                        .map(event -> event.<Temporal>getDateTimeStart().getDate())
                        .map(Instant::from)
                        .toList();
    }

    /** biweekly 0.6.8 takes the hour of a change for UTC, far in the east, and knows no summer time of half an hour. */
    private static boolean changes(IcsEvent event) {
        if (event.zone().getId().equals("Australia/Lord_Howe")) return true;
        var midnight = event.starts().atZone(event.zone()).toLocalDate().atStartOfDay(event.zone());
        return !midnight.getOffset().equals(midnight.plusDays(1).getOffset());
    }

    /** B-01 to B-04, B-40, B-41: the same instants, whoever reads them, in zones east, west, south and without changes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/Chicago",
                "America/Los_Angeles",
                "America/Phoenix",
                "America/Santiago",
                "America/St_Johns",
                "Asia/Kolkata",
                "Australia/Lord_Howe",
                "Europe/Helsinki",
                "Pacific/Auckland",
                "UTC"
            })
    void b40TwoOtherProgramsReadTheSameInstants(String zone) throws IOException, ParserException {
        var events = around(zone);
        var text = IcsCalendar.feed("Lakeside", ZoneId.of(zone), Duration.ofHours(1), events);
        var wanted = events.stream().map(IcsEvent::starts).toList();
        assertThat(ical4j(text)).isEqualTo(wanted);
        var usual = events.stream().filter(event -> !changes(event)).toList();
        if (!usual.isEmpty())
            assertThat(biweekly(IcsCalendar.feed("Lakeside", ZoneId.of(zone), Duration.ofHours(1), usual)))
                    .isEqualTo(usual.stream().map(IcsEvent::starts).toList());
        assertThat(text.lines()).allMatch(row -> row.getBytes(StandardCharsets.UTF_8).length <= 75);
        if (!zone.equals("UTC")) assertThat(text).contains("BEGIN:VTIMEZONE").contains("TZID=" + zone);
    }

    @Test
    void whatPeopleTypedIsReadBackAsItWas() throws IOException, ParserException {
        var event = event("America/Chicago", LocalDate.of(2027, 3, 2), "08:10", "08:55");
        var text = IcsCalendar.message(IcsCalendar.Method.REQUEST, event, SCHOOL);
        var read = Biweekly.parse(text).first().getEvents().getFirst();
        assertThat(read.getSummary().getValue()).isEqualTo(event.summary());
        assertThat(read.getDescription().getValue()).isEqualTo(event.description());
        assertThat(read.getAttendees().getFirst().getCommonName()).isEqualTo("Chen, Dana");
        VEvent other = new CalendarBuilder()
                .build(new StringReader(text))
                .<VEvent>getComponents("VEVENT")
                .getFirst();
        assertThat(other.getSummary().getValue()).isEqualTo(event.summary());
        assertThat(other.getUid().orElseThrow().getValue()).isEqualTo(event.uid());
    }

    /** B-38, B-39: who calls off says so in the message, of the same event, with a higher number. */
    @Test
    void b38CallingOffNamesTheEventAndRises() {
        var asked = event("America/Chicago", LocalDate.of(2027, 3, 2), "08:10", "08:55");
        var off = new IcsEvent(
                asked.uid(),
                asked.sequence() + 1,
                CHANGED,
                asked.zone(),
                asked.starts(),
                asked.ends(),
                asked.summary(),
                "",
                "",
                "",
                IcsEvent.State.CANCELLED,
                asked.attendee());
        var text = IcsCalendar.message(IcsCalendar.Method.CANCEL, off, SCHOOL);
        assertThat(text)
                .contains("METHOD:CANCEL\r\n")
                .contains("STATUS:CANCELLED\r\n")
                .contains("SEQUENCE:3\r\n");
        assertThat(IcsCalendar.Method.CANCEL.type()).endsWith("method=CANCEL");
        assertThat(Biweekly.parse(text).first().getEvents().getFirst().getUid().getValue())
                .isEqualTo(asked.uid());
    }

    private static List<IcsEvent> aroundSpring(String zone) {
        return List.of(
                event(zone, LocalDate.of(2027, 3, 12), "12:30", "13:20"),
                event(zone, LocalDate.of(2027, 3, 15), "12:30", "13:20"));
    }

    /** As it lies there: written by us once, read by two other programs with the same instants. */
    private static void assertGolden(String text, String name, List<IcsEvent> events)
            throws IOException, ParserException {
        var file = GOLDEN.resolve(name + ".ics");
        if (Boolean.getBoolean("carrel.test.golden")) Files.writeString(file, text);
        var golden = Files.readString(file);
        assertThat(text).isEqualTo(golden);
        var wanted = events.stream().map(IcsEvent::starts).toList();
        assertThat(ical4j(golden)).isEqualTo(wanted);
        assertThat(biweekly(golden)).isEqualTo(wanted);
    }

    /** B-40: with the rules of its zone. */
    @ParameterizedTest
    @ValueSource(
            strings = {"America/Chicago", "Europe/Helsinki", "Pacific/Auckland", "America/Phoenix", "Asia/Kolkata"})
    void b40AFeedIsAsItsGoldenFile(String zone) throws IOException, ParserException {
        var events = aroundSpring(zone);
        var text = IcsCalendar.feed("Lakeside Media Center", ZoneId.of(zone), Duration.ofHours(1), events);
        assertGolden(text, zone.replace('/', '-'), events);
    }

    /** B-38: what asks and what calls off. */
    @ParameterizedTest
    @ValueSource(
            strings = {"America/Chicago", "Europe/Helsinki", "Pacific/Auckland", "America/Phoenix", "Asia/Kolkata"})
    void b38MessagesAreAsTheirGoldenFiles(String zone) throws IOException, ParserException {
        var event = aroundSpring(zone).getLast();
        var name = zone.replace('/', '-');
        var asked = IcsCalendar.message(IcsCalendar.Method.REQUEST, event, SCHOOL);
        assertGolden(asked, name + "-request", List.of(event));
        var off = IcsCalendar.message(IcsCalendar.Method.CANCEL, event.cancelled(), SCHOOL);
        assertGolden(off, name + "-cancel", List.of(event));
        assertThat(asked).contains("METHOD:REQUEST\r\n", "STATUS:CONFIRMED\r\n");
        assertThat(off).contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n");
    }

    /** B-41: who subscribes before anything is booked gets a calendar that programs take. */
    @Test
    void b41ACalendarWithoutEventsHasItsZone() throws IOException, ParserException {
        var zone = ZoneId.of("America/Chicago");
        var text = IcsCalendar.feed("Lakeside", zone, Duration.ofHours(1), List.of());
        assertThat(ical4j(text)).isEmpty();
        assertThat(biweekly(text)).isEmpty();
        assertThat(text).contains("BEGIN:VTIMEZONE\r\nTZID:America/Chicago\r\n");
        assertThat(IcsCalendar.feed("Lakeside", zone, Duration.ofHours(1), List.of()))
                .isEqualTo(text);
    }

    /** B-04, B-40: near midnight, and over the hour that the clock skips or shows twice, each event is on its own day. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York",
                "America/Phoenix",
                "Europe/Madrid",
                "Australia/Lord_Howe",
                "Pacific/Kiritimati"
            })
    void b04NearMidnightOtherProgramsReadTheSameDay(String zone) throws IOException, ParserException {
        var events = new ArrayList<IcsEvent>();
        for (var day = LocalDate.of(2027, 3, 1); day.isBefore(LocalDate.of(2027, 11, 20)); day = day.plusDays(1)) {
            events.add(event(zone, day, "00:10", "00:40"));
            events.add(event(zone, day, "23:30", "23:55"));
        }
        var text = IcsCalendar.feed("Lakeside", ZoneId.of(zone), Duration.ofHours(1), events);
        assertThat(ical4j(text)).isEqualTo(events.stream().map(IcsEvent::starts).toList());
        for (var event : events)
            assertThat(text)
                    .contains("DTSTART;TZID=" + zone + ":"
                            + event.starts()
                                    .atZone(event.zone())
                                    .format(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")));
    }
}
