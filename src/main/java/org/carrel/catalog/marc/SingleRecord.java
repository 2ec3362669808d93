package org.carrel.catalog.marc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.Finding;
import org.carrel.catalog.RecordPosition;

/** The reader's parts for one record that was cut out of its file already, and may be damaged in any way. */
public final class SingleRecord {
    /** A terminator that is damaged or lost can leave several records in one; nobody looks at more than these. */
    private static final int MOST = 20;

    private static final byte RECORD_END = 0x1D;
    /** Of XML whose declaration stood elsewhere in its file. */
    private static final Charset WESTERN = TextEncoding.WINDOWS_1252.charset().orElse(StandardCharsets.ISO_8859_1);

    private SingleRecord() {}

    /**
     * Where one field of an ISO 2709 record stands: its directory entry, and its data without the terminator.
     *
     * @param tagAt first byte of the directory entry
     */
    public record Place(int tagAt, int from, int to) {}

    /** The format by the first bytes; ISO 2709 for whatever is none of the text formats. */
    public static MarcFormat formatOf(byte[] bytes) {
        return switch (Sniffer.sniff(bytes, Math.min(bytes.length, Sniffer.HEAD))) {
            case XML, HTML -> MarcFormat.MARCXML;
            case JSON -> MarcFormat.MARC_IN_JSON;
            case MNEMONIC -> MarcFormat.MNEMONIC;
            default -> MarcFormat.ISO_2709;
        };
    }

    /** What a file of just these bytes would give: usually one entry, none when nothing is there to be read. */
    public static List<MarcEntry> read(byte[] bytes, MarcFormat format) {
        var source = format == MarcFormat.ISO_2709
                ? new TextSource(0, Optional.empty())
                : TextSource.of(bytes, bytes.length);
        var entries = new ArrayList<MarcEntry>();
        var charset = source.utf16().isPresent() ? StandardCharsets.UTF_8 : charsetOf(bytes);
        try (var in = new ByteArrayInputStream(bytes)) {
            var window = format == MarcFormat.ISO_2709 ? new ByteWindow(in) : source.window(in);
            var splitter = splitter(
                    format, window, Math.max(bytes.length, ReadLimits.defaults().maxRecordBytes()));
            for (var raw = splitter.next(); raw.isPresent() && entries.size() < MOST; raw = splitter.next()) {
                var at = new RecordPosition(
                        "", entries.size() + 1, raw.get().offset(), raw.get().line());
                entries.add(EntryReader.read(
                        parser(format, charset),
                        raw.get(),
                        source.original(raw.get().bytes()),
                        at,
                        "",
                        Optional.empty()));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail like a disk
        }
    }

    /** The encoding of a record in a text format: a record alone has no declaration. */
    public static Charset charsetOf(byte[] bytes) {
        var source = TextSource.of(bytes, bytes.length);
        return source.utf16().orElse(Utf8.valid(bytes, 0, bytes.length) ? StandardCharsets.UTF_8 : WESTERN);
    }

    /** Reads an ISO 2709 record in an encoding that its bytes may or may not be in. */
    public static MarcEntry readAs(byte[] bytes, TextEncoding chosen) {
        return readAs(bytes, Optional.of(chosen));
    }

    /** Reads an ISO 2709 record in the encoding that its bytes speak for. */
    public static MarcEntry readAsFound(byte[] bytes) {
        return readAs(bytes, Optional.empty());
    }

    private static MarcEntry readAs(byte[] bytes, Optional<TextEncoding> chosen) {
        var raw = RawRecord.good(0, 0, bytes);
        var at = new RecordPosition("", 1, 0, 0);
        return EntryReader.read(new Iso2709Parser(), raw, bytes, at, "", chosen);
    }

    /** The fields of an ISO 2709 record, found by the directory or, where that does not fit, in spite of it. */
    public static List<Place> fields(byte[] bytes) {
        int end = bytes.length > 0 && bytes[bytes.length - 1] == RECORD_END ? bytes.length - 1 : bytes.length;
        if (end < Directory.LEADER) return List.of();
        return Directory.read(bytes, end, new Findings()).stream()
                .map(slice -> new Place(slice.tagAt(), slice.from(), slice.to()))
                .toList();
    }

    /** Where the leader of an ISO 2709 record begins; 0 when none is to be seen. */
    public static int beginning(byte[] bytes) {
        if (Leaders.looseAt(bytes, 0, bytes.length)) return 0;
        return Math.max(0, Leaders.find(bytes, 0, bytes.length));
    }

    /** Where another record surely begins among these bytes; -1 when none does. */
    public static int beginningAmong(byte[] bytes, int from, int to) {
        return Leaders.find(bytes, from, to);
    }

    /** What is not allowed in a leader of 24 characters; lengths are not looked at. */
    public static List<Finding> inLeader(String leader) {
        var findings = new Findings();
        LeaderRepair.repair(leader, findings);
        return findings.list();
    }

    /** Length of the well-formed UTF-8 sequence at this byte, 0 when there is none. */
    public static int utf8Sequence(byte[] bytes, int at, int end) {
        return Utf8.sequence(bytes, at, end);
    }

    private static RecordSplitter splitter(MarcFormat format, ByteWindow window, int most) {
        return switch (format) {
            case ISO_2709 -> new Iso2709Splitter(window, most);
            case MARCXML -> new XmlSplitter(window, most);
            case MARC_IN_JSON -> new JsonSplitter(window, most);
            case MNEMONIC -> new MnemonicSplitter(window, most);
        };
    }

    private static RecordParser parser(MarcFormat format, Charset charset) {
        return switch (format) {
            case ISO_2709 -> new Iso2709Parser();
            case MARCXML -> new XmlParser(charset);
            case MARC_IN_JSON -> new JsonParser();
            case MNEMONIC -> new MnemonicParser();
        };
    }
}
