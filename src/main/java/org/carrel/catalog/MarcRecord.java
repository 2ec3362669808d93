package org.carrel.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A MARC 21 record as read: leader and fields in the order of the file, nothing dropped, nothing invented.
 * Text is Unicode in Normalization Form C. Equality is field-for-field, which is what a round trip promises.
 *
 * @param leader 24 characters; positions 00-04 and 12-16 are meaningless here and are computed on writing
 * @param fields in file order, repeated and unknown tags included
 */
public record MarcRecord(String leader, List<MarcField> fields) {
    /** Length of a leader, MARC 21 Record Structure. */
    public static final int LEADER_LENGTH = 24;

    public MarcRecord {
        if (leader.length() != LEADER_LENGTH) {
            throw new IllegalArgumentException("A leader has 24 characters, this one " + leader.length());
        }
        fields = List.copyOf(fields);
    }

    /** The data of the first control field with this tag, e.g. 001. */
    public Optional<String> control(String tag) {
        for (var field : fields) {
            if (field instanceof ControlField control && control.tag().equals(tag)) return Optional.of(control.data());
        }
        return Optional.empty();
    }

    /** All data fields with one of these tags, in record order. */
    public Stream<DataField> data(String... tags) {
        var found = new ArrayList<DataField>(4);
        for (var field : fields) {
            if (field instanceof DataField data && isOneOf(data.tag(), tags)) found.add(data);
        }
        return found.isEmpty() ? Stream.empty() : found.stream();
    }

    private static boolean isOneOf(String tag, String... tags) {
        for (var each : tags) if (tag.equals(each)) return true;
        return false;
    }

    /** A leader position, counted from 0 as in the MARC 21 documentation. */
    public char leaderAt(int position) {
        return leader.charAt(position);
    }
}
