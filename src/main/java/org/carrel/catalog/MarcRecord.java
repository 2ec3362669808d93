package org.carrel.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A MARC 21 record as read: leader and fields in the order of the file, nothing dropped, nothing invented.
 * Text is Unicode in Normalization Form C. Equality is field-for-field, which is what a round trip promises.
 */
public final class MarcRecord {
    /** Length of a leader, MARC 21 Record Structure. */
    public static final int LEADER_LENGTH = 24;

    private final String leader;
    private final List<MarcField> fields;
    /** Of each data field its tag as a number: mapping a record asks for tags some hundred times. */
    private final int[] tags;

    /**
     * @param leader 24 characters; positions 00-04 and 12-16 are meaningless here and are computed on writing
     * @param fields in file order, repeated and unknown tags included
     */
    public MarcRecord(String leader, List<? extends MarcField> fields) {
        if (leader.length() != LEADER_LENGTH) {
            throw new IllegalArgumentException("A leader has 24 characters, this one " + leader.length());
        }
        this.leader = leader;
        this.fields = List.copyOf(fields);
        this.tags = new int[this.fields.size()];
        for (var i = 0; i < tags.length; i++) {
            if (this.fields.get(i) instanceof DataField data) tags[i] = number(data.tag());
        }
    }

    /** Two tags of one number may differ; tags of three Latin letters and digits have numbers of their own. Never 0. */
    private static int number(String tag) {
        var number = 1;
        for (var i = 0; i < tag.length(); i++) number = number << 8 ^ tag.charAt(i);
        return number == 0 ? 1 : number;
    }

    public String leader() {
        return leader;
    }

    public List<MarcField> fields() {
        return fields;
    }

    /** The data of the first control field with this tag, e.g. 001. */
    public Optional<String> control(String tag) {
        for (var field : fields) {
            if (field instanceof ControlField control && control.tag().equals(tag)) return Optional.of(control.data());
        }
        return Optional.empty();
    }

    /** All data fields with one of these tags, in record order. */
    public Stream<DataField> data(String... wanted) {
        var numbers = new int[wanted.length];
        for (var i = 0; i < wanted.length; i++) numbers[i] = number(wanted[i]);
        List<DataField> found = List.of();
        for (var at = 0; at < tags.length; at++) {
            for (var i = 0; i < numbers.length; i++) {
                if (tags[at] != numbers[i] || !(fields.get(at) instanceof DataField data)) continue;
                if (!data.tag().equals(wanted[i])) continue;
                if (found.isEmpty()) found = new ArrayList<>(4);
                found.add(data);
                break;
            }
        }
        return found.stream();
    }

    /** A leader position, counted from 0 as in the MARC 21 documentation. */
    public char leaderAt(int position) {
        return leader.charAt(position);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MarcRecord record && leader.equals(record.leader) && fields.equals(record.fields);
    }

    @Override
    public int hashCode() {
        return 31 * leader.hashCode() + fields.hashCode();
    }

    @Override
    public String toString() {
        return "MarcRecord[leader=" + leader + ", fields=" + fields + "]";
    }
}
