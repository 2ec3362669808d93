package org.carrel.scheduling.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IcsLineTest {
    @Provide
    Arbitrary<String> texts() {
        var points = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, Arbitraries.integers().between(0x20, 0x7e)),
                net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0xa1, 0x2fff)),
                net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0x1f300, 0x1faff)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of((int) ' ', (int) '\t', (int) ',', (int) ';', (int) '\\')));
        return points.list().ofMaxSize(300).map(list -> {
            var text = new StringBuilder();
            list.forEach(text::appendCodePoint);
            return text.toString();
        });
    }

    /** B-42: no row is longer than 75 octets or breaks a character, and joined again they are what they were (RFC 5545, 3.1). */
    @Property(tries = 10_000)
    void b42WhatIsFoldedUnfoldsToItself(@ForAll("texts") String text) {
        var folded = IcsLine.folded(text);
        assertThat(folded).endsWith("\r\n");
        var rows = folded.substring(0, folded.length() - 2).split("\r\n", -1);
        for (var row : rows) {
            var octets = row.getBytes(StandardCharsets.UTF_8);
            assertThat(octets.length).isLessThanOrEqualTo(75);
            assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo(row);
        }
        assertThat(String.join("\r\n", rows).replace("\r\n ", "")).isEqualTo(text);
    }

    @Property
    void textIsReadBackAsItWas(@ForAll("texts") String text) {
        assertThat(unescaped(IcsLine.text(text))).isEqualTo(text);
    }

    private static String unescaped(String value) {
        var text = new StringBuilder();
        for (var at = 0; at < value.length(); at++) {
            var letter = value.charAt(at);
            if (letter != '\\') text.append(letter);
            else if (value.charAt(++at) == 'n') text.append('\n');
            else text.append(value.charAt(at));
        }
        return text.toString();
    }

    @Example
    void rowsOfOtherSystemsAndControlCharactersDoNoHarm() {
        assertThat(IcsLine.text("one\r\ntwo\rthree\nfour\u0000\u0007!")).isEqualTo("one\\ntwo\\nthree\\nfour!");
        assertThat(IcsLine.text("half \ud83d of a pair")).isEqualTo("half  of a pair");
        assertThat(IcsLine.quoted("Ms. \"D\" Chen\r\nEvil: 1")).isEqualTo("\"Ms. D ChenEvil: 1\"");
    }
}
