package org.carrel.copycataloging.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carrel.copycataloging.net.Ber.Kind;
import org.junit.jupiter.api.Test;

class BerTest {
    private static Ber read(String hex) throws IOException {
        return read(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static Ber read(byte[] bytes) throws IOException {
        return Ber.read(new ByteArrayInputStream(bytes));
    }

    @Provide
    Arbitrary<Ber> elements() {
        return elements(3);
    }

    private static Arbitrary<Ber> elements(int depth) {
        var kinds = Arbitraries.of(Kind.APPLICATION, Kind.CONTEXT, Kind.PRIVATE);
        var tags = Arbitraries.integers().between(0, Ber.MOST_TAG - 1);
        Arbitrary<Ber> plain = Combinators.combine(
                        kinds, tags, Arbitraries.bytes().array(byte[].class).ofMaxSize(400))
                .as((kind, tag, content) -> Ber.of(kind, tag, content));
        if (depth == 0) return plain;
        Arbitrary<Ber> nested = Combinators.combine(
                        kinds, tags, elements(depth - 1).list().ofMaxSize(4))
                .as((kind, tag, children) -> Ber.of(kind, tag, children.toArray(Ber[]::new)));
        return Arbitraries.oneOf(plain, nested);
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll("elements") Ber element) throws IOException {
        assertThat(read(element.encoded())).isEqualTo(element);
    }

    @Property(tries = 300)
    void whatIsCutOffIsNoElement(@ForAll("elements") Ber element, @ForAll double where) {
        var bytes = element.encoded();
        var cut = (int) Math.min(bytes.length - 1, Math.abs(where % 1) * bytes.length);
        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, cut))).isInstanceOf(IOException.class);
    }

    @Property(tries = 1000)
    void anyBytesAreAnElementOrAnIoProblem(@ForAll byte[] bytes) {
        try {
            assertThat(read(read(bytes).encoded())).isEqualTo(read(bytes));
        } catch (IOException e) {
            // what is no element is told so, and by nothing else
        }
    }

    @Property
    void numbersAreReadAgain(@ForAll long number) throws IOException {
        assertThat(read(Ber.context(23, number).encoded()).number()).isEqualTo(number);
    }

    /** X.690 8.1.3.6: until two zeros. */
    @Test
    void lengthsThatAreNotSaidEndWhereTheEndIsMarked() throws IOException {
        assertThat(read("30 80 02 01 05 A1 80 80 01 61 00 00 00 00"))
                .isEqualTo(new Ber(
                        Kind.UNIVERSAL,
                        Ber.SEQUENCE,
                        true,
                        new byte[0],
                        List.of(
                                Ber.of(Kind.UNIVERSAL, Ber.INTEGER, new byte[] {5}),
                                Ber.context(1, Ber.context(0, "a")))));
    }

    /** Bib-1, as every Z39.50 server sends it. */
    @Test
    void objectsAreWrittenAsTheStandardHasThem() {
        assertThat(Ber.object("1.2.840.10003.3.1").encoded())
                .isEqualTo(HexFormat.of().parseHex("06072a8648ce130301"));
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        assertThatThrownBy(() -> read("A080".repeat(1000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Deeper");
        assertThatThrownBy(() -> read("04 84 7F FF FF FF")).isInstanceOf(Line.TooLarge.class);
        assertThatThrownBy(() -> read("30 03 04 05 00")).isInstanceOf(IOException.class);
    }
}
