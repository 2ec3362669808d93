package org.carrel.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything there is about one person.
 *
 * @param patron number
 * @param sections only those that have rows
 * @param looks who looked at the person's records, the latest first
 */
public record PersonFile(long patron, String name, Instant made, List<Section> sections, List<Look> looks) {
    /** What one table says. @param rows texts by column */
    public record Section(String table, List<Map<String, String>> rows) {}

    /**
     * Somebody looked, or did something.
     *
     * @param who name of the account; empty when it was the program, or the account is gone
     * @param why in the words of who looked
     */
    public record Look(Instant at, String who, String action, String why) {}
}
