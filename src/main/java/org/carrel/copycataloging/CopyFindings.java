package org.carrel.copycataloging;

import java.util.List;
import java.util.Optional;

/** What targets have for a number, so far. @param records the best first @param states one for each target, in their order */
public record CopyFindings(List<FoundRecord> records, List<TargetState> states) {
    public CopyFindings {
        records = List.copyOf(records);
        states = List.copyOf(states);
    }

    /** The record with this key; the best one for an empty key. Empty when there is none. */
    public Optional<FoundRecord> record(String key) {
        return records.stream()
                .filter(record -> key.isEmpty() || record.key().equals(key))
                .findFirst();
    }
}
