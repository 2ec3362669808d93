package org.carrel.catalog.marc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Cuts mnemonic text at blank lines and before each =LDR. */
final class MnemonicSplitter implements RecordSplitter {
    private final ByteWindow window;
    private final int maxRecord;
    private int line = 1;

    MnemonicSplitter(ByteWindow window, int maxRecord) {
        this.window = window;
        this.maxRecord = maxRecord;
    }

    @Override
    public Optional<RawRecord> next() throws IOException {
        skipBlankLines();
        if (!window.has(1)) return Optional.empty();
        long offset = window.sourcePosition();
        int first = line;
        int length = lineLength(0);
        while (length < maxRecord && window.has(length + 1) && !isBlank(length) && !window.startsWith("=LDR", length)) {
            length += lineLength(length);
            line++;
        }
        line++;
        boolean tooLong = length >= maxRecord;
        boolean isRecord = window.at(0) == '=' || window.find("\n=", 0, length) >= 0;
        var bytes = window.take(length);
        if (tooLong) return Optional.of(RawRecord.bad(offset, first, bytes, MarcProblem.RECORD_TOO_LONG, ""));
        if (isRecord) return Optional.of(RawRecord.good(offset, first, bytes));
        var sample = Findings.shortened(new String(bytes, 0, Math.min(40, length), StandardCharsets.ISO_8859_1));
        return Optional.of(RawRecord.bad(offset, first, bytes, MarcProblem.NOT_A_RECORD, sample));
    }

    private void skipBlankLines() throws IOException {
        while (window.has(1)) {
            int b = window.at(0);
            boolean mark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
            if (!mark && b != ' ' && b != '\r' && b != '\n' && b != '\t') return;
            if (b == '\n') line++;
            window.skip(1);
        }
    }

    private boolean isBlank(int ahead) throws IOException {
        int stop = ahead + lineLength(ahead);
        for (int i = ahead; i < stop; i++) {
            if (window.at(i) > ' ' || window.at(i) < 0) return false;
        }
        return true;
    }

    /** With its line end. */
    private int lineLength(int ahead) throws IOException {
        int stop = window.find((byte) '\n', ahead, ahead + maxRecord);
        return stop < 0 ? Math.min(window.here() - ahead, maxRecord) : stop + 1 - ahead;
    }
}
