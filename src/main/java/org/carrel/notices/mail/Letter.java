package org.carrel.notices.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * A letter as it is handed to the mail server.
 *
 * @param from its address in the letter; the envelope has the one of the settings
 * @param fromName as people read it
 * @param messageId with its angle brackets, the same at each try
 * @param calendar what calendars take from it; empty: a plain letter
 */
public record Letter(
        String from,
        String fromName,
        String to,
        String subject,
        String body,
        String messageId,
        Instant written,
        Optional<CalendarPart> calendar) {
    /** A plain one. */
    public Letter(
            String from, String fromName, String to, String subject, String body, String messageId, Instant written) {
        this(from, fromName, to, subject, body, messageId, written, Optional.empty());
    }
}
