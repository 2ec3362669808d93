package org.carrel.catalog.marc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordPosition;

/**
 * Reads the very bytes in which a record came once more. A record element of XML and a record out of UTF-16 have left
 * their file's declaration behind: the encodings such files have are tried until the record is the one that was taken in.
 */
public final class OriginalRecord {
    private static final RecordPosition NOWHERE = new RecordPosition("", 1, 0, 0);
    private static final List<String> DECLARED =
            List.of("UTF-8", "windows-1252", "ISO-8859-1", "ISO-8859-15", "ISO-8859-2", "windows-1251", "KOI8-R");
    private static final List<Charset> UTF_16 = List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private OriginalRecord() {}

    /**
     * The record with what was repaired in it.
     *
     * @param format name of a {@link MarcFormat}, {@code encoding} of the {@link TextEncoding} it was read as
     * @param proof whether this is the record that was taken in
     * @return empty when no reading of the bytes satisfies the proof
     */
    public static Optional<MarcEntry.Read> read(
            byte[] original, String format, String encoding, Predicate<MarcRecord> proof) {
        return readings(original, MarcFormat.valueOf(format), TextEncoding.valueOf(encoding))
                .filter(entry -> proof.test(entry.record()))
                .findFirst();
    }

    private static Stream<MarcEntry.Read> readings(byte[] original, MarcFormat format, TextEncoding encoding) {
        return switch (format) {
            case MARCXML ->
                Stream.concat(
                        DECLARED.stream()
                                .filter(Charset::isSupported)
                                .flatMap(name -> read(new XmlParser(Charset.forName(name)), original)),
                        outOfUtf16(new XmlParser(StandardCharsets.UTF_8), original));
            case MARC_IN_JSON -> text(new JsonParser(), original, encoding);
            case MNEMONIC -> text(new MnemonicParser(), original, encoding);
            case ISO_2709 -> chosen(new Iso2709Parser(), original, encoding);
        };
    }

    private static Stream<MarcEntry.Read> text(RecordParser parser, byte[] original, TextEncoding encoding) {
        return Stream.concat(chosen(parser, original, encoding), outOfUtf16(parser, original));
    }

    /** As the bytes tell, else in the encoding that a person chose at the time. */
    private static Stream<MarcEntry.Read> chosen(RecordParser parser, byte[] original, TextEncoding encoding) {
        return Stream.of(Optional.<TextEncoding>empty(), Optional.of(encoding))
                .flatMap(forced -> read(parser, original, forced));
    }

    private static Stream<MarcEntry.Read> outOfUtf16(RecordParser parser, byte[] original) {
        return UTF_16.stream()
                .flatMap(charset -> read(parser, new String(original, charset).getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<MarcEntry.Read> read(RecordParser parser, byte[] bytes) {
        return read(parser, bytes, Optional.empty());
    }

    private static Stream<MarcEntry.Read> read(RecordParser parser, byte[] bytes, Optional<TextEncoding> forced) {
        var entry = EntryReader.read(parser, RawRecord.good(0, 1, bytes), bytes, NOWHERE, "", forced);
        return entry instanceof MarcEntry.Read read ? Stream.of(read) : Stream.empty();
    }
}
