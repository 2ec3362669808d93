package org.carrel.search.index;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.carrel.search.Suggestion.Kind;
import org.jspecify.annotations.Nullable;

/** Puts text into a document in the few ways that search needs. Empty text is left out, long keys are cut. */
final class DocumentBuilder {
    private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType SET = type(IndexOptions.DOCS);
    /** Lucene refuses terms of more than 32766 bytes; nobody types a title longer than this. */
    private static final int LONGEST_KEY = 500;

    private static final double HIGHEST_VOLUME = 10_000;

    private final Document document = new Document();
    private final Set<String> terms = new HashSet<>();
    private final SortedSet<FacetValue> values = new TreeSet<>();
    private final Set<BytesRef> all = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<BytesRef> allStems = Collections.newSetFromMap(new IdentityHashMap<>());
    private final RecordWords words;

    DocumentBuilder(RecordWords words) {
        this.words = words;
    }

    Document build() {
        facets();
        all(Fields.ALL, all);
        all(Fields.ALL_STEM, allStems);
        return document;
    }

    private void all(String field, Set<BytesRef> terms) {
        if (!terms.isEmpty())
            document.add(new WordsField(field, List.copyOf(terms), RecordWords.apart(terms.size()), SET));
    }

    void id(long id) {
        document.add(new StringField(Fields.ID, Long.toString(id), Field.Store.YES));
        document.add(new NumericDocValuesField(Fields.ID_NUMBER, id));
    }

    /** Words with their places, for phrases. */
    void words(String field, String text) {
        add(field, text, WORDS);
    }

    /** Words without places. */
    void set(String field, String text) {
        add(field, text, SET);
    }

    private void add(String field, String text, FieldType type) {
        if (text.isBlank()) return;
        var cut = words.of(text);
        document.add(new WordsField(field, cut.words(), cut.increments(), type));
    }

    void stems(String field, String text) {
        if (text.isBlank()) return;
        var cut = words.of(text);
        document.add(new WordsField(field, cut.stems(), cut.stemIncrements(), SET));
    }

    /** Among all words of the record. */
    void inAll(String text) {
        var cut = words.of(text);
        all.addAll(cut.words());
        allStems.addAll(cut.stems());
    }

    /** Among all words of the record, its neighbours joined too. */
    void everywhere(String text) {
        inAll(text);
        joined(Fields.ALL_JOINED, text);
    }

    /** Two and three neighbours as one word: "dogman", "winniethepooh". */
    void joined(String field, String text) {
        var each = words.of(text).key().split(" ", -1);
        for (var i = 0; i + 1 < each.length; i++) {
            term(field, each[i] + each[i + 1]);
            if (i + 2 < each.length) term(field, each[i] + each[i + 1] + each[i + 2]);
        }
    }

    void whole(String exact, String start, String text) {
        var key = words.of(text).key();
        term(exact, key.replace(" ", ""));
        term(start, key);
    }

    void exact(String field, String text) {
        term(field, words.of(text).key().replace(" ", ""));
    }

    /** One term, once. */
    void term(String field, String text) {
        var key = cut(text);
        if (!key.isEmpty() && terms.add(field + ' ' + key)) {
            document.add(new StringField(field, key, Field.Store.NO));
        }
    }

    /** @param found the text by which it is found */
    void suggestion(String found, Kind kind, String shown) {
        if (!shown.isBlank())
            term(Fields.SUGGEST, new SuggestionTerm(words.of(found).key(), kind, shown).term());
    }

    void shelf(String label, String key) {
        if (label.isEmpty()) return;
        term(Fields.CALL_NUMBER, label);
        document.add(new SortedSetDocValuesField(Fields.SHELF_KEY, new BytesRef(cut(key))));
    }

    /** An earlier volume has the larger feature. */
    void volume(double number) {
        if (number < 0 || number > HIGHEST_VOLUME) return;
        document.add(new FeatureField(Fields.FEATURE, Fields.VOLUME, (float) (1 / (1 + number))));
    }

    /** A number that ranges are asked of; null is left out. */
    void level(String field, @Nullable Integer level) {
        if (level != null) document.add(new IntPoint(field, level));
    }

    /** What was always there is left out: it is never new. */
    void added(Instant added) {
        if (added.equals(Instant.EPOCH)) return;
        document.add(new LongPoint(Fields.ADDED, added.getEpochSecond()));
        document.add(new NumericDocValuesField(Fields.ADDED, added.getEpochSecond()));
    }

    /** Once, in however many spellings. */
    void facet(FacetField field, String value) {
        if (value.isBlank()) return;
        var heading = cut(value);
        if (values.add(new FacetValue(field, Headings.number(heading))))
            term(Fields.SPELLING, Headings.term(field, heading));
    }

    private void facets() {
        var few = values.stream().filter(value -> !value.field().isHeading()).toList();
        document.add(new SortedDocValuesField(Fields.PROFILE, FacetValue.bytes(few)));
        values.stream()
                .filter(value -> value.field().isHeading())
                .map(heading -> FacetValue.bytes(List.of(heading)))
                .forEach(bytes -> document.add(new SortedSetDocValuesField(Fields.HEADINGS, bytes)));
    }

    /** Nothing for what stands alone. */
    void work(String key) {
        if (!key.isEmpty()) document.add(new NumericDocValuesField(Fields.WORK, Headings.hash(key)));
    }

    void order(String field, String text) {
        document.add(
                new SortedDocValuesField(field, new BytesRef(cut(words.of(text).key()))));
    }

    /** Suggestions read many titles of one beginning. */
    void title(String text) {
        if (text.isEmpty()) return;
        shown(Fields.SHOWN_TITLE, text);
        document.add(new BinaryDocValuesField(Fields.SHOWN_TITLE, new BytesRef(text)));
    }

    void shown(String field, String text) {
        if (!text.isEmpty()) document.add(new StoredField(field, text));
    }

    void shown(String field, int number) {
        document.add(new StoredField(field, number));
    }

    private static String cut(String text) {
        return text.length() > LONGEST_KEY ? text.substring(0, LONGEST_KEY) : text;
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }
}
