package org.carrel.catalog;

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
        return fields.stream()
                .filter(field -> field instanceof ControlField && field.tag().equals(tag))
                .map(field -> ((ControlField) field).data())
                .findFirst();
    }

    /** All data fields with one of these tags, in record order. */
    public Stream<DataField> data(String... tags) {
        var wanted = List.of(tags);
        return fields.stream()
                .filter(field -> field instanceof DataField && wanted.contains(field.tag()))
                .map(DataField.class::cast);
    }

    /** A leader position, counted from 0 as in the MARC 21 documentation. */
    public char leaderAt(int position) {
        return leader.charAt(position);
    }
}
