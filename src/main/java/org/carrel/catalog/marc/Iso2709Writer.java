package org.carrel.catalog.marc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/**
 * Writes ISO 2709 in UTF-8 or MARC-8. Lengths are counted in bytes and the leader says so; a record that the format cannot hold
 * is refused, because a directory with a cut number would spoil every field behind it.
 */
public final class Iso2709Writer {
    /** Four digits in the directory. */
    static final int LONGEST_FIELD = 9_999;

    /** Five digits in the leader. */
    static final int LONGEST_RECORD = 99_999;

    private static final int RECORD_END = 0x1D;
    private static final int FIELD_END = 0x1E;
    private static final int DELIMITER = 0x1F;
    /** The choice of Basic Latin, which is chosen already: says that the text is MARC-8, and nothing else. */
    private static final byte[] LATIN = {0x1B, '(', 'B'};

    private final boolean marc8;
    /** Every text beyond ASCII begins with an escape sequence, so that no reader takes it for something else. */
    private final boolean marked;

    private Iso2709Writer(boolean marc8, boolean marked) {
        this.marc8 = marc8;
        this.marked = marked;
    }

    /** The bytes of the record, or what is too large in it. */
    public sealed interface Result {
        record Written(byte[] bytes) implements Result {}

        /**
         * Not written; MARCXML and JSON have no such limit.
         *
         * @param tag of the field that is too long; empty when it is the record as a whole
         * @param bytes its length, terminators included
         */
        record TooLarge(String tag, int bytes) implements Result {}

        /** Not written, because its tag is not three ASCII characters. */
        record TagImpossible(String tag) implements Result {}
    }

    /** In UTF-8, as text is kept: in Normalization Form C, without the three separators of the format. */
    public static Result write(MarcRecord record) {
        return new Iso2709Writer(false, false).written(record);
    }

    /** In MARC-8 with leader/09 blank; what MARC-8 lacks as numeric references, which our reader turns back. */
    public static Result writeMarc8(MarcRecord record) {
        var result = new Iso2709Writer(true, false).written(record);
        boolean doubtful = result instanceof Result.Written written && !isMarc8(written.bytes());
        return doubtful ? new Iso2709Writer(true, true).written(record) : result;
    }

    private static boolean isMarc8(byte[] bytes) {
        var found = Decisions.decide(bytes, Directory.LEADER, bytes.length, ' ', new Findings())
                .found();
        return found == TextEncoding.MARC_8 || found == TextEncoding.ASCII;
    }

    private Result written(MarcRecord record) {
        var directory = new StringBuilder(record.fields().size() * Directory.ENTRY);
        var data = new ByteArrayOutputStream(2048);
        for (var field : record.fields()) {
            if (!isTag(field.tag())) return new Result.TagImpossible(field.tag());
            int start = data.size();
            put(field, data);
            int length = data.size() - start;
            if (length > LONGEST_FIELD) return new Result.TooLarge(field.tag(), length);
            directory.append(field.tag());
            digits(length, 4, directory);
            digits(start, 5, directory);
            if (data.size() > LONGEST_RECORD) break;
        }
        int base = Directory.LEADER + directory.length() + 1;
        int length = base + data.size() + 1;
        if (length > LONGEST_RECORD) return new Result.TooLarge("", length(record));
        var whole = new ByteArrayOutputStream(length);
        whole.writeBytes((leader(record.leader(), length, base) + directory).getBytes(StandardCharsets.ISO_8859_1));
        whole.write(FIELD_END);
        whole.writeBytes(data.toByteArray());
        whole.write(RECORD_END);
        return new Result.Written(whole.toByteArray());
    }

    private int length(MarcRecord record) {
        var data = new ByteArrayOutputStream();
        for (var field : record.fields()) put(field, data);
        return Directory.LEADER + record.fields().size() * Directory.ENTRY + data.size() + 2;
    }

    private String leader(String kept, int length, int base) {
        var leader = new StringBuilder(Directory.LEADER);
        digits(length, 5, leader);
        leader.append(ascii(kept.substring(5, 9))).append(marc8 ? " 22" : "a22");
        digits(base, 5, leader);
        return leader.append(ascii(kept.substring(17, 20))).append("4500").toString();
    }

    private static String ascii(String text) {
        var ascii = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') ascii.setCharAt(i, ' ');
        }
        return ascii.toString();
    }

    private static boolean isTag(String tag) {
        return tag.length() == 3 && tag.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private static void digits(int number, int width, StringBuilder to) {
        var digits = Integer.toString(number);
        for (int i = digits.length(); i < width; i++) to.append('0');
        to.append(digits);
    }

    private void put(MarcField field, ByteArrayOutputStream data) {
        switch (field) {
            case ControlField control -> put(control.data(), data);
            case DataField variable -> {
                data.write(indicator(variable.ind1()));
                data.write(indicator(variable.ind2()));
                for (Subfield subfield : variable.subfields()) {
                    data.write(DELIMITER);
                    put(String.valueOf(subfield.code()), data);
                    put(subfield.data(), data);
                }
            }
        }
        data.write(FIELD_END);
    }

    private static int indicator(char c) {
        return c >= ' ' && c < 0x7F ? c : ' ';
    }

    /** The separators can never be text: a record that holds one was not made by the reader, and loses it here. */
    private void put(String text, ByteArrayOutputStream data) {
        boolean separated =
                text.indexOf(RECORD_END) >= 0 || text.indexOf(FIELD_END) >= 0 || text.indexOf(DELIMITER) >= 0;
        var safe = separated
                ? text.replace((char) RECORD_END, ' ')
                        .replace((char) FIELD_END, ' ')
                        .replace((char) DELIMITER, ' ')
                : text;
        data.writeBytes(marc8 ? marc8(safe) : safe.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] marc8(String text) {
        var bytes = Marc8Encoder.encode(text).bytes();
        var evidence = ByteEvidence.of(bytes, 0, bytes.length);
        boolean plain = evidence.asciiOnly() || evidence.escapes() > 0;
        if (plain || !marked && evidence.western() == 0) return bytes;
        var withEscape = new ByteArrayOutputStream(bytes.length + LATIN.length);
        withEscape.writeBytes(LATIN);
        withEscape.writeBytes(bytes);
        return withEscape.toByteArray();
    }
}
