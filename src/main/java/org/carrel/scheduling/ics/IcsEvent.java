package org.carrel.scheduling.ics;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Something that a calendar shows, a VEVENT (RFC 5545, 3.6.1).
 *
 * @param uid the same for the life of the event, wherever it moves (B-39)
 * @param sequence rises with each change that people have to know of (RFC 5546, 2.1.4); from 0
 * @param changed when it was last changed
 * @param zone in which its hours are meant: what is told is local time in this zone, never floating (B-41)
 * @param ends after the start
 * @param summary one line
 * @param description may have several lines; empty for none
 * @param location empty for none
 * @param url empty for none
 * @param attendee to whom a message of it goes; empty in feeds
 */
public record IcsEvent(
        String uid,
        int sequence,
        Instant changed,
        ZoneId zone,
        Instant starts,
        Instant ends,
        String summary,
        String description,
        String location,
        String url,
        State state,
        Optional<Person> attendee)
        implements Serializable {
    /** As the school has it. */
    public enum State {
        CONFIRMED,
        /** Somebody has still to approve it. */
        TENTATIVE,
        CANCELLED
    }

    /** Name and address. @param name empty for none @param mail of the shape a@b */
    public record Person(String name, String mail) implements Serializable {}

    /** The same, as it is called off. */
    public IcsEvent cancelled() {
        return new IcsEvent(
                uid,
                sequence,
                changed,
                zone,
                starts,
                ends,
                summary,
                description,
                location,
                url,
                State.CANCELLED,
                attendee);
    }

    public IcsEvent {
        if (uid.isBlank() || sequence < 0 || !starts.isBefore(ends))
            throw new IllegalArgumentException("No event: " + uid + ", " + sequence + ", " + starts + ", " + ends);
    }
}
