package org.carrel.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as people type them: {@code 2026-11-26}, as browsers send it, or {@code 11/26/2026}. */
public final class Days {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern US = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final int EARLIEST = 1990;
    private static final int LATEST = 2199;

    private Days() {}

    /** Empty for what is no day, or one that no calendar of a school has. */
    public static Optional<LocalDate> read(String typed) {
        var iso = ISO.matcher(typed);
        if (iso.matches()) return day(iso.group(1), iso.group(2), iso.group(3));
        var us = US.matcher(typed);
        return us.matches() ? day(us.group(3), us.group(1), us.group(2)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        var number = Integer.parseInt(year);
        if (number < EARLIEST || number > LATEST) return Optional.empty();
        try {
            return Optional.of(LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
