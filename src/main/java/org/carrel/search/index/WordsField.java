package org.carrel.search.index;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A field whose words are cut already. */
final class WordsField extends Field {
    private final List<BytesRef> words;
    private final int[] increments;

    WordsField(String name, List<BytesRef> words, int[] increments, FieldType type) {
        super(name, type);
        this.words = words;
        this.increments = increments;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
        var stream = reuse instanceof Replay replay ? replay : new Replay();
        stream.field = this;
        return stream;
    }

    /** One after the other, as they were cut. Lucene keeps one for each name of a field. */
    private static final class Replay extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private @Nullable WordsField field;
        private int next;

        @Override
        public void reset() {
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            if (field == null || next == field.words.size()) return false;
            term.setBytesRef(field.words.get(next));
            increment.setPositionIncrement(field.increments[next++]);
            return true;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
