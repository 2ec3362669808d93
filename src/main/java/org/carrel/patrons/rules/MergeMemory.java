package org.carrel.patrons.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.PatronStatus;

/**
 * How two people were before they were made one, as far as the ids of what moved do not say it.
 *
 * @param status of the one who went away; so are the days and the note
 * @param noteAdded whether the note was added to that of the kept one
 * @param sourceTaken whether the kept one had no roster, and got that of the other
 * @param pinMoved whether the kept one got the PIN of the other
 * @param keys ids in rosters of the one who went away
 * @param keptKeys those under which rosters knew the kept one
 * @param followers who had gone into the one who went away
 */
public record MergeMemory(
        PatronStatus status,
        Optional<LocalDate> leftOn,
        Optional<LocalDate> missingSince,
        String note,
        boolean noteAdded,
        boolean sourceTaken,
        boolean pinMoved,
        List<Key> keys,
        List<Key> keptKeys,
        List<Long> followers) {
    public MergeMemory {
        keys = List.copyOf(keys);
        keptKeys = List.copyOf(keptKeys);
        followers = List.copyOf(followers);
    }

    /** An id in a roster. @param latest whether the roster uses it now */
    public record Key(int source, String sourcedId, boolean latest) {}
}
