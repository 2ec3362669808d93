package org.carrel.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The encoding of a record follows its bytes; leader/09 speaks only where they leave it open. */
class EncodingTest {
    @TempDir
    Path folder;

    private MarcEntry.Read read(char flag, byte[] title) throws IOException, MarcFileRefused {
        var file = Files.write(folder.resolve("one"), Given.isoWithTitle(flag, title));
        return Samples.contents(file).read().getFirst();
    }

    @ParameterizedTest(name = "leader/09 ''{0}'', bytes {1}")
    @CsvSource(ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            # UTF-8 whatever the leader says
            ' ', 4E69C3B16F,                     UTF_8,        Niño
            a,   4E69C3B16F,                     UTF_8,        Niño
            # decomposed UTF-8 comes out composed
            a,   656CCC80766573,                 UTF_8,        el̀ves
            # ANSEL: the mark before its letter
            ' ', 4E69E46E6F,                     MARC_8,       Niño
            a,   4E69E46E6F,                     MARC_8,       Niño
            a,   636166E265,                     MARC_8,       café
            # ANSEL ligature, both halves
            ' ', EB69EC61,                       MARC_8,       i͡a
            # two marks on one letter
            ' ', E3E275,                         MARC_8,       û́
            # pound sign before a price
            a,   B9302E3735,                     MARC_8,       £0.75
            # Cyrillic by escape sequence
            ' ', 1B284E6F626B1B2842,             MARC_8,       ОБК
            # Latin script of Windows
            a,   636166E9,                       WINDOWS_1252, café
            ' ', 636166E9,                       WINDOWS_1252, café
            a,   4368696C6472656E927320646179,   WINDOWS_1252, Children’s day
            a,   66FC72,                         WINDOWS_1252, für
            a,   4EF66C,                         WINDOWS_1252, Nöl
            a,   6761 72E76F6E,                  WINDOWS_1252, garçon
            a,   E96CE87665,                     WINDOWS_1252, élève
            a,   67E96EE972616C,                 WINDOWS_1252, général
            a,   6E69F16F,                       WINDOWS_1252, niño
            a,   4EE36F,                         WINDOWS_1252, Não
            a,   4BF66E6967,                     WINDOWS_1252, König
            a,   42E4756D65,                     WINDOWS_1252, Bäume
            # plain text is no question
            ' ', 4E696E6F,                       ASCII,        Nino
            # sharp s and euro, added to MARC-8 late
            ' ', 53747261C765,                   MARC_8,       Straße
            """)
    void textIsReadAsItsBytesSay(char flag, String hex, TextEncoding found, String text)
            throws IOException, MarcFileRefused {
        var read = read(flag, HexFormat.of().parseHex(hex.replace(" ", "")));
        assertThat(Samples.title(read.record()))
                .isEqualTo(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC));
        assertThat(read.encoding().found()).isEqualTo(found);
        assertThat(read.record().leaderAt(9)).isEqualTo('a');
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            IBM866,       CP866
            windows-1251, WINDOWS_1251
            KOI8-R,       KOI8_R
            """)
    void anotherScriptByteByLetterIsFlaggedAndKeptReadable(String charset, TextEncoding guess)
            throws IOException, MarcFileRefused {
        var text = "Автоматизация проектирования и подготовки производства";
        var read = read(' ', text.getBytes(Charset.forName(charset)));
        assertThat(read.findings())
                .extracting(finding -> finding.problem().name())
                .contains("ENCODING_NOT_RECOGNISED");
        assertThat(read.encoding()).isEqualTo(new EncodingDecision(' ', guess, false));
        assertThat(Samples.title(read.record())).isEqualTo(text);
    }

    @Test
    void aPersonCanChooseAnotherEncoding() throws IOException, MarcFileRefused {
        var read = read('a', "Čapek".getBytes(Charset.forName("KOI8-R")));
        var again = MarcFileReader.reread(read, TextEncoding.WINDOWS_1252);
        assertThat(again).isInstanceOfSatisfying(MarcEntry.Read.class, entry -> assertThat(
                        entry.encoding().found())
                .isEqualTo(TextEncoding.WINDOWS_1252));
    }

    @Test
    void badBytesInUtf8AreShownAndNamed() throws IOException, MarcFileRefused {
        var title =
                Given.joined(Given.utf8("Prüfung été "), new byte[] {(byte) 0xF5, (byte) 0x80}, Given.utf8(" naïve"));
        var read = read('a', title);
        assertThat(Samples.title(read.record())).isEqualTo("Prüfung été \uFFFD\uFFFD naïve");
        assertThat(read.findings()).anySatisfy(finding -> {
            assertThat(finding.problem()).isEqualTo(MarcProblem.BAD_BYTES);
            assertThat(finding.place()).isEqualTo("245$a");
            assertThat(finding.detail()).startsWith("F5 80");
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # the file ends where an escape sequence begins
            41421B,         AB
            41421B24,       AB$
            41421B2431,     AB
            # two bytes of a character of three
            41421B24312150, AB!P
            # a set that does not exist
            41421B285A43,   AB(ZC
            """)
    void aCutEscapeSequenceEnds(String hex, String text) throws IOException, MarcFileRefused {
        var title = Given.joined(HexFormat.of().parseHex("E265"), HexFormat.of().parseHex(hex));
        var read = read(' ', title);
        assertThat(Samples.title(read.record())).isEqualTo("é" + text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            &#x265A;,     ♚
            &#x1F436;,    🐶
            # not a character, left as it is
            &#x110000;,   &#x110000;
            &#xD800;,     &#xD800;
            &#x;,         &#x;
            &#xZZ;,       &#xZZ;
            &amp;,        &amp;
            """)
    void marc8MayHoldNumericReferences(String written, String text) throws IOException, MarcFileRefused {
        assertThat(Samples.title(read(' ', Given.latin(written)).record())).isEqualTo(text);
        assertThat(Samples.title(read('a', Given.latin(written)).record())).isEqualTo(written);
    }

    @Test
    void everyMarc8ByteEndsAsACharacterOrAFinding() {
        for (int b = 0; b < 256; b++) {
            for (int next = 0; next < 256; next++) {
                var findings = new Findings();
                var bytes = new byte[] {'x', (byte) b, (byte) next, 'y'};
                var text = Marc8.decode(bytes, 0, bytes.length, "245$a", findings);
                assertThat(text).startsWith("x");
                boolean lost = text.indexOf('\uFFFD') >= 0;
                assertThat(lost && findings.list().isEmpty())
                        .as("%02X %02X", b, next)
                        .isFalse();
            }
        }
    }

    @Test
    void controlsGoAndTextIsComposed() {
        var findings = new Findings();
        assertThat(TextCleaner.data("a\u0000b\r\n\tc \u0085d", "500$a", findings))
                .isEqualTo("ab c d");
        assertThat(findings.list())
                .extracting(finding -> finding.problem().name())
                .containsExactlyInAnyOrder("CONTROL_CHARACTER", "LINE_BREAK_IN_DATA");
        assertThat(TextCleaner.data("i\uFE20a\uFE21", "500$a", new Findings())).isEqualTo("i\u0361a");
        assertThat(TextCleaner.data("x\uD800y", "500$a", new Findings())).isEqualTo("xy");
        var clean = new String("Dog Man \uD83D\uDC36".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(TextCleaner.data(clean, "245$a", new Findings())).isEqualTo(clean);
    }
}
