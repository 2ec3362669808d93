package org.carrel.catalog.marc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.Finding;

/**
 * Cuts ISO 2709 at the record terminator. The length in the leader is only evidence: when it disagrees, the bytes are
 * searched for the leader of a next record, so that a record without terminator does not swallow its neighbour.
 */
final class Iso2709Splitter implements RecordSplitter {
    private static final byte RECORD_END = 0x1D;
    private static final int KEPT_OF_TOO_LONG = 1 << 20;

    private final ByteWindow window;
    private final int maxRecord;
    private long knownTerminator = -1;
    private long noneBefore;

    Iso2709Splitter(ByteWindow window, int maxRecord) {
        this.window = window;
        this.maxRecord = maxRecord;
    }

    @Override
    public Optional<RawRecord> next() throws IOException {
        skipFiller();
        if (!window.has(1)) return Optional.empty();
        int terminator = terminator();
        if (terminator < 0) return Optional.of(unterminated());
        int length = terminator + 1;
        if (length == 1) return Optional.of(rejected(1, MarcProblem.EMPTY_RECORD, ""));
        window.has(5);
        int declared = number5();
        if (declared == length) return Optional.of(RawRecord.good(window.position(), 0, window.take(length)));
        return Optional.of(disagreeing(length, declared));
    }

    /** How far ahead the next terminator is, -1 when none is near; looked for once, not once a record. */
    private int terminator() throws IOException {
        long here = window.position();
        if (knownTerminator >= here && knownTerminator - here < maxRecord) return (int) (knownTerminator - here);
        int from = (int) Math.max(0, Math.min(noneBefore - here, maxRecord));
        int ahead = window.find(RECORD_END, from, maxRecord);
        if (ahead < 0) noneBefore = here + Math.min(window.here(), maxRecord);
        else knownTerminator = here + ahead;
        return ahead;
    }

    /** Line ends, blanks, NULs, a byte order mark: what editors and transfers leave between records. */
    private void skipFiller() throws IOException {
        int ahead = 0;
        int beforeBlanks = 0;
        while (window.has(ahead + 1) && isFiller(window.at(ahead), ahead)) {
            ahead++;
            if (window.at(ahead - 1) != ' ') beforeBlanks = ahead;
            if (ahead < (1 << 15)) continue;
            window.skip(ahead);
            ahead = 0;
            beforeBlanks = 0;
        }
        boolean recordFollows = !window.has(ahead + 1) || window.at(ahead) >= '0' && window.at(ahead) <= '9';
        window.skip(recordFollows ? ahead : beforeBlanks);
    }

    private boolean isFiller(byte b, int ahead) throws IOException {
        if (b == '\r' || b == '\n' || b == ' ' || b == 0 || b == 0x1A || b == '\t') return true;
        if (b == (byte) 0xEF) {
            return window.has(ahead + 3) && window.at(ahead + 1) == (byte) 0xBB && window.at(ahead + 2) == (byte) 0xBF;
        }
        boolean insideMark = ahead > 0
                && (b == (byte) 0xBB && window.at(ahead - 1) == (byte) 0xEF
                        || b == (byte) 0xBF && window.at(ahead - 1) == (byte) 0xBB);
        return insideMark;
    }

    private int number5() {
        int number = 0;
        for (int i = 0; i < 5; i++) {
            int digit = i < window.here() ? window.at(i) - '0' : -1;
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
        }
        return number;
    }

    private RawRecord disagreeing(int length, int declared) throws IOException {
        if (declared > length && terminatorsInside(length, declared)) {
            var finding = new Finding(MarcProblem.RECORD_TERMINATOR_INSIDE, "", "");
            return RawRecord.good(window.position(), 0, window.take(declared)).with(List.of(finding));
        }
        int next = leaderInside(length);
        if (next > 0) return beforeNext(length, next);
        var problem = length > 99_999 ? MarcProblem.RECORD_OVER_99999 : MarcProblem.RECORD_LENGTH_WRONG;
        var finding = new Finding(problem, "leader/00-04", sample(Math.min(5, length)));
        return RawRecord.good(window.position(), 0, window.take(length)).with(List.of(finding));
    }

