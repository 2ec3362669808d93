package org.carrel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What people type, made of the titles of the first records of a file, in seven kinds and always the same for a file.
 *
 * @param lines kind, tab, text
 */
record SearchQuestions(List<String> lines) {
    private static final int RECORDS = 10_000;
    private static final int OF_EACH_KIND = 500;
    private static final int FREQUENT = 12;
    private static final int RARE = 2;
    private static final Set<String> SMALL =
            Set.of("the", "of", "and", "a", "to", "in", "with", "for", "on", "from", "la", "el", "un", "una");

    static SearchQuestions of(Path file) throws IOException {
        var titles = titles(file);
        var counts = new HashMap<String, Integer>();
        titles.forEach(title -> title.forEach(word -> counts.merge(word, 1, Integer::sum)));
        var common = words(counts, FREQUENT, Integer.MAX_VALUE);
        var rare = words(counts, 1, RARE);
        var pairs = titles.stream().filter(title -> title.size() > 1).toList();
        var random = new SplittableRandom(7);
        var lines = new ArrayList<String>();
        for (var i = 0; i < OF_EACH_KIND; i++) {
            var title = pick(random, pairs);
            var at = random.nextInt(title.size() - 1);
            lines.add("common\t" + pick(random, common));
            lines.add("rare\t" + pick(random, rare));
            lines.add("and2\t" + title.get(0) + " " + title.get(1));
            lines.add("phrase\t" + title.get(at) + " " + title.get(at + 1));
            lines.add("trunc\t" + beginning(pick(random, common), 4));
            lines.add("fuzzy\t" + misspelled(random, pick(random, common)));
            lines.add("prefix\t" + beginning(String.join(" ", pick(random, titles)), 3 + random.nextInt(4)));
        }
        return new SearchQuestions(lines);
    }

    void write(Path file) throws IOException {
        Files.write(file, lines);
    }

    static SearchQuestions read(Path file) throws IOException {
        return new SearchQuestions(Files.readAllLines(file));
    }

    List<String> of(String... kinds) {
        var wanted = Arrays.asList(kinds);
        return lines.stream()
                .map(line -> line.split("\t", 2))
                .filter(parts -> wanted.contains(parts[0]))
                .map(parts -> parts[1])
                .toList();
    }

    private static List<List<String>> titles(Path file) throws IOException {
        var titles = new ArrayList<List<String>>();
        try (var records = new RawRecords(file)) {
            for (var record = records.next(); record.length > 0; record = records.next()) {
                if (titles.size() == RECORDS) break;
                var words = words(RawRecords.text(record, "245"));
                if (!words.isEmpty()) titles.add(words);
            }
        }
        return titles;
    }

    /** The telling words of the title proper. */
    private static List<String> words(String title) {
        var proper = title.substring(2).split(" [:/] ?", 2)[0];
        return Stream.of(proper.strip()
                        .substring(1)
                        .toLowerCase(java.util.Locale.ROOT)
                        .split(" "))
                .filter(word -> word.length() > 2 && word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z'))
                .filter(word -> !SMALL.contains(word))
                .toList();
    }

    private static List<String> words(Map<String, Integer> counts, int least, int most) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least && entry.getValue() <= most)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Another letter in one place, never the first. */
    private static String misspelled(SplittableRandom random, String word) {
        var at = 1 + random.nextInt(word.length() - 1);
        return word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at + 1);
    }

    private static String beginning(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    private static <T> T pick(SplittableRandom random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
