package org.carrel.catalog.doctor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.carrel.catalog.Finding;
import org.carrel.catalog.marc.SingleRecord.Place;

/**
 * An ISO 2709 record put together anew: every number computed, leader values that MARC 21 fixes set, the text of the
 * fields as it was. Fields keep their order in the directory, and theirs among the bytes.
 *
 * @param leader 24 bytes, lengths not yet computed
 * @param entries tags in the order of the directory, each with the number of its field among the bytes
 * @param fields in the order of the bytes, without terminators
 */
@SuppressWarnings("ArrayRecordComponent") // built, written and forgotten, never compared
record Frame(byte[] leader, List<Entry> entries, List<byte[]> fields) {
    private static final int LONGEST_FIELD = 9_999;
    private static final int LONGEST_RECORD = 99_999;

    record Entry(String tag, int field) {}

    static Frame of(Layout layout, List<Place> kept) {
        var inPlace = new ArrayList<>(kept);
        inPlace.sort(Comparator.comparingInt(Place::from));
        Map<Place, Integer> numbers = new HashMap<>();
        var fields = new ArrayList<byte[]>();
        for (var place : inPlace) {
            numbers.put(place, fields.size());
            fields.add(Arrays.copyOfRange(layout.bytes(), place.from(), place.to()));
        }
        var entries = kept.stream()
                .map(place -> new Entry(
                        new String(layout.bytes(), place.tagAt(), 3, StandardCharsets.ISO_8859_1),
                        numbers.getOrDefault(place, 0)))
                .toList();
        return new Frame(leader(layout), entries, fields);
    }

    private static byte[] leader(Layout layout) {
        var leader = Arrays.copyOfRange(layout.bytes(), layout.start(), layout.start() + Layout.LEADER);
        for (int i = 0; i < leader.length; i++) {
            if (leader[i] < ' ' || leader[i] == 0x7F || leader[i] == '^' || leader[i] == '\\') leader[i] = ' ';
        }
        put("22", leader, 10);
        put("4500", leader, 20);
        return leader;
    }

    private static void put(String text, byte[] leader, int at) {
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, leader, at, text.length());
    }

    /** The same record in Unicode. */
    Frame inUnicode(UnaryOperator<byte[]> text) {
        var flagged = leader.clone();
        flagged[9] = 'a';
        return new Frame(flagged, entries, fields.stream().map(text).toList());
    }

    /** Empty for what the format cannot hold: a field over 9,999 bytes, a record over 99,999. */
    Optional<byte[]> bytes() {
        var starts = new int[fields.size()];
        int data = 0;
        for (int i = 0; i < starts.length; i++) {
            if (fields.get(i).length + 1 > LONGEST_FIELD) return Optional.empty();
            starts[i] = data;
            data += fields.get(i).length + 1;
        }
        int base = Layout.LEADER + entries.size() * Layout.ENTRY + 1;
        int length = base + data + 1;
        if (length > LONGEST_RECORD) return Optional.empty();
        var record = new ByteArrayOutputStream(length);
        record.writeBytes(numbered(length, base));
        for (var entry : entries) {
            var size = fields.get(entry.field()).length + 1;
            var text = entry.tag() + digits(size, 4) + digits(starts[entry.field()], 5);
            record.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        record.write(Layout.FIELD_END);
        for (var field : fields) {
            record.writeBytes(field);
            record.write(Layout.FIELD_END);
        }
        record.write(Layout.RECORD_END);
        return Optional.of(record.toByteArray());
    }

    private byte[] numbered(int length, int base) {
        var numbered = leader.clone();
        put(digits(length, 5), numbered, 0);
        put(digits(base, 5), numbered, 12);
        return numbered;
    }

    private static String digits(int number, int width) {
        return String.format("%0" + width + "d", number);
    }

    /** In what this record differs from the one it was made of; empty when in nothing, or it cannot be written. */
    Optional<List<Finding>> steps(Layout old) {
        return bytes().map(made -> differences(made, old)).filter(steps -> !steps.isEmpty());
    }

    private static List<Finding> differences(byte[] made, Layout old) {
        var steps = new ArrayList<Finding>();
        var was = Arrays.copyOfRange(old.bytes(), old.start(), old.end());
        if (old.start() > 0) steps.add(Fault.DID_OUTSIDE.at("", old.start()));
        if (differ(made, was, 0, 5)) steps.add(Fault.DID_LENGTH.at(text(made, 0, 5), old.text(old.start(), 5)));
        if (differ(made, was, 5, 12) || differ(made, was, 17, 24)) {
            steps.add(Fault.DID_LEADER_VALUES.at(text(made, 0, 24), ""));
        }
        if (differ(made, was, 12, 17)) {
            steps.add(Fault.DID_BASE.at(text(made, 12, 17), old.text(old.start() + 12, 5)));
        }
        int base = Integer.parseInt(text(made, 12, 17));
        if (differ(made, was, Layout.LEADER, base)) steps.add(Fault.DID_DIRECTORY.at("", ""));
        if (!old.terminated()) steps.add(Fault.DID_RECORD_END.at("", ""));
        return steps;
    }

    private static boolean differ(byte[] made, byte[] was, int from, int to) {
        int wasTo = Math.min(to, was.length);
        return from >= wasTo || !Arrays.equals(made, from, to, was, from, wasTo);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
