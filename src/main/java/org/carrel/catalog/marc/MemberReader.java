package org.carrel.catalog.marc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The records of one member: how they are cut out, how each is read, and what its original bytes are. */
final class MemberReader implements AutoCloseable {
    private static final int DEEPEST = 2;

    private final String name;
    private final InputStream in;
    private final RecordSplitter splitter;
    private final RecordParser parser;
    private final TextSource source;

    private MemberReader(String name, InputStream in, RecordSplitter splitter, RecordParser parser, TextSource source) {
        this.name = name;
        this.in = in;
        this.splitter = splitter;
        this.parser = parser;
        this.source = source;
    }

    /** What a member turned out to be: records to read, or why it has none. */
    record Opened(Optional<MemberReader> reader, ContentKind kind) {}

    static Opened open(Member member, ReadLimits limits, InflationGuard.Budget budget)
            throws IOException, MarcFileRefused {
        return open(member, limits, budget, 0);
    }

    private static Opened open(Member member, ReadLimits limits, InflationGuard.Budget budget, int depth)
            throws IOException, MarcFileRefused {
        byte[] head;
        try (var in = guarded(member, new InflationGuard.Budget(limits))) {
            head = in.readNBytes(Sniffer.HEAD);
        }
        var kind = Sniffer.sniff(head, head.length);
        var source = TextSource.of(head, head.length);
        return switch (kind) {
            case GZIP ->
                depth < DEEPEST
                        ? open(member.gunzipped(), limits, budget, depth + 1)
                        : new Opened(Optional.empty(), ContentKind.ZIP);
            case ISO_2709, XML, JSON, MNEMONIC -> {
                var charset = kind == ContentKind.XML ? checked(member, limits, source) : StandardCharsets.UTF_8;
                yield new Opened(Optional.of(reader(member, limits, budget, kind, source, charset)), kind);
            }
            default -> new Opened(Optional.empty(), kind);
        };
    }

    private static InflationGuard guarded(Member member, InflationGuard.Budget budget) throws IOException {
        return new InflationGuard(member.opener().open(), budget, member.packedBytes());
    }

    private static Charset checked(Member member, ReadLimits limits, TextSource source)
            throws IOException, MarcFileRefused {
        try (var in = guarded(member, new InflationGuard.Budget(limits))) {
            return new XmlCheck(source.window(in), member.name(), source.utf16().isPresent()).run();
        }
    }

    private static MemberReader reader(
            Member member,
            ReadLimits limits,
            InflationGuard.Budget budget,
            ContentKind kind,
            TextSource source,
            Charset charset)
            throws IOException {
        var in = guarded(member, budget);
        int most = limits.maxRecordBytes();
        return switch (kind) {
            case XML ->
                new MemberReader(
                        member.name(), in, new XmlSplitter(source.window(in), most), new XmlParser(charset), source);
            case JSON ->
                new MemberReader(
                        member.name(), in, new JsonSplitter(source.window(in), most), new JsonParser(), source);
            case MNEMONIC ->
                new MemberReader(
                        member.name(), in, new MnemonicSplitter(source.window(in), most), new MnemonicParser(), source);
            default ->
                new MemberReader(
                        member.name(),
                        in,
                        new Iso2709Splitter(new ByteWindow(in), most),
                        new Iso2709Parser(),
                        new TextSource(0, Optional.empty()));
        };
    }

    String name() {
        return name;
    }

    RecordParser parser() {
        return parser;
    }

    Optional<RawRecord> next() throws IOException {
        return splitter.next();
    }

    byte[] original(RawRecord raw) {
        return source.original(raw.bytes());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
