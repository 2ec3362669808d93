package org.carrel.devices.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.devices.DepreciationRule;

/** What a device is worth: straight-line, by days, from its price to what is left at the end of its life. */
public final class Depreciation {
    private Depreciation() {}

    /** What it is worth in the end. @param price in cents; half a cent is rounded up */
    public static int residual(int price, DepreciationRule rule) {
        return Math.toIntExact(Math.round((double) price * rule.residualPercent() / DepreciationRule.ALL));
    }

    /** The day on which nothing more is taken off. */
    public static LocalDate endOfLife(LocalDate acquired, DepreciationRule rule) {
        return acquired.plusMonths(rule.lifeMonths());
    }

    /** In cents. Before it was bought it is worth its price. */
    public static int value(int price, LocalDate acquired, LocalDate on, DepreciationRule rule) {
        var end = endOfLife(acquired, rule);
        if (!on.isAfter(acquired)) return price;
        var left = residual(price, rule);
        if (!on.isBefore(end)) return left;
        var used = ChronoUnit.DAYS.between(acquired, on);
        var life = ChronoUnit.DAYS.between(acquired, end);
        return price - Math.toIntExact((price - left) * used / life);
    }

    /** By when a new one is needed: when the maker's support ends or its life does, whichever comes first. */
    public static Optional<LocalDate> replacement(
            Optional<LocalDate> acquired, Optional<LocalDate> supportEnds, DepreciationRule rule) {
        return Stream.of(acquired.map(day -> endOfLife(day, rule)), supportEnds)
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }
}
