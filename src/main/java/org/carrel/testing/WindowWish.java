package org.carrel.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A testing window as somebody wants it.
 *
 * @param site code
 * @param days at the site, each once
 * @param first number of the first period, the same on each day
 * @param last number of the last one
 * @param resources what it takes: at least one place, and carts
 * @param request made by the form: asked twice it is opened once
 */
public record WindowWish(
        String site,
        int program,
        String name,
        List<LocalDate> days,
        int first,
        int last,
        List<Long> resources,
        UUID request) {
    public static final int LONGEST_NAME = 100;
    /** More days no window has. */
    public static final int MOST_DAYS = 40;

    public WindowWish {
        name = name.strip();
        days = days.stream().distinct().sorted().toList();
        resources = resources.stream().distinct().sorted().toList();
    }
}
