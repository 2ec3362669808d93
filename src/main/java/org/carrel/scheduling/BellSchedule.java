package org.carrel.scheduling;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The bells of days of one type from a day on, until a later version of them.
 *
 * @param from first day it holds on
 * @param periods in the order of the day; none overlaps another, no number twice
 */
public record BellSchedule(LocalDate from, List<BellPeriod> periods) implements Serializable {
    public BellSchedule {
        periods = periods.stream()
                .sorted(Comparator.comparing(BellPeriod::starts))
                .toList();
    }

    public Optional<BellPeriod> period(int number) {
        return periods.stream().filter(period -> period.number() == number).findFirst();
    }
}
