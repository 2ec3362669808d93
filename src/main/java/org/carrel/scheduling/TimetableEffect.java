package org.carrel.scheduling;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a change of the timetable does to sessions that are to come, one that has begun is left alone, and to what is lent until the end
 * of a period.
 *
 * @param dues of loans, in the order of when they are due now
 */
public record TimetableEffect(List<Moved> moved, List<Casualty> casualties, List<Dues> dues) implements Serializable {
    public static final TimetableEffect NONE = new TimetableEffect(List.of(), List.of(), List.of());

    /** So many loans that are due at one moment and will be at another. */
    public record Dues(Instant from, Instant to, int loans) implements Serializable {}

    /** It keeps its day and its periods. @param span of the new bells */
    public record Moved(ClassSession session, TimeSpan span) implements Serializable {}

    /**
     * It cannot stay in its periods.
     *
     * @param reasons at least one
     * @param keep whether it can stay at its old time all the same
     * @param nearest free time, with all of its parts
     */
    public record Casualty(ClassSession session, List<PartReason> reasons, boolean keep, Optional<SessionWish> nearest)
            implements Serializable {
        public Casualty {
            reasons = List.copyOf(reasons);
        }

        public boolean allows(Choice choice) {
            return switch (choice) {
                case KEEP -> keep;
                case CANCEL -> true;
                case MOVE -> nearest.isPresent();
            };
        }
    }

    /** What becomes of one that cannot stay. */
    public enum Choice {
        /** It stays at its old time, whatever the bells say. */
        KEEP,
        CANCEL,
        /** To the nearest time that is free. */
        MOVE
    }

    public TimetableEffect {
        moved = List.copyOf(moved);
        casualties = List.copyOf(casualties);
        dues = List.copyOf(dues);
    }

    /** The same with what it does to loans. */
    TimetableEffect with(List<Dues> loans) {
        return new TimetableEffect(moved, casualties, loans);
    }

    public boolean hasSessions() {
        return !moved.isEmpty() || !casualties.isEmpty();
    }

    public boolean isEmpty() {
        return !hasSessions() && dues.isEmpty();
    }
}
