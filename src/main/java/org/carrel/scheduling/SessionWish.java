package org.carrel.scheduling;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A session as somebody wants it. All of its parts or none.
 *
 * @param site code
 * @param day at the site
 * @param first number of its first period
 * @param last number of its last; not before the first in the order of the day
 * @param teacher number of the {@link SessionTeacher}; empty: who asks
 * @param about what it is about
 * @param parts each resource once, in the order of their numbers
 * @param request made by the form: asked twice it is booked once, and answered alike
 */
public record SessionWish(
        String site,
        LocalDate day,
        int first,
        int last,
        OptionalLong teacher,
        SessionFacts about,
        List<PartWish> parts,
        UUID request)
        implements Serializable {
    public SessionWish {
        parts = parts.stream()
                .sorted(Comparator.comparingLong(PartWish::resource))
                .toList();
        if (parts.stream().map(PartWish::resource).distinct().count() != parts.size())
            throw new IllegalArgumentException("A resource twice: " + parts);
    }

    /** The same at another time. */
    public SessionWish at(LocalDate otherDay, int otherFirst, int otherLast) {
        return new SessionWish(site, otherDay, otherFirst, otherLast, teacher, about, parts, request);
    }

    /** The same with other things. */
    public SessionWish with(List<PartWish> others) {
        return new SessionWish(site, day, first, last, teacher, about, others, request);
    }

    /** The same for this teacher. @param number of the {@link SessionTeacher} */
    public SessionWish of(long number) {
        return new SessionWish(site, day, first, last, OptionalLong.of(number), about, parts, request);
    }

    /** The same about something else. */
    public SessionWish about(SessionFacts other) {
        return new SessionWish(site, day, first, last, teacher, other, parts, request);
    }

    /** The same as another request. */
    public SessionWish as(UUID other) {
        return new SessionWish(site, day, first, last, teacher, about, parts, other);
    }
}
