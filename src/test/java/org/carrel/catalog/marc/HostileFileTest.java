package org.carrel.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to exhaust the reader cost it a few seconds and a reject. */
class HostileFileTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Samples.Contents read(byte[] bytes) throws IOException, MarcFileRefused {
        return Samples.contents(Files.write(folder.resolve("file"), bytes));
    }

    @Test
    void commentsWithoutEndAreLookedThroughOnce() {
        var xml = "<c>" + "<!-- x ".repeat(2_000_000) + Given.xmlRecord("k", "One") + "</c>";
        assertTimeoutPreemptively(
                SOON, () -> assertThat(read(Given.utf8(xml)).records()).hasSize(1));
    }

    @Test
    void deepNestingIsOneReject() {
        var deep = "[".repeat(2_000_000);
        for (var key : new String[] {"\"x\":", "\"fields\":[{\"245\":"}) {
            var json = MarcJson.write(Given.record("j1", "One")) + "\n{\"leader\":\"" + Given.LEADER + "\"," + key
                    + deep + "\n" + MarcJson.write(Given.record("j2", "Two"));
            assertTimeoutPreemptively(SOON, () -> {
                var contents = read(Given.utf8(json));
                assertThat(contents.records()).extracting(Samples::title).containsExactly("One", "Two");
                assertThat(contents.rejected()).hasSize(1);
            });
        }
        var xml = "<c>" + "<record>".repeat(300_000) + Given.xmlRecord("k", "One") + "</c>";
        assertTimeoutPreemptively(
                SOON, () -> assertThat(read(Given.utf8(xml)).records()).hasSize(1));
    }

    @Test
    void aLongRecordFullOfReferencesIsRead() throws IOException, MarcFileRefused {
        var xml = "<c>" + Given.xmlRecord("k", "&amp;&#233;".repeat(300_000)) + "</c>";
        assertThat(Samples.title(read(Given.utf8(xml)).records().getFirst())).hasSize(600_000);
    }

    @Test
    void aMillionSubfieldsAreOneRecord() {
        var xml = Given.xmlRecord("k", "One")
                .replace("</datafield>", "<subfield code='b'/>".repeat(500_000) + "</datafield>");
        assertTimeoutPreemptively(
                SOON, () -> assertThat(read(Given.utf8(xml)).records()).hasSize(1));
    }

    @Test
    void rejectsAreCounted() {
        var limits = new ReadLimits(1 << 30, 10, 100, 1 << 20, 50);
        assertThatThrownBy(() ->
                        Samples.contents(Files.write(folder.resolve("t"), Given.latin("\u001D".repeat(100))), limits))
                .isInstanceOfSatisfying(MarcFileRefused.class, refused -> assertThat(refused.problem())
                        .isEqualTo(FileProblem.TOO_MANY_REJECTS));
    }

    @Test
    void oldZipFilesHaveNamesInOldEncodings() throws IOException, MarcFileRefused {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, Charset.forName("IBM437"))) {
            zip.putNextEntry(new ZipEntry("année.mrc"));
            zip.write(Given.iso(Given.record("z", "One")));
        }
        assertThat(read(bytes.toByteArray()).records()).hasSize(1);
    }

    @Test
    void aLeaderOrDirectoryOfAnyLengthIsOneReject() throws IOException, MarcFileRefused {
        var good = Given.iso(Given.record("k", "One"));
        for (var bad : new String[] {
            "\u001E\u001D",
            "00005\u001D",
            "99999\u001D",
            "00024nam a2200024 i 4500\u001D",
            "00026nam a2200025 i 4500\u001E\u001D",
            "x".repeat(200) + "\u001D",
            "\u001F\u001E\u001F\u001D"
        }) {
            var contents = read(Given.joined(good, Given.latin(bad), good));
            assertThat(contents.records()).as(bad).hasSize(2);
            assertThat(contents.rejected()).as(bad).hasSize(1);
        }
    }
}
