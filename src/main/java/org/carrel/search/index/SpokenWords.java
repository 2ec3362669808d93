package org.carrel.search.index;

import java.util.Collection;
import java.util.HashMap;

/** Words that readers say though no record need have them: synonyms, and words like "audiobook". */
public final class SpokenWords {
    private final WordList list;

    public SpokenWords(Collection<String> words) {
        var counts = new HashMap<String, Integer>();
        words.stream().filter(WordList::isWord).forEach(word -> counts.put(word, 1));
        list = WordList.of(counts);
    }

    WordList list() {
        return list;
    }
}
