package org.carrel.catalog.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carrel.catalog.Diagnosis;
import org.carrel.catalog.Repair;
import org.carrel.catalog.marc.MarcFormat;

/** Whatever the bytes are, the doctor answers: every byte is in one span, and no repair is offered that is none. */
class AnyBytesTest {
    /** Change a byte, leave some out, put some in: at a place, measured from the beginning or the end. */
    record Damage(int kind, int at, int length, byte value) {
        byte[] done(byte[] bytes) {
            if (bytes.length == 0) return bytes;
            int from = Math.floorMod(at, bytes.length);
            int to = Math.min(bytes.length, from + length);
            var made = new ArrayList<Byte>();
            for (int i = 0; i < from; i++) made.add(bytes[i]);
            for (int i = 0; i < (kind == 1 ? 0 : length); i++) made.add(value);
            for (int i = kind == 2 ? from : to; i < bytes.length; i++) made.add(bytes[i]);
            var result = new byte[made.size()];
            for (int i = 0; i < result.length; i++) result[i] = made.get(i);
            return result;
        }
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        Arbitrary<Byte> values = Arbitraries.of(
                (byte) 0x1D,
                (byte) 0x1E,
                (byte) 0x1F,
                (byte) 0,
                (byte) '0',
                (byte) '9',
                (byte) 'a',
                (byte) ' ',
                (byte) 0xC3,
                (byte) 0xE9,
                (byte) 0xFF);
        Arbitrary<Damage> damage = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(-60, 120),
                        Arbitraries.integers().between(1, 14),
                        values)
                .as(Damage::new);
        return damage.list().ofMinSize(0).ofMaxSize(5).map(AnyBytesTest::done);
    }

    private static byte[] done(List<Damage> all) {
        var bytes = Given.sound();
        for (var one : all) bytes = one.done(bytes);
        return bytes;
    }

    /** Bytes that look like parts of MARC more often than chance would have them. */
    @Provide
    Arbitrary<byte[]> marcLike() {
        return Arbitraries.of(
                        "00120nam a2200049 i 4500",
                        "001000500000",
                        "245001000005",
                        "\u001E",
                        "\u001D",
                        "10\u001Fa",
                        "99999",
                        "\u00C3\u00A9",
                        "\u00E9",
                        "\r\n",
                        "x")
                .list()
                .ofMaxSize(14)
                .map(parts -> Given.latin(String.join("", parts)));
    }

    @Property(tries = 400)
    void everyByteIsInOneSpan(@ForAll byte[] bytes) {
        check(bytes);
    }

    @Property(tries = 600)
    void everyByteOfADamagedRecordIsInOneSpan(@ForAll("damaged") byte[] bytes) {
        check(bytes);
    }

    @Property(tries = 600)
    void everyByteOfAPileOfPartsIsInOneSpan(@ForAll("marcLike") byte[] bytes) {
        check(bytes);
    }

    /** A repair leaves no fault of the frame, and done once it is done. */
    @Property(tries = 400)
    void aRepairedRecordNeedsNoFurtherRepairOfItsFrame(@ForAll("damaged") byte[] bytes) {
        for (var repair : Given.examined(bytes).repairs()) {
            var again = Given.examined(repair.bytes());
            assertThat(again.repairs()).noneMatch(next -> next.kind() == Repair.Kind.FRAME);
            assertThat(repair.preview().fields()).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void textOfAnyKindIsShownLineByLine(@ForAll byte[] bytes) {
        for (var format : MarcFormat.values()) {
            if (format == MarcFormat.ISO_2709) continue;
            var lines = ((Diagnosis.OfText) Examination.of(bytes, format)).lines();
            for (int i = 0; i < lines.size(); i++)
                assertThat(lines.get(i).number()).isEqualTo(i + 1);
        }
    }

    private static void check(byte[] bytes) {
        int at = 0;
        for (var span : Given.examined(bytes).spans()) {
            assertThat(span.offset()).as(Arrays.toString(bytes)).isEqualTo(at);
            assertThat(span.length()).isPositive();
            at = span.end();
        }
        assertThat(at).isEqualTo(bytes.length);
    }
}
