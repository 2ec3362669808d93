package org.carrel.catalog.marc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of one record's fields into clean text, by the encoding decided for the record. */
final class RecordText {
    private static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;
    private static final Charset WINDOWS_1252 =
            TextEncoding.WINDOWS_1252.charset().orElse(StandardCharsets.ISO_8859_1);

    private final byte[] bytes;
    private final EncodingDecision decision;
    private final Findings findings;
    private final boolean plain;
    private final boolean references;

    RecordText(byte[] bytes, EncodingDecision decision, Findings findings) {
        this.bytes = bytes;
        this.decision = decision;
        this.findings = findings;
        this.plain = decision.found() == TextEncoding.ASCII;
        this.references = decision.flag() == ' ' && decision.found() != TextEncoding.UTF_8;
    }

    /** Data of a control field: read by position, so nothing is taken out of it. */
    String positions(int from, int to, String place) {
        if (isPlain(from, to)) return new String(bytes, from, to - from, LATIN_1);
        return TextCleaner.positions(decode(from, to, place), place, findings);
    }

    /** Data of a subfield; its name is put together only when there is something to say about it. */
    String data(int from, int to, String tag, char code) {
        if (!isPlain(from, to)) {
            var place = tag + '$' + code;
            return cleaned(decode(from, to, place), place);
        }
        var text = new String(bytes, from, to - from, LATIN_1);
        if (!references || text.indexOf("&#x") < 0) return text;
        return cleaned(NumericReferences.replace(text), tag + '$' + code);
    }

    private String cleaned(String text, String place) {
        return TextCleaner.data(text, place, findings);
    }

    /** One look at each byte: most fields of most records need no decoder. */
    private boolean isPlain(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' || bytes[i] == 0x7F) return false;
        }
        return true;
    }

    /** Text as decoded, before cleaning. */
    String decode(int from, int to, String place) {
        if (plain) return new String(bytes, from, to - from, LATIN_1);
        return switch (decision.found()) {
            case UTF_8 -> utf8(from, to, place);
            case MARC_8 -> marc8(from, to, place);
            default -> oneByte(decision.found(), from, to);
        };
    }

    private String utf8(int from, int to, String place) {
        if (decision.certain() || Utf8.valid(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        var evidence = ByteEvidence.of(bytes, from, to);
        boolean whole =
                evidence.utf8() == 0 && (evidence.marc8() > 0 || evidence.western() > 0) && !evidence.otherScript();
        if (!whole) return withBadBytes(from, to, place);
        var found = EncodingDetector.oneByteEncoding(evidence, decision.flag()).found();
        findings.add(MarcProblem.MIXED_ENCODING, place, badBytes(from, to));
        return found == TextEncoding.MARC_8 ? Marc8.decode(bytes, from, to, place, findings) : oneByte(found, from, to);
    }

    /** A field of a MARC-8 record may have been pasted in from elsewhere. */
    private String marc8(int from, int to, String place) {
        var evidence = ByteEvidence.of(bytes, from, to);
        if (evidence.asciiOnly()) return NumericReferences.replace(new String(bytes, from, to - from, LATIN_1));
        boolean western = evidence.escapes() == 0 && evidence.western() > evidence.marc8() + 1;
        if (!western || evidence.utf8() > 0) return Marc8.decode(bytes, from, to, place, findings);
        findings.add(MarcProblem.MIXED_ENCODING, place, badBytes(from, to));
        return oneByte(TextEncoding.WINDOWS_1252, from, to);
    }

    private String oneByte(TextEncoding encoding, int from, int to) {
        return new String(bytes, from, to - from, encoding.charset().orElse(WINDOWS_1252));
    }

    /** The good part as it is, a visible mark for each bad byte, and the bytes themselves in the finding. */
    private String withBadBytes(int from, int to, String place) {
        findings.add(MarcProblem.BAD_BYTES, place, badBytes(from, to));
        var text = new StringBuilder(to - from);
        int i = from;
        while (i < to) {
            int length = Utf8.sequence(bytes, i, to);
            if (length == 0) text.append('\uFFFD');
            else text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
            i += Math.max(1, length);
        }
        return text.toString();
    }

    private String badBytes(int from, int to) {
        for (int i = from; i < to; ) {
            int length = Utf8.sequence(bytes, i, to);
            if (length == 0) return Findings.hex(bytes, i, Math.min(to, i + 4));
            i += length;
        }
        return "";
    }
}
