package org.carrel.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MARCXML in whatever wrapping, and nothing else that XML can do. */
class XmlTest {
    @TempDir
    Path folder;

    private Samples.Contents read(String xml) throws IOException, MarcFileRefused {
        return read(Given.utf8(xml));
    }

    private Samples.Contents read(byte[] bytes) throws IOException, MarcFileRefused {
        return Samples.contents(Files.write(folder.resolve("file"), bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<collection>%s</collection>",
                "<c:collection xmlns:c='http://www.loc.gov/MARC21/slim'><!-- <record> --><?x <record>?>%s</c:collection>",
                "<a><record><recordData>%s</recordData></record></a>",
                "<OAI-PMH><ListRecords><record><header status='deleted'/></record><record><header/><metadata>%s</metadata></record></ListRecords></OAI-PMH>",
                "<?xml version='1.0'?>%s",
                "<x><![CDATA[ <record> <!DOCTYPE ]]>%s</x>",
                "<x y='a > b'><holder><record>%s</record></holder></x>",
            })
    void aRecordIsFoundInAnyWrapping(String wrapping) throws IOException, MarcFileRefused {
        var contents = read(wrapping.formatted(Given.xmlRecord("k1", "One") + Given.xmlRecord("k2", "Two")));
        assertThat(contents.records()).extracting(Samples::title).containsExactly("One", "Two");
        assertThat(contents.rejected()).isEmpty();
        assertThat(contents.read())
                .allSatisfy(read -> assertThat(read.findings()).isEmpty());
    }

    @Test
    void badXmlCostsOneRecordAndNamesItsLine() throws IOException, MarcFileRefused {
        var contents = read("<collection>\n" + Given.xmlRecord("k1", "One") + "\n"
                + Given.xmlRecord("k2", "Cats & dogs") + "\n" + Given.xmlRecord("k3", "&eacute;t&eacute;") + "\n"
                + "<record><leader>" + Given.LEADER + "</leader><controlfield tag='001'>k4</controlfield>\n"
                + Given.xmlRecord("k5", "Five") + "</collection>");
        assertThat(contents.records()).extracting(Samples::title).containsExactly("One", "Five");
        assertThat(contents.rejected())
                .extracting(rejected -> rejected.at().line())
                .containsExactly(3, 4, 5);
        assertThat(contents.rejected())
                .extracting(MarcEntry.Rejected::controlNumber)
                .containsExactly("k2", "k3", "k4");
        assertThat(contents.rejected())
                .allSatisfy(rejected -> assertThat(rejected.reason()).isEqualTo(MarcProblem.XML_NOT_WELL_FORMED));
    }

    @Test
    void aFileCutOffNeverLooksDone() throws IOException, MarcFileRefused {
        var between = read("<collection>" + Given.xmlRecord("k1", "One"));
        assertThat(between.rejected())
                .extracting(MarcEntry.Rejected::reason)
                .containsExactly(MarcProblem.XML_ENDS_EARLY);
        var inside = read("<collection>" + Given.xmlRecord("k1", "One") + "<record><leader>" + Given.LEADER);
        assertThat(inside.records()).hasSize(1);
        assertThat(inside.rejected().getFirst().reason()).isEqualTo(MarcProblem.FILE_ENDS_INSIDE_RECORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#20;", "&#x1F;", "\u0014", "&#xFFFE;"})
    void aCharacterThatXmlCannotHoldCostsOnlyItself(String character) throws IOException, MarcFileRefused {
        var read = read("<collection>" + Given.xmlRecord("k1", "On" + character + "e") + "</collection>")
                .read()
                .getFirst();
        assertThat(Samples.title(read.record())).isEqualTo("One");
        assertThat(read.findings())
                .extracting(finding -> finding.problem().name())
                .containsExactly("CONTROL_CHARACTER");
    }

    @Test
    void entitiesAreNotReadAndNobodyIsCalled() throws IOException { // ST-12
        var secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            var url = "http://127.0.0.1:" + server.getLocalPort() + "/evil.dtd";
            for (var doctype : new String[] {
                "<!DOCTYPE c [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE c SYSTEM \"" + url + "\">",
                "<!doctype c [<!ENTITY % p SYSTEM \"" + url + "\"> %p;]>",
            }) {
                var xml = "<?xml version=\"1.0\"?>\n<!-- -->\n" + doctype + "<collection>"
                        + Given.xmlRecord("k1", "&x;") + "</collection>";
                assertThatThrownBy(() -> read(xml)).isInstanceOfSatisfying(MarcFileRefused.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(FileProblem.DOCTYPE_NOT_ALLOWED);
                    assertThat(refused.place().line()).isEqualTo(3);
                });
            }
            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void aDocumentTypeBehindRecordsIsFoundBeforeAnyIsHandedOut() {
        var xml = "<collection>" + Given.xmlRecord("k1", "One") + "</collection>\n<!DOCTYPE c>";
        assertThatThrownBy(() -> read(xml)).isInstanceOfSatisfying(MarcFileRefused.class, refused -> assertThat(
                        refused.place().line())
                .isEqualTo(2));
    }

    @Test
    void aDeclaredEncodingIsFollowed() throws IOException, MarcFileRefused {
        for (var name : new String[] {"ISO-8859-1", "windows-1252", "UTF-16BE", "UTF-16LE", "UTF-8"}) {
            boolean wide = name.startsWith("UTF-16");
            var declared = wide
                    ? "\uFEFF<?xml version='1.0' encoding='UTF-16'?>"
                    : "<?xml version='1.0' encoding='" + name + "'?>";
            var xml = declared + "<collection>" + Given.xmlRecord("k1", "Café à la carte") + "</collection>";
            var read = read(xml.getBytes(Charset.forName(name))).read().getFirst();
            assertThat(Samples.title(read.record())).as(name).isEqualTo("Café à la carte");
            assertThat(new String(read.original(), Charset.forName(name)))
                    .isEqualTo(Given.xmlRecord("k1", "Café à la carte"));
        }
    }

    @Test
    void aDeclarationThatLiesIsRefusedWithItsPlace() {
        var utf8 = "<?xml version='1.0' encoding='ISO-8859-1'?>\n<c>" + Given.xmlRecord("k1", "Café") + "</c>";
        assertThatThrownBy(() -> read(utf8.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(MarcFileRefused.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(FileProblem.XML_ENCODING_CONTRADICTED);
                    assertThat(refused.place().line()).isEqualTo(2);
                    assertThat(refused.place().column()).isEqualTo(utf8.split("\n", -1)[1].indexOf('é') + 1);
                });
        var latin = "<c>\n" + Given.xmlRecord("k1", "é é Café").replace("é é", "ok") + "</c>";
        assertThatThrownBy(() -> read(latin.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(MarcFileRefused.class, refused -> assertThat(
                                refused.place().column())
                        .isEqualTo(latin.split("\n", -1)[1].indexOf('é') + 1));
        var wide = "<?xml version='1.0' encoding='UTF-16'?><c>" + Given.xmlRecord("k1", "Cafe") + "</c>";
        assertThatThrownBy(() -> read(wide)).isInstanceOf(MarcFileRefused.class);
    }

    @Test
    void zeroRecordsAreNoSuccess() {
        assertThatThrownBy(() -> read("<rss><channel><item>x</item></channel></rss>"))
                .isInstanceOfSatisfying(MarcFileRefused.class, refused -> assertThat(refused.problem())
                        .isEqualTo(FileProblem.NO_RECORDS));
    }

    @Test
    void whatIsWrittenIsWellFormedForHostileText() throws Exception {
        var record = new MarcRecord(
                Given.LEADER,
                java.util.List.of(
                        new ControlField("001", "a/b?c=1&d=\"<x>' ; DROP TABLE--"),
                        new DataField(
                                "245",
                                '<',
                                '&',
                                java.util.List.of(new Subfield('"', "]]><script>\u0000\u000B\uFFFE\uD800x🐶")))));
        var written = MarcXmlWriter.write(record);
        assertThat(written.dropped()).isNotEmpty();
        var document = (MarcXmlWriter.HEAD + written.xml() + MarcXmlWriter.TAIL).getBytes(StandardCharsets.UTF_8);
        var parsed = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(document));
        assertThat(parsed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.loc.gov/MARC21/slim");
        assertThat(parsed.getElementsByTagName("subfield").item(0).getTextContent())
                .isEqualTo("]]><script>x🐶");
    }
}
