package org.carrel.search.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.carrel.search.index.Analysis.Token;

/**
 * The words of texts of records, each text cut once for all the fields it goes into, each word stemmed once. Remembers
 * texts and words for a while: headings and names come again and again. For one thread.
 */
final class RecordWords {
    private static final int TEXTS = 2000;
    private static final int WORDS = 20_000;

    private final Map<String, RecordText> texts = new HashMap<>();
    private final Map<String, Word> words = new HashMap<>();

    /** A word as the index has it, and its stem. */
    private record Word(BytesRef word, BytesRef stem) {
        static Word of(String text) {
            return new Word(new BytesRef(text), new BytesRef(Analysis.stem(text)));
        }
    }

    /**
     * A text that was cut.
     *
     * @param increments of each word's place; 0 for another spelling of the word before
     * @param key its words as a question would have them, as one text
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record RecordText(List<BytesRef> words, int[] increments, List<BytesRef> stems, int[] stemIncrements, String key) {}

    RecordText of(String text) {
        if (texts.size() > TEXTS) texts.clear();
        return texts.computeIfAbsent(text, this::cut);
    }

    private RecordText cut(String text) {
        var plain = PlainWords.of(text);
        return plain.isPresent() ? ofPlain(plain.get()) : analyzed(text);
    }

    private RecordText ofPlain(List<String> plain) {
        var cut = new ArrayList<BytesRef>(plain.size());
        var stemmed = new ArrayList<BytesRef>(plain.size());
        for (var word : plain) {
            var known = known(word);
            cut.add(known.word());
            stemmed.add(known.stem());
        }
        var ones = apart(plain.size());
        return new RecordText(cut, ones, stemmed, ones, String.join(" ", plain));
    }

    private RecordText analyzed(String text) {
        var cut = Analysis.ofRecord(text, false);
        var stemmed = Analysis.ofRecord(text, true);
        return new RecordText(bytes(cut), increments(cut), bytes(stemmed), increments(stemmed), Analysis.key(text));
    }

    private static List<BytesRef> bytes(List<Token> tokens) {
        return tokens.stream().map(token -> new BytesRef(token.term())).toList();
    }

    private static int[] increments(List<Token> tokens) {
        return tokens.stream().mapToInt(Token::increment).toArray();
    }

    /** Each word at a place of its own. */
    static int[] apart(int words) {
        var increments = new int[words];
        Arrays.fill(increments, 1);
        return increments;
    }

    private Word known(String word) {
        if (words.size() > WORDS) words.clear();
        return words.computeIfAbsent(word, Word::of);
    }
}
