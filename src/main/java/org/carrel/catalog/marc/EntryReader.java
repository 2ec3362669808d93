package org.carrel.catalog.marc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordPosition;

/** Makes an entry of the import out of the bytes of one record, whatever is wrong with them. */
final class EntryReader {
    private static final int MOST_KEPT = 1 << 20;
    private static final int LONGEST_NUMBER = 60;

    private EntryReader() {}

    static MarcEntry read(
            RecordParser parser,
            RawRecord raw,
            byte[] original,
            RecordPosition at,
            String previous,
            Optional<TextEncoding> forced) {
        if (raw.reject() != null) return rejected(raw.reject(), raw.detail(), raw, original, at, previous);
        var builder = new RecordBuilder();
        builder.findings.addAll(raw.findings());
        try {
            var decision = parser.parse(raw, forced, builder);
            var record = builder.build();
            if (record.isEmpty()) return rejected(MarcProblem.NO_FIELDS, "", raw, original, at, previous);
            return read(parser, original, at, decision, record.get(), builder);
        } catch (RecordParser.UnreadableRecord e) {
            return rejected(e.problem, e.detail, raw, original, at, previous);
        } catch (RuntimeException e) {
            // A record that trips the reader in a way nobody foresaw is one reject, not the end of the file.
            return rejected(MarcProblem.UNREADABLE, e.toString(), raw, original, at, previous);
        }
    }

    private static MarcEntry read(
            RecordParser parser,
            byte[] original,
            RecordPosition at,
            EncodingDecision decision,
            MarcRecord record,
            RecordBuilder builder) {
        return new MarcEntry.Read(
                at, original, parser.format(), decision, record, RecordTypes.of(record), builder.findings.list());
    }

    private static MarcEntry rejected(
            MarcProblem reason, String detail, RawRecord raw, byte[] original, RecordPosition at, String previous) {
        var kept = original.length > MOST_KEPT ? Arrays.copyOf(original, MOST_KEPT) : original;
        var number = controlNumber(raw.bytes());
        return new MarcEntry.Rejected(at, kept, number, previous, reason, Findings.shortened(detail));
    }

    /** What stands where a 001 stands in each format; a guess that helps a person to find the record. */
    private static String controlNumber(byte[] bytes) {
        int length = Math.min(bytes.length, 200_000);
        var text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        var number = between(text, "tag=\"001\">", '<')
                .or(() -> between(text, "tag='001'>", '<'))
                .or(() -> between(text, "\"001\":\"", '"'))
                .or(() -> between(text, "\"001\": \"", '"'))
                .or(() -> first001(text));
        return number.map(found -> Findings.shortened(found.strip())).orElse("");
    }

    private static Optional<String> between(String text, String before, char after) {
        int from = text.indexOf(before);
        if (from < 0) return Optional.empty();
        int start = from + before.length();
        int end = text.indexOf(after, start);
        return end < 0 || end - start > LONGEST_NUMBER ? Optional.empty() : Optional.of(text.substring(start, end));
    }

    private static Optional<String> first001(String text) {
        boolean first = text.length() > 27 && text.startsWith("001", 24);
        return first ? between(text, "\u001E", '\u001E') : Optional.empty();
    }
}
