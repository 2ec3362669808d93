package org.carrel.kiosk.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How hard texts are to read, by their numbers of words, sentences and syllables; these are counted by rule of thumb. */
record ReadingEase(int sentences, int words, int syllables) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}’]+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouyáéíóúü]+");
    private static final Pattern SILENT = Pattern.compile("[^aeiouyl]e$|[^td]ed$|[^sxzgc]es$");

    static ReadingEase english(List<String> texts) {
        return of(texts, true);
    }

    static ReadingEase spanish(List<String> texts) {
        return of(texts, false);
    }

    private static ReadingEase of(List<String> texts, boolean english) {
        var sentences = 0;
        var words = 0;
        var syllables = 0;
        for (var text : texts) {
            for (var sentence : text.split("[.!?:·]+", -1)) {
                var found = WORD.matcher(sentence).results().toList();
                if (!found.isEmpty()) sentences++;
                words += found.size();
                for (var word : found) syllables += syllables(word.group(), english);
            }
        }
        return new ReadingEase(sentences, words, syllables);
    }

    private static int syllables(String word, boolean english) {
        var plain = word.toLowerCase(Locale.ROOT).replace("’", "");
        var count = (int) VOWELS.matcher(plain).results().count();
        if (english && count > 1 && SILENT.matcher(plain).find()) count--;
        return Math.max(1, count);
    }

    /** Flesch-Kincaid (1975): school grade. */
    double grade() {
        return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    /** Szigriszt Pazos (1993), read on the INFLESZ scale: above 80 is very easy, primary school. */
    double inflesz() {
        return 206.835 - 62.3 * syllables / words - (double) words / sentences;
    }
}
