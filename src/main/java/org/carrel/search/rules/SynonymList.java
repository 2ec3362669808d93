package org.carrel.search.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.carrel.search.Synonym;
import org.carrel.search.Synonym.Sense;

/** The synonyms that come with Carrel. */
public final class SynonymList {
    private SynonymList() {}

    public static List<Synonym> shipped() {
        var name = "/org/carrel/search/synonyms.tsv";
        try (var in = Objects.requireNonNull(SynonymList.class.getResourceAsStream(name), name);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Synonym(cells[0], cells[1], Sense.valueOf(cells[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
