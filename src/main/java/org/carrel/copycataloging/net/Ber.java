package org.carrel.copycataloging.net;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An element of the Basic Encoding Rules (ITU-T X.690): as much of them as Z39.50 needs. Lengths may be definite or not when it is read;
 * they are definite when it is written.
 *
 * @param kind class of its tag
 * @param tag number within the class, below {@link #MOST_TAG}
 * @param constructed whether it has others within
 * @param content of a primitive element; empty for a constructed one
 * @param children of a constructed element; none for a primitive one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record: see equals
record Ber(Kind kind, int tag, boolean constructed, byte[] content, List<Ber> children) {
    static final int MOST_TAG = 1 << 14;
    /** Elements of Z39.50 are some ten deep: deeper ones are made to fill our stack. */
    private static final int DEEPEST = 40;

    private static final byte[] NONE = {};
    private static final int LONG_TAG = 0x1F;
    private static final int CONSTRUCTED = 0x20;
    private static final int INDEFINITE = 0x80;

    /** Classes of tags, in the order of their bits. */
    enum Kind {
        UNIVERSAL,
        APPLICATION,
        CONTEXT,
        PRIVATE
    }

    static final int INTEGER = 2;
    static final int OCTETS = 4;
    static final int OBJECT = 6;
    static final int EXTERNAL = 8;
    static final int SEQUENCE = 16;

    Ber {
        children = List.copyOf(children);
    }

    static Ber of(Kind kind, int tag, byte[] content) {
        return new Ber(kind, tag, false, content.clone(), List.of());
    }

    static Ber of(Kind kind, int tag, Ber... children) {
        return new Ber(kind, tag, true, NONE, List.of(children));
    }

    /** Implicitly tagged, as nearly all of Z39.50. */
    static Ber context(int tag, Ber... children) {
        return of(Kind.CONTEXT, tag, children);
    }

    static Ber context(int tag, byte[] content) {
        return of(Kind.CONTEXT, tag, content);
    }

    static Ber context(int tag, long number) {
        return context(tag, BigInteger.valueOf(number).toByteArray());
    }

    static Ber context(int tag, String text) {
        return context(tag, text.getBytes(StandardCharsets.UTF_8));
    }

    static Ber sequence(Ber... children) {
        return of(Kind.UNIVERSAL, SEQUENCE, children);
    }

    /** @param dotted object identifier: 1.2.840.10003.3.1 */
    static Ber object(String dotted) {
        return of(Kind.UNIVERSAL, OBJECT, objectBytes(dotted));
    }

    static byte[] objectBytes(String dotted) {
        var arcs = Arrays.stream(dotted.split("\\.")).mapToLong(Long::parseLong).toArray();
        var out = new ByteArrayOutputStream();
        base128(out, arcs[0] * 40 + arcs[1]);
        for (var i = 2; i < arcs.length; i++) base128(out, arcs[i]);
        return out.toByteArray();
    }

    /** Seven bits a byte, the highest bit set in all but the last. */
    private static void base128(ByteArrayOutputStream out, long number) {
        var shift = 0;
        while (number >> (shift + 7) != 0) shift += 7;
        for (; shift > 0; shift -= 7) out.write((int) ((number >> shift) & 0x7F) | 0x80);
        out.write((int) (number & 0x7F));
    }

    boolean is(Kind ofKind, int number) {
        return kind == ofKind && tag == number;
    }

    /** The first child with this context tag. */
    Optional<Ber> find(int number) {
        return children.stream().filter(child -> child.is(Kind.CONTEXT, number)).findFirst();
    }

    /** Its content; that of its parts when it was sent in parts. */
    byte[] bytes() {
        if (!constructed) return content.clone();
        var out = new ByteArrayOutputStream();
        for (var child : children) out.writeBytes(child.bytes());
        return out.toByteArray();
    }

    /** @throws IOException when it is no number that fits */
    long number() throws IOException {
        if (content.length == 0 || content.length > Long.BYTES) throw new IOException("Not a number");
        return new BigInteger(content).longValue();
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] encoded() {
        var out = new ByteArrayOutputStream();
        write(out);
        return out.toByteArray();
    }

    private void write(ByteArrayOutputStream out) {
        var first = (kind.ordinal() << 6) | (constructed ? CONSTRUCTED : 0);
        if (tag < LONG_TAG) {
            out.write(first | tag);
        } else {
            out.write(first | LONG_TAG);
            base128(out, tag);
        }
        var inside = inside();
        length(out, inside.length);
        out.writeBytes(inside);
    }

    private byte[] inside() {
        if (!constructed) return content;
        var out = new ByteArrayOutputStream();
        for (var child : children) child.write(out);
        return out.toByteArray();
    }

    private static void length(ByteArrayOutputStream out, int length) {
        if (length < INDEFINITE) {
            out.write(length);
            return;
        }
        var bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
        out.write(INDEFINITE | bytes);
        for (var i = bytes - 1; i >= 0; i--) out.write(length >> (8 * i));
    }

    /** The next element. @throws IOException when there is none, or no such thing */
    static Ber read(InputStream in) throws IOException {
        return new Reader(in).element(0).orElseThrow(() -> new IOException("An end without a beginning"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ber ber
                && kind == ber.kind
                && tag == ber.tag
                && constructed == ber.constructed
                && Arrays.equals(content, ber.content)
                && children.equals(ber.children);
    }

    @Override
    public int hashCode() {
        return 31 * tag + Arrays.hashCode(content) + children.hashCode();
    }

    @Override
    public String toString() {
        return kind + " " + tag + (constructed ? children.toString() : " " + content.length + " bytes");
    }

    /** Reads elements, and counts how far it has come: that is how it knows where one of definite length ends. */
    private static final class Reader {
        private final InputStream in;
        private long at;

        Reader(InputStream in) {
            this.in = in;
        }

        private int next() throws IOException {
            var b = in.read();
            if (b < 0) throw new EOFException("The answer ends early");
            at++;
            return b;
        }

        /** Empty for the two zeros that end an element of indefinite length. */
        Optional<Ber> element(int depth) throws IOException {
            if (depth > DEEPEST) throw new IOException("Deeper than any answer");
            var first = next();
            var tag = (first & LONG_TAG) == LONG_TAG ? longTag() : first & LONG_TAG;
            var constructed = (first & CONSTRUCTED) != 0;
            var length = length();
            if (first == 0 && length == 0) return Optional.empty();
            var kind = Kind.values()[first >> 6];
            if (!constructed) {
                if (length < 0) throw new IOException("A primitive element has a length");
                return Optional.of(of(kind, tag, bytes(length)));
            }
            var children = new ArrayList<Ber>();
            if (length < 0) {
                for (var child = element(depth + 1); child.isPresent(); child = element(depth + 1))
                    children.add(child.get());
            } else {
                var end = at + length;
                while (at < end)
                    children.add(element(depth + 1).orElseThrow(() -> new IOException("An end without a beginning")));
                if (at > end) throw new IOException("An element leaves the one around it");
            }
            return Optional.of(new Ber(kind, tag, true, NONE, children));
        }

        private int longTag() throws IOException {
            var tag = 0;
            while (true) {
                var b = next();
                tag = (tag << 7) | (b & 0x7F);
                if (tag >= MOST_TAG) throw new IOException("No such tag");
                if ((b & 0x80) == 0) return tag;
            }
        }

        /** -1: until the end is marked. */
        private int length() throws IOException {
            var first = next();
            if (first < INDEFINITE) return first;
            if (first == INDEFINITE) return -1;
            var length = 0L;
            for (var i = first & 0x7F; i > 0; i--) {
                length = (length << 8) | next();
                if (length > Line.LARGEST) throw new Line.TooLarge();
            }
            return (int) length;
        }

        private byte[] bytes(int length) throws IOException {
            var bytes = in.readNBytes(length);
            if (bytes.length < length) throw new EOFException("The answer ends early");
            at += length;
            return bytes;
        }
    }
}
