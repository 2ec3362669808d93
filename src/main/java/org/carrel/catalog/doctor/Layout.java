package org.carrel.catalog.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.carrel.catalog.marc.SingleRecord;
import org.carrel.catalog.marc.SingleRecord.Place;

/**
 * Where the parts of an ISO 2709 record stand in these bytes, as well as it can be told.
 *
 * @param start first byte of the leader: what stands before it belongs to no record
 * @param end behind the last byte of the record, its terminator not counted
 * @param terminated true when a record terminator stands at {@code end}
 * @param base first byte of the first field; {@code end} when there is no directory
 * @param fields in the order of the directory; positions count from 0 of the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a view on the bytes, never compared
record Layout(byte[] bytes, int start, int end, boolean terminated, int base, List<Place> fields) {
    static final int LEADER = 24;
    static final int ENTRY = 12;
    static final byte FIELD_END = 0x1E;
    static final byte RECORD_END = 0x1D;

    static Layout of(byte[] bytes) {
        int start = SingleRecord.beginning(bytes);
        int last = bytes.length;
        while (last > start && isFiller(bytes[last - 1])) last--;
        boolean terminated = last > start && bytes[last - 1] == RECORD_END;
        int end = terminated ? last - 1 : bytes.length;
        var record = Arrays.copyOfRange(bytes, start, terminated ? end + 1 : end);
        var fields = SingleRecord.fields(record).stream()
                .map(place -> new Place(place.tagAt() + start, place.from() + start, place.to() + start))
                .toList();
        return new Layout(bytes, start, end, terminated, base(bytes, start, end, fields), fields);
    }

    private static boolean isFiller(byte b) {
        return b == '\n' || b == '\r' || b == ' ' || b == 0 || b == 0x1A || b == '\t';
    }

    /** The leader's word counts where a directory of whole entries ends there, else the first field terminator. */
    private static int base(byte[] bytes, int start, int end, List<Place> fields) {
        int from = Math.min(start + LEADER, end);
        int close = indexOf(bytes, FIELD_END, from, end);
        int first = fields.stream().mapToInt(Place::from).min().orElse(end);
        int declared = start + number(bytes, start + 12, 5);
        boolean plausible = declared > from && declared <= first && bytes[declared - 1] == FIELD_END;
        if (plausible && (declared - 1 - from) % ENTRY == 0) return declared;
        return close < 0 ? end : Math.min(close + 1, first);
    }

    /** Length with the terminator, as it ought to stand in leader/00-04. */
    int length() {
        return end - start + 1;
    }

    List<Place> fieldsInPlace() {
        var sorted = new ArrayList<>(fields);
        sorted.sort(Comparator.comparingInt(Place::from));
        return sorted;
    }

    boolean isCut(Place field) {
        return field.to() >= end || bytes[field.to()] != FIELD_END;
    }

    /** Behind the terminator of the field. */
    int endOf(Place field) {
        return isCut(field) ? field.to() : field.to() + 1;
    }

    String tag(int entry) {
        return text(entry, 3);
    }

    /** ASCII text, no further than the record goes. */
    String text(int from, int length) {
        return Shown.of(bytes, Math.min(from, end), Math.min(from + length, end));
    }

    /** A number of exactly so many digits, -1 when there is none. */
    int number(int from, int digits) {
        return number(bytes, from, digits);
    }

    private static int number(byte[] bytes, int from, int digits) {
        if (from + digits > bytes.length) return -1;
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') return -1;
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    static int indexOf(byte[] bytes, byte wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) return i;
        }
        return -1;
    }
}
