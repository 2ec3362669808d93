package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.carrel.patrons.Patron;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** Who waits, for those whose role tells them; others see the number of the hold. */
@RequestScoped
public class HoldNames {
    @Inject
    Patrons patrons;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private final Map<Long, String> known = new HashMap<>();

    boolean areShown() {
        return caller.may(Operation.SEE_TITLES_OF_PERSON);
    }

    /** {@code Rivera, Maya}, or {@code Hold 412}; empty for nobody. */
    String of(OptionalLong hold, OptionalLong patron) {
        if (hold.isEmpty() || patron.isEmpty()) return "";
        return of(hold.getAsLong(), patron.getAsLong());
    }

    String of(long hold, long patron) {
        if (!areShown()) return number(hold);
        return known.computeIfAbsent(
                patron, id -> patrons.find(id).map(Patron::sortedName).orElseGet(() -> number(hold)));
    }

    String number(long hold) {
        return words.text("holds.number", String.valueOf(hold));
    }

    /** {@code Tue, Oct 5}. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(
                        words.text("holds.dayPattern"), words.language().locale())
                .format(day);
    }
}
