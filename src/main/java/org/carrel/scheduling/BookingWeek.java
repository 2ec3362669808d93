package org.carrel.scheduling;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What a grid shows.
 *
 * @param days Monday to the last day of the week that has a type, at least to Friday
 * @param resources that can be booked, and those that sessions of the week have
 * @param sessions live ones, in the order of the day
 */
public record BookingWeek(
        Timetable timetable, List<LocalDate> days, List<BookingResource> resources, List<ClassSession> sessions)
        implements Serializable {}
