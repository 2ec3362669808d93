package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.patrons.OwnClasses;
import org.carrel.scheduling.BellPeriod;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ScheduleBoard;
import org.carrel.scheduling.SessionTeacher;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.Timetables;
import org.carrel.scheduling.UsualPack;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** What the form of a session has to choose from, for who books now. */
@RequestScoped
public class BookingChoices {
    @Inject
    BookingResources resources;

    @Inject
    OwnClasses people;

    @Inject
    Timetables timetables;

    @Inject
    ScheduleBoard board;

    @Inject
    Bookings bookings;

    @Inject
    CurrentCaller caller;

    private Optional<Timetable> timetable = Optional.empty();

    Timetable timetable(String site) {
        var known = timetable.orElseGet(() -> timetables.of(site));
        timetable = Optional.of(known);
        return known;
    }

    /** @param day that is chosen; empty while none is */
    BookingForm.Choices of(String site, Optional<LocalDate> day) {
        var things = new LinkedHashMap<Long, BookingResource>();
        resources.list(site).stream()
                .filter(resource -> !resource.retired())
                .forEach(resource -> things.put(resource.id(), resource));
        var by = caller.required();
        var heads = people.heads(by);
        var classes = people.taughtBy(by).stream()
                .map(known -> new BookingForm.Taught(known, heads.getOrDefault(known.number(), 0)))
                .toList();
        var periods = day.map(on -> timetable(site).periodsOn(on).stream()
                        .map(BellPeriod::number)
                        .toList())
                .orElse(List.of());
        return new BookingForm.Choices(site, things, classes, periods);
    }

    /** What the next form begins with. @param className chosen; empty: whichever it was in this period */
    Optional<ClassSession> last(OptionalInt period, String className) {
        var latest = board.latest(OptionalLong.empty(), caller.required());
        return className.isEmpty() ? UsualPack.of(latest, period) : UsualPack.ofClass(latest, className);
    }

    /** Whether policies can be lifted with a reason, and sessions booked for others. */
    boolean decides(String site) {
        return caller.may(Operation.OVERRIDE_BOOKING, Owner.site(site));
    }

    List<SessionTeacher> roster(String site) {
        return bookings.roster(site, caller.required());
    }
}
