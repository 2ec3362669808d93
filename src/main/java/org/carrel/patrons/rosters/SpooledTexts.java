package org.carrel.patrons.rosters;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A few texts each, known by their place: for what is written often and read now and then. */
final class SpooledTexts implements AutoCloseable {
    private static final int WRITTEN_AT_ONCE = 1 << 14;
    private static final int READ_AT_ONCE = 1 << 9;

    private final Spool spool = new Spool();
    private final Counted counted = new Counted(new BufferedOutputStream(spool.end(), WRITTEN_AT_ONCE));
    private final DataOutputStream out = new DataOutputStream(counted);

    /** Knows how much went through, also beyond two gigabytes. */
    private static final class Counted extends FilterOutputStream {
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            bytes++;
            out.write(one);
        }

        @Override
        public void write(byte[] some, int from, int count) throws IOException {
            bytes += count;
            out.write(some, from, count);
        }
    }

    /** The place of these texts; never negative. */
    long add(String... texts) {
        var place = counted.bytes;
        try {
            Texts.writeAll(out, List.of(texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return place;
    }

    List<String> get(long place) {
        try {
            out.flush();
            return Texts.readAll(new DataInputStream(new BufferedInputStream(spool.from(place), READ_AT_ONCE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        spool.close();
    }
}
