package org.carrel.catalog.marc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.Subfield;

/** Reads one ISO 2709 record: leader, directory, fields (ANSI/NISO Z39.2; MARC 21 Record Structure). */
final class Iso2709Parser implements RecordParser {
    private static final byte RECORD_END = 0x1D;
    private static final byte DELIMITER = 0x1F;

    @Override
    public MarcFormat format() {
        return MarcFormat.ISO_2709;
    }

    @Override
    public EncodingDecision parse(RawRecord raw, Optional<TextEncoding> forced, RecordBuilder builder)
            throws UnreadableRecord {
        var bytes = raw.bytes();
        int end = bytes[bytes.length - 1] == RECORD_END ? bytes.length - 1 : bytes.length;
        if (end < Directory.LEADER) throw new UnreadableRecord(MarcProblem.NOT_A_RECORD, text(bytes, 0, end));
        var slices = Directory.read(bytes, end, builder.findings);
        if (slices.isEmpty()) throw new UnreadableRecord(MarcProblem.NO_DIRECTORY, text(bytes, 0, Directory.LEADER));
        builder.leader(text(bytes, 0, Directory.LEADER));
        var decision = decide(bytes, end, forced, builder.findings);
        var text = new RecordText(bytes, decision, builder.findings);
        for (var slice : slices) field(bytes, slice, text, builder);
        return decision;
    }

    private static EncodingDecision decide(byte[] bytes, int end, Optional<TextEncoding> forced, Findings findings) {
        char flag = (char) (bytes[9] & 0xFF);
        if (forced.isPresent()) return new EncodingDecision(flag, forced.get(), forced.get() != TextEncoding.UTF_8);
        return Decisions.decide(bytes, Directory.LEADER, end, flag, findings);
    }

    private static void field(byte[] bytes, Directory.Slice slice, RecordText text, RecordBuilder builder) {
        var tag = builder.tag(text(bytes, slice.tagAt(), 3));
        int from = slice.from();
        int to = slice.to();
        int delimiter = next(bytes, from, to);
        boolean control = tag.startsWith("00") && !(tag.equals("000") && delimiter < to);
        if (control || delimiter == to && !isNumber(tag)) {
            builder.control(tag, text.positions(from, to, tag));
            return;
        }
        var subfields = new ArrayList<Subfield>(4);
        var before = text.decode(from, delimiter, tag);
        var indicators = builder.indicators(before, tag);
        builder.textBeforeSubfield(TextCleaner.data(indicators.rest(), tag, builder.findings), tag, subfields);
        while (delimiter < to) {
            int stop = next(bytes, delimiter + 1, to);
            subfield(bytes, delimiter + 1, stop, text, builder, tag, subfields);
            delimiter = stop;
        }
        builder.data(tag, indicators.first(), indicators.second(), subfields);
    }

    private static void subfield(
            byte[] bytes,
            int from,
            int to,
            RecordText text,
            RecordBuilder builder,
            String tag,
            List<Subfield> subfields) {
        if (from == to) {
            builder.findings.add(MarcProblem.SUBFIELD_CODE_MISSING, tag, "");
        } else if (bytes[from] >= ' ') {
            char code = builder.code(bytes[from], tag, subfields.isEmpty());
            subfields.add(new Subfield(code, text.data(from + 1, to, tag, code)));
        } else {
            damagedCode(text.decode(from, to, tag), builder, tag, subfields);
        }
    }

    /** The code is no ASCII character: it is the first letter of the text, with or without an accent. */
    private static void damagedCode(String all, RecordBuilder builder, String tag, List<Subfield> subfields) {
        int first = all.codePointAt(0);
        char code = builder.code(first, tag, subfields.isEmpty());
        builder.findings.add(MarcProblem.SUBFIELD_CODE_REPAIRED, tag, all);
        int rest = Character.charCount(first);
        while (rest < all.length() && Character.getType(all.charAt(rest)) == Character.NON_SPACING_MARK) rest++;
        subfields.add(new Subfield(code, TextCleaner.data(all.substring(rest), tag + '$' + code, builder.findings)));
    }

    private static boolean isNumber(String tag) {
        return tag.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int next(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == DELIMITER) return i;
        }
        return to;
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, Math.min(length, bytes.length - from), StandardCharsets.ISO_8859_1);
    }
}
