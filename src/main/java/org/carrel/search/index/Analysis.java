package org.carrel.search.index;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * How text becomes words, for records and for questions alike. No word is ever dropped for being common: "It" and "We"
 * are titles. Chinese, Japanese and Korean are cut into pairs of characters.
 */
final class Analysis {
    /** Values of one field stand this far apart, so that no phrase runs from one title into the next. */
    private static final int GAP = 100;

    private static final int LONGEST_WORD = 200;
    private static final StemmerOverrideFilter.StemmerOverrideMap IRREGULAR = irregular(Map.ofEntries(
            Map.entry("mice", "mouse"),
            Map.entry("geese", "goose"),
            Map.entry("children", "child"),
            Map.entry("feet", "foot"),
            Map.entry("teeth", "tooth"),
            Map.entry("men", "man"),
            Map.entry("women", "woman"),
            Map.entry("people", "person"),
            Map.entry("oxen", "ox"),
            Map.entry("wolves", "wolf"),
            Map.entry("calves", "calf"),
            Map.entry("leaves", "leaf"),
            Map.entry("knives", "knife"),
            Map.entry("thieves", "thief"),
            Map.entry("elves", "elf"),
            Map.entry("dwarves", "dwarf"),
            Map.entry("lives", "life")));

    private static final Analyzer ASKED_WORDS = analyzer(true, false);
    private static final Analyzer ASKED_STEMS = analyzer(true, true);
    private static final Analyzer RECORD_WORDS = analyzer(false, false);
    private static final Analyzer RECORD_STEMS = analyzer(false, true);
    /** Takes the whole text for one word. */
    private static final Analyzer STEM = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            var word = new KeywordTokenizer();
            return new TokenStreamComponents(word, stems(word));
        }
    };

    private Analysis() {}

    /** For the fields of records. Their words are cut already ({@link RecordWords}); only the gap is asked for. */
    static Analyzer ofRecords() {
        return analyzer(false, false);
    }

    /** The words of a question in order, each with its other spellings; the first one means most. */
    static List<List<String>> words(String text) {
        return positions(ASKED_WORDS, text);
    }

    static List<List<String>> stems(String text) {
        return positions(ASKED_STEMS, text);
    }

    /** The words as one text: for comparing whole titles. */
    static String key(String text) {
        var key = new StringBuilder();
        for (var word : words(text)) key.append(key.isEmpty() ? "" : " ").append(word.getFirst());
        return key.toString();
    }

    /** The words of a text of a record, or their stems, with the other spellings of each behind it. */
    static List<Token> ofRecord(String text, boolean stemmed) {
        return tokens(stemmed ? RECORD_STEMS : RECORD_WORDS, text);
    }

    /** @param increment 0 for another spelling of the word before it */
    record Token(String term, int increment) {}

    /** The stem of a word that has no other spelling. */
    static String stem(String word) {
        return tokens(STEM, word).getFirst().term();
    }

    private static List<Token> tokens(Analyzer analyzer, String text) {
        var tokens = new ArrayList<Token>();
        try (var stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) tokens.add(new Token(term.toString(), increment.getPositionIncrement()));
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static List<List<String>> positions(Analyzer analyzer, String text) {
        var positions = new ArrayList<List<String>>();
        for (var token : tokens(analyzer, text)) {
            if (token.increment() > 0 || positions.isEmpty()) positions.add(new ArrayList<>());
            positions.getLast().add(token.term());
        }
        return positions;
    }

    private static Analyzer analyzer(boolean asking, boolean stemmed) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String fieldName) {
                Tokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
                var scripts = CJKBigramFilter.HAN
                        | CJKBigramFilter.HIRAGANA
                        | CJKBigramFilter.KATAKANA
                        | CJKBigramFilter.HANGUL;
                TokenStream stream = new CJKBigramFilter(words, scripts, !asking);
                stream = new WordVariantsFilter(stream, asking);
                stream = new LengthFilter(stream, 1, LONGEST_WORD);
                return new TokenStreamComponents(words, stemmed ? stems(stream) : stream);
            }

            @Override
            protected Reader initReader(String fieldName, Reader reader) {
                return new FoldingReader(reader);
            }

            @Override
            public int getPositionIncrementGap(String fieldName) {
                return GAP;
            }
        };
    }

    private static TokenStream stems(TokenStream words) {
        return new KStemFilter(new StemmerOverrideFilter(words, IRREGULAR));
    }

    private static StemmerOverrideFilter.StemmerOverrideMap irregular(Map<String, String> plurals) {
        var builder = new StemmerOverrideFilter.Builder();
        plurals.forEach(builder::add);
        try {
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text to its end and gives it folded. Offsets are not kept: nothing is highlighted. */
    private static final class FoldingReader extends Reader {
        private static final int PIECE = 512;

        private final Reader source;
        private StringReader folded = new StringReader("");
        private boolean read;

        FoldingReader(Reader source) {
            this.source = source;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (!read) {
                var text = new StringBuilder();
                var piece = new char[PIECE];
                for (var count = source.read(piece); count >= 0; count = source.read(piece))
                    text.append(piece, 0, count);
                folded = new StringReader(Folding.fold(text.toString()));
                read = true;
            }
            return folded.read(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
