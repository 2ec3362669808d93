package org.carrel.search.rules;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers in words and in digits, English and Spanish: "twenty thousand" is 20000, "nineteen eighty-four" is 1984. */
public final class NumberWords {
    private static final Pattern SPACE = Pattern.compile("[\\s-]+");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,7}");
    private static final int LARGEST_WORD = 99;
    /** Longer texts are no titles. */
    private static final int MOST_WORDS = 12;

    /** Slow to make, and for one thread at a time. */
    private static final RuleBasedNumberFormat ENGLISH =
            new RuleBasedNumberFormat(ULocale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);

    private static final RuleBasedNumberFormat SPANISH =
            new RuleBasedNumberFormat(new ULocale("es"), RuleBasedNumberFormat.SPELLOUT);
    private static final Map<String, Integer> CARDINALS = new HashMap<>();
    private static final Map<String, Integer> ORDINALS = new HashMap<>();
    private static final Map<String, Integer> SCALES = Map.of("hundred", 100, "thousand", 1000, "mil", 1000);

    static {
        for (var number = 0; number <= LARGEST_WORD; number++) {
            CARDINALS.putIfAbsent(plain(inWords(number, "%spellout-cardinal")), number);
            CARDINALS.putIfAbsent(plain(SPANISH.format(number, "%spellout-cardinal-masculine")), number);
            ORDINALS.putIfAbsent(plain(inWords(number, "%spellout-ordinal")), number);
        }
        var spanish = List.of(
                "primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "septimo", "octavo", "noveno", "decimo");
        for (var i = 0; i < spanish.size(); i++) ORDINALS.put(spanish.get(i), i + 1);
        CARDINALS.put("cien", 100);
        ORDINALS.put("primero", 1);
        ORDINALS.put("tercero", 3);
        CARDINALS.remove("un");
        CARDINALS.put("una", 1);
    }

    private NumberWords() {}

    private static String plain(String text) {
        return java.text.Normalizer.normalize(text.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\u00ad]", "");
    }

    /** The number that a word or digits say: "seven", "7", "7th", "seventh", "#7"; empty for other words. */
    static Optional<Integer> of(String word) {
        var plain = plain(word).replaceAll("^#|^no\\.?(?=\\d)", "");
        if (plain.matches("\\d{1,4}")) return Optional.of(Integer.valueOf(plain));
        if (plain.matches("\\d{1,3}(st|nd|rd|th)")) return Optional.of(Integer.valueOf(plain.replaceAll("\\D", "")));
        return Optional.ofNullable(CARDINALS.get(plain)).or(() -> Optional.ofNullable(ORDINALS.get(plain)));
    }

    /** "seven", "seventh", "siete". */
    static Set<String> words() {
        return Stream.concat(CARDINALS.keySet().stream(), ORDINALS.keySet().stream())
                .collect(Collectors.toSet());
    }

    /** "third grade" is "3 grade". */
    static String ordinalsAsDigits(String text) {
        var words = new ArrayList<String>();
        for (var word : text.split("\\s+", -1)) {
            var number = ORDINALS.get(plain(word));
            words.add(number == null ? word : number.toString());
        }
        return String.join(" ", words);
    }

    /** The text with its numbers written otherwise; without what was typed. */
    public static List<String> rewritten(String text) {
        var words = List.of(SPACE.split(plain(text).strip()));
        if (words.size() > MOST_WORDS) return List.of();
        var other = new LinkedHashSet<String>();
        other.add(inDigits(words, false));
        other.add(inDigits(words, true));
        inWords(words, "%spellout-cardinal").ifPresent(other::add);
        inWords(words, "%spellout-numbering-year").ifPresent(other::add);
        other.remove(String.join(" ", words));
        return List.copyOf(other);
    }

    private static Optional<String> inWords(List<String> words, String rule) {
        if (words.stream().noneMatch(word -> DIGITS.matcher(word).matches())) return Optional.empty();
        return Optional.of(String.join(
                " ",
                words.stream()
                        .map(word -> DIGITS.matcher(word).matches() ? inWords(Long.parseLong(word), rule) : word)
                        .toList()));
    }

    private static String inWords(long number, String rule) {
        synchronized (ENGLISH) {
            return ENGLISH.format(number, rule).replace('-', ' ');
        }
    }

    /** Each run of number words as one number; the pairs of a year as one when {@code years}. */
    private static String inDigits(List<String> words, boolean years) {
        var out = new ArrayList<String>();
        var at = 0;
        while (at < words.size()) {
            var run = new Run(years);
            var next = at;
            while (next < words.size() && run.take(words.get(next))) next++;
            if (next == at) out.add(words.get(at++));
            else out.add(Long.toString(run.value()));
            at = Math.max(at, next);
        }
        return String.join(" ", out);
    }

    /** Number words one after the other. */
    private static final class Run {
        private final boolean years;
        private long total;
        private long part;
        private boolean begun;
        private int smalls;

        Run(boolean years) {
            this.years = years;
        }

        boolean take(String word) {
            var scale = SCALES.get(word);
            if (scale != null) return scale(scale);
            var number = CARDINALS.get(word);
            if (number == null || smalls > 0 && !continues(number)) return false;
            smalls++;
            begun = true;
            part = years && part >= 10 && number >= 10 ? part * 100 + number : part + number;
            return true;
        }

        /** "twenty" goes on with "one", "nineteen" with "eighty". */
        private boolean continues(int number) {
            var tens = part % 100 >= 20 && part % 10 == 0 && number < 10 && number > 0;
            var afterHundred = part > 0 && part % 100 == 0;
            return tens || afterHundred || years && part >= 10 && part < 100 && number >= 10;
        }

        private boolean scale(int scale) {
            if (!begun && scale == 100) part = 1;
            if (!begun && scale == 1000) part = 1;
            begun = true;
            smalls = scale == 100 ? 1 : 0;
            if (scale == 100) part *= 100;
            else {
                total += part * scale;
                part = 0;
            }
            return true;
        }

        long value() {
            return total + part;
        }
    }
}