    /** How far ahead, after the first byte, a next record surely begins; -1 when none does within this length. */
    private int leaderInside(int length) {
        int found = Leaders.find(window.array(), window.base() + 1, window.base() + length);
        return found < 0 ? -1 : found - window.base();
    }

    private boolean looksLikeRecord(int ahead, int length) {
        return Leaders.looseAt(window.array(), window.base() + ahead, window.base() + length);
    }

    /** The length says that a terminator stands inside the record, and the bytes after it agree. */
    private boolean terminatorsInside(int length, int declared) throws IOException {
        if (declared > maxRecord || !window.has(declared) || window.at(declared - 1) != RECORD_END) return false;
        window.has(declared + Leaders.NEEDED);
        if (leaderInside(declared) > 0) return false;
        return window.here() == declared || looksLikeRecord(declared, window.here()) || declared - length <= 2;
    }

    /** Bytes that end where another record begins: a record without its terminator, or no record at all. */
    private RawRecord beforeNext(int length, int next) throws IOException {
        boolean recordLike = looksLikeRecord(0, next);
        int fieldEnd = window.find(Directory.FIELD_END, 0, next);
        if (recordLike && window.at(next - 1) == Directory.FIELD_END) {
            var finding = new Finding(MarcProblem.RECORD_TERMINATOR_MISSING, "", "");
            return RawRecord.good(window.position(), 0, window.take(next)).with(List.of(finding));
        }
        if (recordLike || fieldEnd >= 0 || next > Leaders.NEEDED) {
            return rejected(next, MarcProblem.RECORD_BROKEN_OFF, sample(next));
        }
        var finding = new Finding(MarcProblem.JUNK_BEFORE_RECORD, "", sample(next));
        window.skip(next);
        int rest = length - next;
        int another = number5() == rest ? -1 : leaderInside(rest);
        var record = another > 0 ? beforeNext(rest, another) : RawRecord.good(window.position(), 0, window.take(rest));
        return record.reject() == null ? record.with(List.of(finding)) : record;
    }

    private RawRecord unterminated() throws IOException {
        boolean endless = window.has(maxRecord);
        int length = Math.min(window.here(), maxRecord);
        int next = leaderInside(length);
        if (next > 0) return beforeNext(length, next);
        return endless ? tooLong() : tail(length);
    }

    private RawRecord tail(int length) {
        int declared = number5();
        boolean begun = looksLikeRecord(0, length);
        boolean whole =
                begun && window.at(length - 1) == Directory.FIELD_END && (declared == length + 1 || declared == length);
        if (whole) {
            var finding = new Finding(MarcProblem.RECORD_TERMINATOR_MISSING, "", "");
            return RawRecord.good(window.position(), 0, window.take(length)).with(List.of(finding));
        }
        if (begun || declared > 0) return rejected(length, MarcProblem.FILE_ENDS_INSIDE_RECORD, "");
        return rejected(length, MarcProblem.NOT_A_RECORD, sample(length));
    }

    private RawRecord tooLong() throws IOException {
        long offset = window.position();
        int from = window.base();
        var kept = Arrays.copyOfRange(window.array(), from, from + Math.min(KEPT_OF_TOO_LONG, maxRecord));
        window.skip(Math.min(window.here(), maxRecord));
        while (window.has(1)) {
            int terminator = window.find(RECORD_END, 0, window.here());
            if (terminator >= 0) {
                window.skip(terminator + 1);
                break;
            }
            window.skip(window.here());
        }
        return RawRecord.bad(offset, 0, kept, MarcProblem.RECORD_TOO_LONG, Integer.toString(maxRecord));
    }

    private RawRecord rejected(int length, MarcProblem reason, String detail) {
        return RawRecord.bad(window.position(), 0, window.take(length), reason, detail);
    }

    private String sample(int length) {
        var shown = new String(window.array(), window.base(), Math.min(length, 40), StandardCharsets.ISO_8859_1);
        return Findings.shortened(shown);
    }
}
