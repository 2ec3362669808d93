package org.carrel.scheduling;

import java.io.Serializable;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Who may book what, when and how much of it: data that the librarian edits. Days are days of school.
 *
 * @param roles who may; others are refused
 * @param latest how long before it begins a session can be booked at the latest; zero: until it begins
 * @param daysAhead how many days of school ahead; empty: as far as there are days
 * @param perDay sessions of one teacher; empty: no limit
 * @param perWeek weeks begin on Monday, in the zone of the site (B-30)
 * @param perTerm terms of the school's calendar
 * @param daysInARow days of school that follow each other
 * @param approval whether somebody has to approve
 * @param cancel how long before it begins a session can be called off without counting as used
 */
public record BookingPolicy(
        Set<Booker> roles,
        Duration latest,
        OptionalInt daysAhead,
        OptionalInt perDay,
        OptionalInt perWeek,
        OptionalInt perTerm,
        OptionalInt daysInARow,
        boolean approval,
        Duration cancel)
        implements Serializable {
    /** Who books, as policies tell them apart. */
    public enum Booker {
        TEACHER,
        TECHNICIAN,
        LIBRARIAN,
        ADMINISTRATOR
    }

    /**
     * Twelve weeks ahead, five days in a row, a notice of twelve hours: what school libraries write on their doors. Technicians bring no
     * classes: they book only what goes by a policy that names them.
     */
    public static final BookingPolicy USUAL = new BookingPolicy(
            Set.of(Booker.TEACHER, Booker.LIBRARIAN, Booker.ADMINISTRATOR),
            Duration.ofHours(12),
            OptionalInt.of(60),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.of(5),
            false,
            Duration.ofHours(12));

    public BookingPolicy {
        roles = Set.copyOf(roles);
    }
}
