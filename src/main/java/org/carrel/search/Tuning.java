package org.carrel.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.carrel.search.index.SpokenWords;
import org.carrel.search.rules.SynonymList;
import org.carrel.search.rules.Synonyms;
import org.carrel.search.rules.TypedText;
import org.carrel.search.rules.Weights;

/** What the librarian says about searching: synonyms, pinned records and weights, as one search sees them. */
final class Tuning {
    static final Tuning SHIPPED = new Tuning(SynonymList.shipped(), Map.of(), Weights.USUAL);

    private final Synonyms synonyms;
    private final Map<String, List<Long>> pins;
    private final SpokenWords spoken;
    private final Weights weights;

    /** @param pins ids of records in order, by the question's words as {@link QuestionKey} writes them */
    Tuning(Collection<Synonym> synonyms, Map<String, List<Long>> pins, Weights weights) {
        this.weights = weights;
        this.synonyms = new Synonyms(synonyms);
        this.pins = Map.copyOf(pins);
        var words = new HashSet<>(this.synonyms.words());
        words.addAll(TypedText.spokenWords());
        this.spoken = new SpokenWords(words);
    }

    SpokenWords spoken() {
        return spoken;
    }

    Weights weights() {
        return weights;
    }

    Map<String, List<Long>> pins() {
        return pins;
    }

    Synonyms synonyms() {
        return synonyms;
    }

    List<Long> pinned(String text) {
        return pins.isEmpty() ? List.of() : pins.getOrDefault(QuestionKey.of(text), List.of());
    }
}
