package org.carrel.patrons.rules;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** When a watched folder is looked at. */
public final class FolderTimes {
    private FolderTimes() {}

    /**
     * @param time of day; empty: always
     * @param looked when it was looked at last; empty: not since the start, which then counts as a look of the day before
     */
    public static boolean isDue(Optional<LocalTime> time, Optional<LocalDateTime> looked, LocalDateTime now) {
        if (time.isEmpty()) return true;
        var today = now.toLocalDate().atTime(time.get());
        var last = now.isBefore(today) ? today.minusDays(1) : today;
        return looked.isEmpty() ? !now.isBefore(today) : looked.get().isBefore(last);
    }
}
