package org.carrel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The bytes of one sound record after the other: the least that reading a file costs. */
final class RawRecords implements AutoCloseable {
    private static final int LEADER = 24;

    private final DataInputStream in;

    RawRecords(Path file) throws IOException {
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20));
    }

    /** Empty at the end. */
    byte[] next() throws IOException {
        var head = in.readNBytes(5);
        if (head.length == 0) return head;
        var record = new byte[number(head, 0, 5)];
        System.arraycopy(head, 0, record, 0, head.length);
        in.readFully(record, head.length, record.length - head.length);
        return record;
    }

    /** The text of every field with this tag, its delimiters as blanks. */
    static String text(byte[] record, String tag) {
        var base = number(record, 12, 5);
        var tags = IntStream.range(0, (base - LEADER - 1) / 12)
                .map(entry -> LEADER + entry * 12)
                .filter(at -> new String(record, at, 3, UTF_8).equals(tag));
        return tags.mapToObj(
                        at -> new String(record, base + number(record, at + 7, 5), number(record, at + 3, 4) - 1, UTF_8)
                                .replace('\u001f', ' '))
                .collect(Collectors.joining(" "));
    }

    static String allText(byte[] record) {
        var base = number(record, 12, 5);
        return new String(record, base, record.length - base, UTF_8)
                .replace('\u001f', ' ')
                .replace('\u001e', ' ');
    }

    private static int number(byte[] bytes, int from, int length) {
        var number = 0;
        for (var i = from; i < from + length; i++) number = number * 10 + bytes[i] - '0';
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
