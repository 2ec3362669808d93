package org.carrel.scheduling;

import java.io.Serializable;
import java.util.Optional;
import org.carrel.scheduling.ics.IcsCalendar;
import org.carrel.scheduling.ics.IcsCalendar.Method;
import org.carrel.scheduling.ics.IcsEvent;

/**
 * A session as calendars take it from a letter (RFC 5546).
 *
 * @param type Content-Type of the part, which names what is asked as the text does (B-38)
 */
public record SessionMessage(String text, String type) implements Serializable {
    /** Name and mail address of somebody. */
    public record Person(String name, String mail) implements Serializable {
        private IcsEvent.Person ics() {
            return new IcsEvent.Person(name, mail);
        }
    }

    /**
     * To put it into a calendar, or to take it out.
     *
     * @param on false: for who reads this it does not take place (any more)
     */
    public static SessionMessage of(ClassSession session, SessionShown shown, boolean on, Person to, Person from) {
        var event = SessionIcs.event(session, shown, Optional.of(to.ics()));
        var method = on ? Method.REQUEST : Method.CANCEL;
        return new SessionMessage(
                IcsCalendar.message(method, on ? event : event.cancelled(), from.ics()), method.type());
    }
}
