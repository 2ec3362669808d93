package org.carrel.catalog.marc;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.marc4j.converter.impl.CodeTableGenerated;
import org.marc4j.converter.impl.ReverseCodeTableGenerated;

/**
 * Which characters MARC-8 has, in which set and under which code. The sets of one byte are those of the reader, turned
 * round; of the East Asian set a code counts only when the reader makes the same character of it.
 */
final class Marc8Repertoire {
    static final char LATIN = 'B';
    static final char ANSEL = 'E';
    static final char EAST_ASIAN = '1';

    /** Latin first, then whole alphabets, then the few Greek letters, subscripts and superscripts. */
    private static final String ONE_BYTE_SETS = "BENQS234gbp";

    private static final CodeTableGenerated TABLE = new CodeTableGenerated();
    private static final ReverseCodeTableGenerated REVERSE = new ReverseCodeTableGenerated();
    private static final Map<Character, Map<Character, Code>> SETS = new LinkedHashMap<>();

    static {
        for (char set : ONE_BYTE_SETS.toCharArray()) SETS.put(set, read(set));
    }

    private Marc8Repertoire() {}

    /**
     * One character of MARC-8.
     *
     * @param set its designator, {@link #ANSEL} being at hand always
     * @param number one byte, or three for the East Asian set
     * @param mark true when it stands before the letter it belongs to
     */
    record Code(char set, int number, boolean mark) {}

    /** The code in this set; empty when the set lacks the character. */
    static Optional<Code> in(char set, char c) {
        if (set == EAST_ASIAN) return eastAsian(c);
        return Optional.ofNullable(SETS.getOrDefault(set, Map.of()).get(c));
    }

    /** The code in the set that is chosen now, or in the first set that has the character. */
    static Optional<Code> find(char current, char c) {
        var here = in(current, c);
        if (here.isPresent()) return here;
        for (var set : SETS.values()) {
            var code = set.get(c);
            if (code != null) return Optional.of(code);
        }
        return eastAsian(c);
    }

    private static Map<Character, Code> read(char set) {
        var codes = new HashMap<Character, Code>();
        boolean high = set == ANSEL;
        for (int number = high ? 0xA1 : 0x21; number <= (high ? 0xFE : 0x7E); number++) {
            char c = set == LATIN ? (char) number : TABLE.getChar(number, set);
            boolean mark = high ? TABLE.isCombining(number, LATIN, ANSEL) : TABLE.isCombining(number, set, ANSEL);
            if (c != 0) codes.putIfAbsent(c, new Code(set, number, mark));
        }
        if (set == LATIN) codes.put(' ', new Code(LATIN, ' ', false));
        if (high) joiners(codes);
        return codes;
    }

    /** Control functions 8D and 8E of the specification. */
    private static void joiners(Map<Character, Code> codes) {
        codes.put('\u200D', new Code(ANSEL, 0x8D, false));
        codes.put('\u200C', new Code(ANSEL, 0x8E, false));
    }

    private static Optional<Code> eastAsian(char c) {
        var sets = c < 0x80 ? null : REVERSE.getCharTable(c);
        var bytes = sets == null ? null : sets.get((int) EAST_ASIAN);
        if (bytes == null || bytes.length != 3) return Optional.empty();
        int number = bytes[0] << 16 | bytes[1] << 8 | bytes[2];
        boolean same = TABLE.getChar(number, EAST_ASIAN) == c;
        return same ? Optional.of(new Code(EAST_ASIAN, number, false)) : Optional.empty();
    }
}
