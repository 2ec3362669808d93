package org.carrel.patrons.rosters;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** What is too much to be held in memory, in a file of its own that is gone when it is closed, or when the program ends. */
final class Spool implements AutoCloseable {
    private final FileChannel channel;

    Spool() {
        try {
            channel = FileChannel.open(
                    Files.createTempFile("carrel-roster", ".tmp"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes behind what is there; closing it closes nothing. */
    OutputStream end() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                var left = ByteBuffer.wrap(bytes, from, count);
                while (left.hasRemaining()) channel.write(left);
            }
        };
    }

    /** Reads from that byte on; several may read at a time. */
    InputStream from(long start) {
        return new InputStream() {
            private long at = start;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                if (count == 0) return 0;
                var read = channel.read(ByteBuffer.wrap(bytes, from, count), at);
                if (read > 0) at += read;
                return read;
            }
        };
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
