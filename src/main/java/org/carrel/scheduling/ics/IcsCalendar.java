package org.carrel.scheduling.ics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes calendars (RFC 5545): as a feed to subscribe to, and as a message that asks or calls off (RFC 5546). Own code, as the libraries
 * that there are fold lines by characters and leave out the rules of time zones.
 */
public final class IcsCalendar {
    /** Media type of a feed. */
    public static final String TYPE = "text/calendar; charset=UTF-8";

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** So much around the events is told of the clock's changes. */
    private static final Duration AROUND = Duration.ofDays(400);
    /** From when on the clock is told where there is no event: always the same, as the text is while nothing changes. */
    private static final Instant WITHOUT_EVENTS = Instant.parse("2026-01-01T00:00:00Z");

    private IcsCalendar() {}

    /** What a message of an event asks for. It stands in the part and in its Content-Type (B-38). */
    public enum Method {
        REQUEST,
        CANCEL;

        /** The Content-Type of the part. */
        public String type() {
            return "text/calendar; charset=UTF-8; method=" + name();
        }
    }

    /** To subscribe to. @param name as calendars show it @param zone told where there is no event: a calendar without anything is none (3.4) */
    public static String feed(String name, ZoneId zone, Duration refresh, List<IcsEvent> events) {
        var head = List.of(
                "METHOD:PUBLISH",
                "X-WR-CALNAME:" + IcsLine.text(name),
                "NAME:" + IcsLine.text(name),
                "REFRESH-INTERVAL;VALUE=DURATION:" + refresh,
                "X-PUBLISHED-TTL:" + refresh);
        if (!events.isEmpty()) return written(head, events, Optional.empty());
        return folded(calendar(head, IcsTimeZone.lines(zone, WITHOUT_EVENTS, WITHOUT_EVENTS)));
    }

    /** One event, to whom it names. @param organizer from whom it comes */
    public static String message(Method method, IcsEvent event, IcsEvent.Person organizer) {
        return written(List.of("METHOD:" + method.name()), List.of(event), Optional.of(organizer));
    }

    private static String written(List<String> head, List<IcsEvent> events, Optional<IcsEvent.Person> organizer) {
        var lines = new ArrayList<String>();
        for (var zone : events.stream().map(IcsEvent::zone).distinct().toList())
            if (!isUtc(zone)) lines.addAll(zone(zone, events));
        for (var event : events) lines.addAll(event(event, organizer));
        return folded(calendar(head, lines));
    }

    private static List<String> calendar(List<String> head, List<String> components) {
        var lines = new ArrayList<>(List.of(
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Carrel//Class sessions//EN", "CALSCALE:GREGORIAN"));
        lines.addAll(head);
        lines.addAll(components);
        lines.add("END:VCALENDAR");
        return lines;
    }

    private static String folded(List<String> lines) {
        var text = new StringBuilder();
        for (var line : lines) text.append(IcsLine.folded(line));
        return text.toString();
    }

    private static List<String> zone(ZoneId zone, List<IcsEvent> events) {
        var here = events.stream().filter(event -> event.zone().equals(zone)).toList();
        var first = here.stream().map(IcsEvent::starts).min(Instant::compareTo).orElseThrow();
        var last = here.stream().map(IcsEvent::ends).max(Instant::compareTo).orElseThrow();
        return IcsTimeZone.lines(zone, first.minus(AROUND), last.plus(AROUND));
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    private static List<String> event(IcsEvent event, Optional<IcsEvent.Person> organizer) {
        var lines = new ArrayList<String>();
        lines.add("BEGIN:VEVENT");
        lines.add("UID:" + IcsLine.text(event.uid()));
        lines.add("DTSTAMP:" + UTC.format(event.changed()));
        lines.add("LAST-MODIFIED:" + UTC.format(event.changed()));
        lines.add("SEQUENCE:" + event.sequence());
        lines.add("DTSTART" + time(event.zone(), event.starts()));
        lines.add("DTEND" + time(event.zone(), event.ends()));
        lines.add("SUMMARY:" + IcsLine.text(event.summary()));
        if (!event.description().isEmpty()) lines.add("DESCRIPTION:" + IcsLine.text(event.description()));
        if (!event.location().isEmpty()) lines.add("LOCATION:" + IcsLine.text(event.location()));
        if (!event.url().isEmpty()) lines.add("URL:" + event.url());
        lines.add("STATUS:" + event.state().name());
        organizer.ifPresent(from -> lines.add("ORGANIZER" + person(from)));
        event.attendee().ifPresent(to -> lines.add("ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE" + person(to)));
        lines.add("END:VEVENT");
        return lines;
    }

    private static String time(ZoneId zone, Instant moment) {
        if (isUtc(zone)) return ":" + UTC.format(moment);
        return ";TZID=" + zone.getId() + ":" + LOCAL.format(moment.atZone(zone));
    }

    private static String person(IcsEvent.Person person) {
        var name = person.name().isEmpty() ? "" : ";CN=" + IcsLine.quoted(person.name());
        return name + ":mailto:" + person.mail();
    }
}
