package org.carrel.scheduling.rules;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.carrel.scheduling.TimeSpan;

/**
 * Which lanes of a place a session takes. A place for k classes has lanes 1 to k, and a lane is for one session at a time, which the
 * database enforces; so capacity is a constraint and no sum.
 */
public final class Lanes {
    private Lanes() {}

    /** A lane that is taken, time to make ready and to clear away included. */
    public record Taken(int lane, TimeSpan span) {}

    /**
     * The lanes to take: the lowest free one, or all of them for who wants nobody else there (B-45: the strictest wins, whatever came
     * first).
     *
     * @param classes how many classes there is room for, at least 1
     * @return empty when it cannot be had
     */
    public static List<Integer> free(int classes, Collection<Taken> taken, TimeSpan span, boolean alone) {
        var free = IntStream.rangeClosed(1, classes)
                .filter(lane -> taken.stream()
                        .noneMatch(other -> other.lane() == lane && other.span().overlaps(span)))
                .boxed()
                .toList();
        if (alone) return free.size() == classes ? free : List.of();
        return free.isEmpty() ? List.of() : List.of(free.getFirst());
    }

    /** Somebody who is there for a while. @param people heads, not negative */
    public record Present(int people, TimeSpan span) {}

    /** Most people at any moment of the span, without who asks. */
    public static int most(Collection<Present> present, TimeSpan span) {
        var there = present.stream().filter(each -> each.span().overlaps(span)).toList();
        // The number rises only when somebody comes.
        return there.stream()
                .map(each -> each.span().starts().isBefore(span.starts())
                        ? span.starts()
                        : each.span().starts())
                .mapToInt(moment -> there.stream()
                        .filter(each -> each.span().holds(moment))
                        .mapToInt(Present::people)
                        .sum())
                .max()
                .orElse(0);
    }
}
