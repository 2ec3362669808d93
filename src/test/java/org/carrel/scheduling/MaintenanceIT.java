package org.carrel.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.TestBookings.MONDAY;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.patrons.OwnClasses;
import org.carrel.scheduling.BookingAnswer.Booked;
import org.carrel.scheduling.BookingAnswer.Refused;
import org.carrel.scheduling.BookingAnswer.Stopped;
import org.carrel.scheduling.BookingReason.Kind;
import org.carrel.scheduling.SessionChange.Why;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is out of use, against the real database. */
class MaintenanceIT {
    private TestBookings school;
    private Maintenance maintenance;
    private Caller technician;
    private long zone;

    @BeforeEach
    void open() {
        school = TestBookings.open();
        var desk = school.desk;
        maintenance = new Maintenance(
                desk.database, desk.clock, desk.calendar, new OwnClasses(desk.database, desk.clock), List.of());
        technician = school.somebody(Role.TECHNICIAN);
        zone = school.zone(2, 60);
    }

    @AfterEach
    void close() {
        if (school != null) school.close();
    }

    private SessionWish out(int first, int last) {
        return new SessionWish(
                school.desk.site,
                MONDAY,
                first,
                last,
                OptionalLong.empty(),
                new SessionFacts(OptionalLong.empty(), "", "", 0, "", "It is painted", "", 0),
                List.of(new PartWish(zone, 1, true)),
                UUID.randomUUID());
    }

    @Test
    void whatIsOutOfUseNobodyBooksUntilItIsBack() {
        var wish = out(1, 4);
        var first = maintenance.book(wish, technician);
        assertThat(first).isInstanceOf(Booked.class);
        assertThat(maintenance.book(wish, technician)).as("sent twice").isEqualTo(first);
        var session = ((Booked) first).session();
        assertThat(session.kind()).isEqualTo(ClassSession.Kind.MAINTENANCE);
        assertThat(school.holds()).as("both classes that fit in").isEqualTo(2);
        assertThat(maintenance.list(school.desk.site, MONDAY, MONDAY, technician))
                .containsExactly(session);

        var teacher = school.teacher();
        var refused = (Refused) school.bookings.book(school.wish(MONDAY, 4, zone), Optional.empty(), teacher);
        assertThat(refused.reasons())
                .extracting(reason -> reason.reason().kind())
                .containsExactly(Kind.TAKEN);
        school.booked(school.wish(MONDAY, 5, zone), teacher);

        assertThat(maintenance.end(session.id(), teacher)).isEqualTo(new SessionChange.No(Why.NO_SUCH_SESSION));
        assertThat(maintenance.end(session.id(), technician)).isInstanceOf(SessionChange.Done.class);
        assertThat(maintenance.end(session.id(), technician)).isEqualTo(new SessionChange.No(Why.NOT_NOW));
        assertThat(maintenance.list(school.desk.site, MONDAY, MONDAY, technician))
                .isEmpty();
        school.booked(school.wish(MONDAY, 4, zone), teacher);
    }

    @Test
    void whatSomebodyHasBookedStandsInItsWay() {
        var session = school.booked(school.wish(MONDAY, 3, zone), school.teacher());
        var refused = (Refused) maintenance.book(out(1, 4), technician);
        assertThat(refused.reasons())
                .extracting(reason -> reason.reason().kind())
                .containsExactly(Kind.TAKEN);
        assertThat(school.bookings.find(session.id())).contains(session);
        assertThat(maintenance.end(session.id(), technician))
                .as("sessions of classes are not ended here")
                .isEqualTo(new SessionChange.No(Why.NO_SUCH_SESSION));
    }

    @Test
    void onlyWhoRepairsThingsOfTheSiteMaySaySo() {
        assertThat(maintenance.book(out(1, 1), school.teacher())).isEqualTo(new Stopped(Why.NOT_ALLOWED));
        var elsewhere =
                new Caller(technician.account(), technician.username(), "", Role.TECHNICIAN, Optional.of("ELSEWHERE"));
        assertThat(maintenance.book(out(1, 1), elsewhere)).isEqualTo(new Stopped(Why.NOT_ALLOWED));
        assertThat(maintenance.list(school.desk.site, MONDAY, MONDAY, elsewhere))
                .isEmpty();
        assertThat(school.holds()).isZero();
    }
}
