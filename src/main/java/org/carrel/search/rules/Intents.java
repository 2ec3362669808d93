package org.carrel.search.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carrel.search.rules.Wish.Narrowed;

/** Finds what a text says about the thing itself: its language, what it is, whom it is for, and that it is a book. */
final class Intents {
    private static final Pattern SPACE = Pattern.compile("[\\s,;:!?¿¡.]+");
    private static final int LONGEST_PHRASE = 4;
    private static final Map<String, List<Meaning>> TABLE = table("intents.tsv");

    /** What a phrase does to the search. */
    private enum Role {
        /** Says nothing: "I want", "quiero". */
        NOISE,
        /** A book: makes an adjective before it an intent. */
        MEDIUM,
        /** Like a book, but only after an adjective: "stories". */
        TALE,
        /** Before a topic: "about", "sobre". */
        ABOUT,
        LANGUAGE,
        KIND,
        GENRE,
        AUDIENCE
    }

    private record Meaning(Role role, String value) {}

    private record Part(String phrase, List<Meaning> meanings) {
        boolean is(Role role) {
            return meanings.stream().anyMatch(meaning -> meaning.role() == role);
        }

        boolean narrows() {
            return is(Role.LANGUAGE) || is(Role.KIND) || is(Role.GENRE) || is(Role.AUDIENCE);
        }
    }

    private Intents() {}

    /** Every way to read the text as an intent, the most special first. */
    static Optional<Narrowed> of(String text) {
        var parts = parts(List.of(SPACE.split(plain(text).strip())));
        var about = about(parts);
        var topic = topic(parts, about);
        if (topic.isEmpty()) return Optional.empty();
        var said = topic.get().isEmpty() ? parts : outside(parts, topic.get());
        var narrowing = narrowing(said);
        var marked = about >= 0
                || said.stream()
                        .anyMatch(part -> part.is(Role.MEDIUM)
                                || part.is(Role.TALE)
                                || part.is(Role.KIND)
                                || part.is(Role.AUDIENCE));
        var noise = said.stream().anyMatch(part -> part.is(Role.NOISE));
        var words = String.join(" ", topic.get().stream().map(Part::phrase).toList());
        if (!narrowing.isEmpty() && (marked || !words.isEmpty() && said.stream().anyMatch(Intents::isPhrase)))
            return Optional.of(new Narrowed(narrowing, words));
        var stripped = !words.isEmpty() && narrowing.isEmpty() && (marked || noise);
        return stripped ? Optional.of(new Narrowed(Narrowing.NONE, words)) : Optional.empty();
    }

    static Set<String> words() {
        return TABLE.keySet().stream()
                .flatMap(phrase -> SPACE.splitAsStream(phrase))
                .collect(Collectors.toSet());
    }

    /** "in spanish": a phrase that cannot be anything else. */
    private static boolean isPhrase(Part part) {
        return part.narrows() && part.phrase().contains(" ");
    }

    private static int about(List<Part> parts) {
        for (var i = 0; i < parts.size(); i++) {
            var before = parts.subList(0, i);
            var led = i > 0 && before.stream().allMatch(part -> !part.meanings().isEmpty());
            if (parts.get(i).is(Role.ABOUT) && led && i + 1 < parts.size()) return i;
        }
        return -1;
    }

    /** The words that mean nothing special, when they stand together; what stands after "about" always. */
    private static Optional<List<Part>> topic(List<Part> parts, int about) {
        if (about >= 0) {
            var after = new ArrayList<>(parts.subList(about + 1, parts.size()));
            while (after.size() > 1 && isPhrase(after.getLast())) after.removeLast();
            return Optional.of(after);
        }
        var first = -1;
        var last = -1;
        for (var i = 0; i < parts.size(); i++) {
            if (!parts.get(i).meanings().isEmpty()) continue;
            if (first < 0) first = i;
            last = i;
        }
        if (first < 0) return Optional.of(List.of());
        var together = parts.subList(first, last + 1);
        return together.stream().anyMatch(part -> part.narrows() || part.is(Role.MEDIUM))
                ? Optional.empty()
                : Optional.of(together);
    }

    private static List<Part> outside(List<Part> parts, List<Part> topic) {
        return parts.stream()
                .filter(part -> topic.stream().noneMatch(word -> word == part))
                .toList();
    }

    private static Narrowing narrowing(List<Part> parts) {
        return new Narrowing(
                values(parts, Role.LANGUAGE),
                values(parts, Role.KIND),
                values(parts, Role.GENRE),
                values(parts, Role.AUDIENCE));
    }

    private static List<String> values(List<Part> parts, Role role) {
        return parts.stream()
                .flatMap(part -> part.meanings().stream())
                .filter(meaning -> meaning.role() == role)
                .flatMap(meaning -> List.of(meaning.value().split("\\|")).stream())
                .distinct()
                .toList();
    }

    /** The longest phrases that mean something, and single words. */
    private static List<Part> parts(List<String> words) {
        var parts = new ArrayList<Part>();
        var at = 0;
        while (at < words.size()) {
            var length = Math.min(LONGEST_PHRASE, words.size() - at);
            while (length > 1 && !TABLE.containsKey(String.join(" ", words.subList(at, at + length)))) length--;
            var phrase = String.join(" ", words.subList(at, at + length));
            parts.add(new Part(phrase, TABLE.getOrDefault(phrase, List.of())));
            at += length;
        }
        return parts;
    }

    private static String plain(String text) {
        var apart = java.text.Normalizer.normalize(text.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD);
        return apart.replaceAll("\\p{M}", "").replace('-', ' ').replace("’", "'");
    }

    private static Map<String, List<Meaning>> table(String name) {
        var table = new HashMap<String, List<Meaning>>();
        try (var in = Objects.requireNonNull(Intents.class.getResourceAsStream("/org/carrel/search/" + name), name);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                var cells = line.split("\t", -1);
                var meaning = new Meaning(Role.valueOf(cells[0]), cells[1]);
                for (var phrase : cells[2].split("\\|"))
                    table.computeIfAbsent(plain(phrase), key -> new ArrayList<>())
                            .add(meaning);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
