package org.carrel.catalog.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.ImportQuestion;
import org.carrel.catalog.PlaceAnswer;

/** Codes that were met in a file and are not known here, with the number of copies that have them. */
final class Unknowns {
    private final Map<Key, ImportQuestion> questions = new LinkedHashMap<>();

    private record Key(PlaceAnswer.Kind kind, String code) {}

    /** @param answer what settings say about the code */
    void met(PlaceAnswer.Kind kind, String code, Optional<PlaceAnswer> answer) {
        questions.merge(
                new Key(kind, code.toLowerCase(Locale.ROOT)),
                new ImportQuestion(kind, code, 1, answer.map(PlaceAnswer::use)),
                (one, more) -> new ImportQuestion(kind, one.code(), one.copies() + 1, one.answer()));
    }

    List<ImportQuestion> questions() {
        return List.copyOf(questions.values());
    }
}
