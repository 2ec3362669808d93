package org.carrel.copycataloging;

import java.util.List;
import org.carrel.catalog.MarcRecord;

/**
 * A record that targets have sent.
 *
 * @param key by which it is known for some minutes
 * @param record with the school's house rules applied, and without what other libraries say of their own copies
 * @param callNumber proposed, in one line; may be empty
 * @param targets names of those that sent the same, the one whose record this is first
 */
public record FoundRecord(String key, MarcRecord record, String callNumber, List<String> targets, RecordMerit merit) {
    public FoundRecord {
        targets = List.copyOf(targets);
    }
}
