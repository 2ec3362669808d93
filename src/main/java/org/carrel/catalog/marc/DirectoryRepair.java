package org.carrel.catalog.marc;

import static org.carrel.catalog.marc.Directory.ENTRY;
import static org.carrel.catalog.marc.Directory.FIELD_END;
import static org.carrel.catalog.marc.Directory.LEADER;
import static org.carrel.catalog.marc.Directory.number;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.carrel.catalog.marc.Directory.Slice;

/**
 * For a directory that does not fit its record: fields are cut at their terminators and matched with the tags, one to
 * one where their numbers agree, else so that most lengths agree. What finds no partner is reported.
 */
final class DirectoryRepair {
    private static final int ALIGNABLE = 4_000_000;

    private final byte[] bytes;
    private final int end;
    private final Findings findings;
    private final List<Slice> slices = new ArrayList<>(32);

    private DirectoryRepair(byte[] bytes, int end, Findings findings) {
        this.bytes = bytes;
        this.end = end;
        this.findings = findings;
    }

    /** Fields in the order of the tags; {@code declared} and {@code close} are where the directory may end. */
    static List<Slice> slices(byte[] bytes, int end, int declared, int close, Findings findings) {
        var repair = new DirectoryRepair(bytes, end, findings);
        repair.cut(repair.looksLikeEntries(Directory.LEADER, declared) ? declared : close);
        return repair.slices;
    }

    private void cut(int close) {
        var entries = entries(close);
        var pieces = pieces(close + 1);
        if (entries.isEmpty()) return;
        findings.add(MarcProblem.DIRECTORY_REPAIRED, "", "");
        if (entries.size() == pieces.size()) pairInOrder(entries, pieces);
        else align(entries, pieces);
    }

    private void pairInOrder(List<Integer> entries, List<Piece> pieces) {
        var order = byStart(entries);
        boolean asItStands = agreement(entries, pieces, inOrder(entries)) > agreement(entries, pieces, order);
        if (asItStands) order = inOrder(entries);
        var byEntry = new Piece[entries.size()];
        for (int i = 0; i < order.size(); i++) byEntry[order.get(i)] = pieces.get(i);
        for (int i = 0; i < byEntry.length; i++) add(entries.get(i), byEntry[i]);
    }

    private int agreement(List<Integer> entries, List<Piece> pieces, List<Integer> order) {
        int agreement = 0;
        for (int i = 0; i < order.size(); i++) agreement += likeness(entries.get(order.get(i)), pieces.get(i));
        return agreement;
    }

    private static List<Integer> inOrder(List<Integer> entries) {
        return IntStream.range(0, entries.size()).boxed().toList();
    }

    private record Piece(int from, int to) {}

    private void add(int entry, Piece piece) {
        slices.add(new Slice(entry, piece.from(), piece.to()));
    }

    /** Positions of the entries, also where bytes were lost or added before or among them. */
    private List<Integer> entries(int close) {
        if ((close - LEADER) % ENTRY != 0) return chained(close);
        var entries = new ArrayList<Integer>();
        for (int entry = LEADER; entry + ENTRY <= close; entry += ENTRY) {
            if (looksLikeTag(entry)) entries.add(entry);
        }
        return entries;
    }

    /** A leader that lost or gained bytes moves the directory: the nearest beginning that most entries agree with. */
    private List<Integer> chained(int close) {
        var best = new ArrayList<Integer>();
        int most = -1;
        for (int shift = 0; shift <= 12; shift = shift > 0 ? -shift : 1 - shift) {
            if (shift < -6 || LEADER + shift + ENTRY > close) break;
            var entries = new ArrayList<Integer>();
            int agreeing = chain(LEADER + shift, close, entries);
            if (agreeing <= most) continue;
            most = agreeing;
            best = entries;
        }
        return best;
    }

