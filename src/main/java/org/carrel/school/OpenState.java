package org.carrel.school;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** What a door sign says at a moment. */
public sealed interface OpenState {
    record Open(LocalTime until) implements OpenState {}

    /** Not yet, or not again: later today. */
    record Later(LocalTime from) implements OpenState {}

    /** Not at all today. @param why empty on a day that is never open */
    record ClosedToday(Optional<Closure> why) implements OpenState {}

    /** The day is over. @param nextFrom when it opens on the next day that is open */
    record Over(LocalDate nextDay, LocalTime nextFrom) implements OpenState {}

    /** Nobody has said when, or never again within a year. */
    record Unknown() implements OpenState {}
}
