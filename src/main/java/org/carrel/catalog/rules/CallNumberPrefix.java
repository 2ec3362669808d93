package org.carrel.catalog.rules;

import java.util.Locale;
import java.util.Map;

/** What schools print above the class: a language, an age, a room of its own. */
final class CallNumberPrefix {
    private static final char UNKNOWN = '5';
    private static final Map<String, Character> RANKS = Map.ofEntries(
            Map.entry("SP", '3'),
            Map.entry("SPA", '3'),
            Map.entry("SPAN", '3'),
            Map.entry("SPANISH", '3'),
            Map.entry("FR", '3'),
            Map.entry("FRE", '3'),
            Map.entry("GER", '3'),
            Map.entry("CHI", '3'),
            Map.entry("ESP", '3'),
            Map.entry("BIL", '3'),
            Map.entry("WL", '3'),
            Map.entry("J", '4'),
            Map.entry("JUV", '4'),
            Map.entry("YA", '4'),
            Map.entry("Y", '4'),
            Map.entry("T", '4'),
            Map.entry("JR", '4'),
            Map.entry("LP", '4'),
            Map.entry("PB", '4'),
            Map.entry("PBK", '4'),
            Map.entry("BIG", '4'),
            Map.entry("OVERSIZE", '4'),
            Map.entry("Q", '4'),
            Map.entry("REF", '6'),
            Map.entry("R", '6'),
            Map.entry("PRO", '7'),
            Map.entry("PROF", '7'),
            Map.entry("TEACHER", '7'),
            Map.entry("STAFF", '7'),
            Map.entry("DVD", '8'),
            Map.entry("CD", '8'),
            Map.entry("BCD", '8'),
            Map.entry("VID", '8'),
            Map.entry("VHS", '8'),
            Map.entry("AV", '8'),
            Map.entry("AUD", '8'),
            Map.entry("AUDIO", '8'),
            Map.entry("KIT", '8'),
            Map.entry("PLAYAWAY", '8'),
            Map.entry("MAP", '8'),
            Map.entry("EBOOK", '8'));

    private CallNumberPrefix() {}

    static boolean isKnown(String word) {
        return RANKS.containsKey(key(word));
    }

    /** Row of the shelf; a prefix of several words goes by its first. */
    static char rank(String prefix) {
        return RANKS.getOrDefault(key(prefix.strip().split("\\s+", 2)[0]), UNKNOWN);
    }

    private static String key(String word) {
        return FieldText.without(word, "[]().:").toUpperCase(Locale.ROOT);
    }
}