    /** Follows the starts, each the sum of the lengths before it, over entries that are too wide or too narrow. */
    private int chain(int from, int close, List<Integer> entries) {
        int expected = 0;
        int agreeing = 0;
        int at = from;
        while (at + ENTRY - 1 <= close) {
            int width = width(at, expected, close);
            if (looksLikeTag(at)) entries.add(at);
            int length = number(bytes, at + 3, width - 8);
            int start = number(bytes, at + width - 5, 5);
            if (start >= 0 && start == expected) agreeing++;
            expected = length >= 0 && start >= 0 ? start + length : -1;
            at += width;
        }
        return agreeing;
    }

    /** Twelve, unless the expected start is found one byte later or earlier. */
    private int width(int at, int expected, int close) {
        if (expected < 0 || number(bytes, at + 7, 5) == expected) return ENTRY;
        if (at + ENTRY + 1 <= close && number(bytes, at + 8, 5) == expected) return ENTRY + 1;
        return number(bytes, at + 6, 5) == expected ? ENTRY - 1 : ENTRY;
    }

    private boolean looksLikeEntries(int from, int to) {
        int good = 0;
        int all = 0;
        for (int entry = from; entry + ENTRY <= to; entry += ENTRY) {
            all++;
            if (looksLikeTag(entry) && number(bytes, entry + 3, 4) >= 0 && number(bytes, entry + 7, 5) >= 0) good++;
        }
        return all > 0 && good * 2 > all;
    }

    private boolean looksLikeTag(int entry) {
        for (int i = entry; i < entry + 3; i++) {
            if (bytes[i] <= ' ' || bytes[i] >= 0x7F) return false;
        }
        return true;
    }

    private List<Piece> pieces(int base) {
        var pieces = new ArrayList<Piece>();
        int from = base;
        while (from < end) {
            int stop = indexOf(FIELD_END, from);
            if (stop < 0) stop = end;
            pieces.add(new Piece(from, stop));
            from = stop + 1;
        }
        return pieces;
    }

    /** By their starts, unless these have wrapped (records over 99,999 bytes) or are damaged: then as they stand. */
    private List<Integer> byStart(List<Integer> entries) {
        var starts = new int[entries.size()];
        boolean usable = end <= 99_999;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = number(bytes, entries.get(i) + 7, 5);
            usable &= starts[i] >= 0;
        }
        var order = new ArrayList<>(inOrder(entries));
        if (usable) order.sort((a, b) -> Integer.compare(starts[a], starts[b]));
        return order;
    }

    /** More or fewer fields than tags: the pairing that agrees with most lengths, the rest reported. */
    private void align(List<Integer> entries, List<Piece> pieces) {
        if ((long) entries.size() * pieces.size() > ALIGNABLE || pieces.isEmpty()) return;
        var best = new int[entries.size() + 1][pieces.size() + 1];
        for (int i = entries.size() - 1; i >= 0; i--) {
            for (int j = pieces.size() - 1; j >= 0; j--) {
                int pair = best[i + 1][j + 1] + likeness(entries.get(i), pieces.get(j));
                best[i][j] = Math.max(pair, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < entries.size() && j < pieces.size()) {
            int likeness = likeness(entries.get(i), pieces.get(j));
            if (likeness > 0 && best[i][j] == best[i + 1][j + 1] + likeness) add(entries.get(i++), pieces.get(j++));
            else if (best[i][j] == best[i + 1][j]) lost(entries.get(i++));
            else untagged(pieces.get(j++));
        }
        while (i < entries.size()) lost(entries.get(i++));
        while (j < pieces.size()) untagged(pieces.get(j++));
    }

    private int likeness(int entry, Piece piece) {
        boolean control = bytes[entry] == '0' && bytes[entry + 1] == '0';
        boolean delimited = piece.from() + 2 < piece.to() && bytes[piece.from() + 2] == 0x1F;
        if (control == delimited) return 0;
        int length = piece.to() - piece.from() + 1;
        return number(bytes, entry + 3, 4) == length % 10_000 ? 4 : 1;
    }

    private void lost(int entry) {
        findings.add(MarcProblem.FIELD_LOST, at(entry, 3), "");
    }

    private void untagged(Piece piece) {
        if (piece.to() == piece.from()) return;
        int shown = Math.min(piece.to() - piece.from(), 60);
        findings.add(MarcProblem.TEXT_WITHOUT_TAG, "", at(piece.from(), shown));
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
}
