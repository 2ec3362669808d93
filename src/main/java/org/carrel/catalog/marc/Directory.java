package org.carrel.catalog.marc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Which bytes of an ISO 2709 record belong to which tag. Where the directory and the bytes agree the directory rules,
 * in whatever order it stands; where they do not, {@link DirectoryRepair} does what can be done.
 */
final class Directory {
    static final int LEADER = 24;
    static final int ENTRY = 12;
    static final byte FIELD_END = 0x1E;

    private final byte[] bytes;
    private final int end;
    private final Findings findings;
    private final List<Slice> slices = new ArrayList<>(32);

    /** One field: where its tag stands, and its data without the terminator. */
    record Slice(int tagAt, int from, int to) {}

    private Directory(byte[] bytes, int end, Findings findings) {
        this.bytes = bytes;
        this.end = end;
        this.findings = findings;
    }

    /** In the order of the directory. Empty when the record has no directory that can be made out. */
    static List<Slice> read(byte[] bytes, int end, Findings findings) {
        var directory = new Directory(bytes, end, findings);
        directory.read();
        return directory.slices;
    }

    private void read() {
        int close = indexOf(FIELD_END, 0);
        if (close < 0) return;
        int declared = number(bytes, 12, 5);
        if (close >= LEADER && (close - LEADER) % ENTRY == 0 && consistent(LEADER, close, close + 1)) {
            if (declared != close + 1) findings.add(MarcProblem.BASE_ADDRESS_WRONG, "leader/12-16", at(12, 5));
            return;
        }
        boolean plausible = declared > LEADER && declared <= end && (declared - 1 - LEADER) % ENTRY == 0;
        if (plausible && consistent(LEADER, declared - 1, declared)) {
            findings.add(MarcProblem.DIRECTORY_REPAIRED, "", "");
            return;
        }
        slices.clear();
        slices.addAll(DirectoryRepair.slices(bytes, end, plausible ? declared - 1 : close, close, findings));
    }

    /** Takes the entries if every one ends at a terminator of its own and none begins inside a field. */
    private boolean consistent(int from, int to, int base) {
        slices.clear();
        long covered = 0;
        for (int entry = from; entry + ENTRY <= to; entry += ENTRY) {
            int length = number(bytes, entry + 3, 4);
            int start = number(bytes, entry + 7, 5);
            if (length < 1 || start < 0 || !isField(base, base + start, base + start + length)) return false;
            covered += length;
            if (covered > end - base) return false; // entries that share data would make a small file large
            slices.add(new Slice(entry, base + start, base + start + length - 1));
        }
        if (!slices.isEmpty() && covered < end - base) {
            findings.add(MarcProblem.TEXT_WITHOUT_TAG, "", (end - base - covered) + " bytes");
        }
        return !slices.isEmpty();
    }

    private boolean isField(int base, int start, int stop) {
        return stop <= end
                && bytes[stop - 1] == FIELD_END
                && (start == base || bytes[start - 1] == FIELD_END)
                && indexOf(FIELD_END, start) == stop - 1;
    }

    private String at(int from, int length) {
        int stop = Math.min(from + length, end);
        return from >= stop ? "" : new String(bytes, from, stop - from, StandardCharsets.ISO_8859_1);
    }

    private int indexOf(byte wanted, int from) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == wanted) return i;
        }
        return -1;
    }

    /** A number of exactly this many digits, -1 when there is none. */
    static int number(byte[] bytes, int from, int digits) {
        if (from + digits > bytes.length) return -1;
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
        }
        return number;
    }
}
