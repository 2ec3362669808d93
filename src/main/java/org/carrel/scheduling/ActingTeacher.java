package org.carrel.scheduling;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Somebody has the sessions of a teacher on some days.
 *
 * @param site code
 * @param account of who stands in
 * @param name of who stands in
 * @param to last day, included
 */
public record ActingTeacher(
        long id, String site, SessionTeacher teacher, long account, String name, LocalDate from, LocalDate to)
        implements Serializable {}
