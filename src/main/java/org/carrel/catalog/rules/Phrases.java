package org.carrel.catalog.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carrel.catalog.Wording;

/** The Spanish of every name in the tables, so that one name has one translation wherever it stands. */
final class Phrases {
    private static final String FOLDER = "/org/carrel/catalog/format/";
    private static final Map<String, String> SPANISH = load();

    private Phrases() {}

    /** @throws IllegalStateException when the list has no Spanish for it: the tables are part of the program */
    static Wording of(String english) {
        var spanish = SPANISH.get(english);
        if (spanish == null) throw new IllegalStateException("No Spanish for \"" + english + "\"");
        return new Wording(english, spanish);
    }

    /** The lines of a table without comments and blank ones. */
    static List<String> lines(String name) {
        try (var in = Objects.requireNonNull(Phrases.class.getResourceAsStream(FOLDER + name), name);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> load() {
        var spanish = new HashMap<String, String>();
        for (var line : lines("names_es.tsv")) {
            var parts = line.split("\t", -1);
            if (parts.length != 2) throw new IllegalStateException("Not a phrase and its Spanish: " + line);
            if (spanish.put(parts[0], parts[1]) != null) throw new IllegalStateException("Twice: " + parts[0]);
        }
        return spanish;
    }
}
