package org.carrel.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/** Rules that hold for any record and for any damage. */
class DamageTest {
    private static final int RECORDS = 12;

    @Provide
    Arbitrary<MarcRecord> records() {
        var text = Arbitraries.strings().withCharRange('\u0000', '\uFFFF').ofMaxLength(30);
        return records(text, Arbitraries.chars().range('\u0000', '\uFFFF'));
    }

    /** What the reader itself can make: composed text without control characters. */
    @Provide
    Arbitrary<MarcRecord> cleanRecords() {
        var text = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('À', 'ö')
                .withCharRange('А', 'я')
                .withCharRange('一', '丏')
                .ofMaxLength(40)
                .map(raw -> TextCleaner.data(raw, "", new Findings())
                        .replace("Ã", "A")
                        .replace("Â", "A"));
        return records(text, Arbitraries.chars().range('a', 'z'));
    }

    private static Arbitrary<MarcRecord> records(Arbitrary<String> text, Arbitrary<Character> code) {
        var control = Combinators.combine(Arbitraries.integers().between(1, 9), text)
                .as((tag, data) -> (MarcField) new ControlField("00" + tag, data));
        var subfield = Combinators.combine(code, text).as(Subfield::new);
        var indicator = Arbitraries.of(' ', '0', '1', '9', 'a');
        var data = Combinators.combine(
                        Arbitraries.integers().between(10, 999),
                        indicator,
                        indicator,
                        subfield.list().ofMaxSize(4))
                .as((tag, first, second, subfields) ->
                        (MarcField) new DataField(String.format("%03d", tag), first, second, subfields));
        return Arbitraries.oneOf(control, data)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(fields -> new MarcRecord(Given.LEADER, fields));
    }

    @Property(tries = 500)
    void anyRecordSurvivesItsStoredForm(@ForAll("records") MarcRecord record) {
        assertThat(MarcJson.read(MarcJson.write(record))).isEqualTo(record);
    }

    @Property(tries = 300)
    void whatTheReaderMakesSurvivesIso2709(@ForAll("cleanRecords") MarcRecord record)
            throws IOException, MarcFileRefused {
        var bytes = Given.joined(Given.iso(Given.record("first", "First")), Given.iso(record));
        var records = read(bytes).records();
        assertThat(records).hasSize(2);
        assertThat(records.get(1)).isEqualTo(record);
    }

    @Property(tries = 400)
    void damageNeverEscapesAndNeverSpreads(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        var pieces = new ArrayList<byte[]>();
        for (int i = 0; i < RECORDS; i++) pieces.add(Given.iso(Given.record("k" + i, "Title number " + i)));
        int hit = random.nextInt(RECORDS);
        pieces.set(hit, damaged(pieces.get(hit), random));
        List<String> titles;
        try {
            titles = read(Given.joined(pieces.toArray(byte[][]::new))).records().stream()
                    .map(Samples::title)
                    .toList();
        } catch (MarcFileRefused e) {
            throw new AssertionError("One damaged record refuses the whole file, seed " + seed, e);
        }
        for (int i = 0; i < RECORDS; i++) {
            // The record right behind the damage may be taken for a part of it; those further away may not.
            if (i < hit || i > hit + 1)
                assertThat(titles).as("seed %d, damage in %d", seed, hit).contains("Title number " + i);
        }
    }

    @Property(tries = 300)
    void damagedXmlAndJsonNeverThrowAnythingElse(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        var xml = new StringBuilder(MarcXmlWriter.HEAD);
        var json = new StringBuilder("[");
        for (int i = 0; i < 4; i++) {
            xml.append(
                    MarcXmlWriter.write(Given.record("k" + i, "Title é " + i)).xml());
            json.append(MarcJson.write(Given.record("k" + i, "Title é " + i))).append(",\n");
        }
        for (var text : new String[] {xml + MarcXmlWriter.TAIL, json + "]"}) {
            try {
                assertThat(read(damaged(Given.utf8(text), random)).entries()).isNotEmpty();
            } catch (MarcFileRefused e) {
                assertThat(e.problem()).isNotNull();
            }
        }
    }

    @Property(tries = 500)
    void anyBytesAreSniffedAndReadOrRefused(@ForAll byte[] bytes, @ForAll boolean likeMarc) throws IOException {
        assertThat(Sniffer.sniff(bytes, bytes.length)).isNotNull();
        var file = likeMarc ? Given.joined(Given.latin("00026nam a2200025 i 4500"), bytes) : bytes;
        try {
            assertThat(read(file).entries()).isNotEmpty();
        } catch (MarcFileRefused e) {
            assertThat(e.problem()).isNotNull();
        }
    }

    /** A few bytes flipped, cut out, put in or copied over from elsewhere. */
    private static byte[] damaged(byte[] bytes, Random random) {
        var damaged = bytes;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(damaged.length);
            int length = Math.min(1 + random.nextInt(8), damaged.length - at);
            var head = Arrays.copyOf(damaged, at);
            var tail = Arrays.copyOfRange(damaged, at + length, damaged.length);
            var noise = new byte[length];
            random.nextBytes(noise);
            damaged = switch (random.nextInt(4)) {
                case 0 -> Given.joined(head, noise, tail);
                case 1 -> Given.joined(head, tail);
                case 2 -> Given.joined(head, noise, Arrays.copyOfRange(damaged, at, damaged.length));
                default -> Given.joined(head, Arrays.copyOfRange(damaged, 0, length), tail);
            };
            if (damaged.length == 0) return bytes;
        }
        return damaged;
    }

    private static Samples.Contents read(byte[] bytes) throws IOException, MarcFileRefused {
        Path file = Files.createTempFile("carrel", ".mrc");
        try {
            Files.write(file, bytes);
            return Samples.contents(file);
        } finally {
            Files.delete(file);
        }
    }
}
