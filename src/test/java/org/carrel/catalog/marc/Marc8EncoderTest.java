package org.carrel.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.marc4j.converter.impl.CodeTableGenerated;

/** Text goes to MARC-8 and comes back the same, whatever it is; what MARC-8 has is written by its tables. */
class Marc8EncoderTest {
    private static final CodeTableGenerated TABLE = new CodeTableGenerated();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # the mark stands before its letter
            é         | E2 65
            # two marks keep their order
            ǟ         | E8 E5 61
            # a mark over two letters comes in two halves
            t͡s        | EB 74 EC 73
            # o with horn is a letter of its own, its accent a mark
            ớ         | E2 BC
            # letters with code of their own
            Øß€       | A2 C7 C8
            # Cyrillic behind an escape sequence, Latin again at the end
            да        | 1B 28 4E 44 41 1B 28 42
            # East Asian, three bytes a character
            中        | 1B 24 31 21 30 34 1B 28 42
            # superscripts by ESC p and ESC s
            m²        | 6D 1B 70 32 1B 73
            # not in MARC-8: the Library of Congress prescribes a numeric reference
            ☃         | 26 23 78 32 36 30 33 3B
            # and five digits beyond the basic plane
            😀        | 26 23 78 31 46 36 30 30 3B
            # text that only looks like a reference must not become one
            &#x41;    | 26 23 78 32 36 3B 23 78 34 31 3B
            # a mark without a letter before it
            ́         | 26 23 78 30 33 30 31 3B
            """)
    void textIsWrittenAsTheSpecificationSays(String text, String bytes) {
        var encoded = Marc8Encoder.encode(text).bytes();
        assertThat(Findings.hex(encoded, 0, encoded.length)).isEqualTo(bytes);
        assertThat(decoded(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    static Stream<Character> sets() {
        return Stream.of('B', 'E', 'N', 'Q', 'S', '2', '3', '4', 'g', 'b', 'p', '1');
    }

    @ParameterizedTest(name = "set {0}")
    @MethodSource("sets")
    void everyCharacterOfTheCodeTablesComesBackWithoutAReference(char set) {
        codes(set).forEach(code -> {
            char c = TABLE.getChar(code, set);
            if (c == 0 || Character.isISOControl(c)) return;
            var text = Normalizer.normalize(
                    Character.getType(c) == Character.NON_SPACING_MARK ? "a" + c : "" + c, Normalizer.Form.NFC);
            var encoded = Marc8Encoder.encode(text);
            assertThat(encoded.missing()).as("U+%04X", (int) c).isEmpty();
            assertThat(decoded(text)).as("U+%04X", (int) c).isEqualTo(text);
        });
    }

    private static IntStream codes(char set) {
        if (set != '1') return IntStream.rangeClosed(0x21, 0xFE).filter(code -> code < 0x7F || code > 0xA0);
        return IntStream.range(0, 94 * 94 * 94)
                .map(i -> (0x21 + i / 8836) << 16 | (0x21 + i / 94 % 94) << 8 | (0x21 + i % 94));
    }

    @Property(tries = 2000)
    void anyTextComesBack(@ForAll("texts") String text) {
        assertThat(decoded(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    @Property(tries = 500)
    void aWholeRecordIsReadAsWhatItIs(@ForAll("texts") String title, @ForAll("texts") String note) throws Exception {
        var findings = new Findings();
        var record = new MarcRecord(
                Given.LEADER,
                List.of(
                        new ControlField("001", "x1"),
                        new DataField("245", '1', '0', List.of(new Subfield('a', clean(title, findings)))),
                        new DataField("500", ' ', ' ', List.of(new Subfield('a', clean(note, findings))))));
        var bytes = ((Iso2709Writer.Result.Written) Iso2709Writer.writeMarc8(record)).bytes();
        assertThat(bytes[9]).isEqualTo((byte) ' ');
        var builder = new RecordBuilder();
        new Iso2709Parser().parse(RawRecord.good(0, 0, bytes), java.util.Optional.empty(), builder);
        assertThat(builder.build()).contains(record);
    }

    private static String clean(String text, Findings findings) {
        return TextCleaner.data(text, "245$a", findings);
    }

    @Provide
    Arbitrary<String> texts() {
        var western = Arbitraries.strings()
                .withCharRange('\u00A1', '\u017F')
                .withCharRange('a', 'z')
                .ofMaxLength(20);
        var marks = Arbitraries.strings()
                .withCharRange('\u0300', '\u0361')
                .withChars("aeiouAOtsœ &#x;1")
                .ofMaxLength(12);
        var scripts = Arbitraries.strings()
                .withCharRange('\u0370', '\u0460')
                .withCharRange('\u05B0', '\u0652')
                .withCharRange('\u3040', '\u30FF')
                .withChars(" ,.-aé")
                .ofMaxLength(12);
        var any = Arbitraries.strings().ofMaxLength(12);
        return Arbitraries.oneOf(western, marks, scripts, any)
                .map(text -> TextCleaner.data(text, "245$a", new Findings()));
    }

    private static String decoded(String text) {
        var bytes = Marc8Encoder.encode(text).bytes();
        return TextCleaner.data(Marc8.decode(bytes, 0, bytes.length, "245$a", new Findings()), "245$a", new Findings());
    }

    static Stream<Path> samples() {
        Samples.assumePresent();
        return Samples.all("").stream().filter(file -> !file.toString().contains("unimarc"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everySampleComesBackFromMarc8(Path sample) throws MarcFileRefused {
        List<MarcRecord> records;
        try {
            records = Samples.contents(sample).records();
        } catch (MarcFileRefused e) {
            assertThat(e.problem()).isEqualTo(FileProblem.NO_RECORDS);
            return;
        }
        for (var record : records) {
            if (!(Iso2709Writer.writeMarc8(record) instanceof Iso2709Writer.Result.Written written)) continue;
            var again = MarcFileReader.reread(entry(written.bytes(), record), TextEncoding.MARC_8);
            assertThat(again).isInstanceOfSatisfying(MarcEntry.Read.class, read -> assertThat(read.record())
                    .isEqualTo(record));
        }
    }

    private static MarcEntry.Read entry(byte[] bytes, MarcRecord record) {
        return new MarcEntry.Read(
                new org.carrel.catalog.RecordPosition("", 1, 0, 0),
                bytes,
                MarcFormat.ISO_2709,
                new EncodingDecision(' ', TextEncoding.MARC_8, true),
                record,
                RecordTypes.of(record),
                List.of());
    }
}
