package org.carrel.search.index;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.carrel.search.Readers;
import org.carrel.search.Suggestion;
import org.carrel.search.Suggestion.Kind;
import org.carrel.search.rules.HeadingKey;

/**
 * What goes on as somebody has begun to type: titles that start so first, then series, authors and topics by how much the
 * library has of them, then titles with the words inside.
 */
final class Suggestions {
    private static final int SHORTEST = 3;
    private static final int MOST_OF_A_KIND = 3;
    private static final int TITLES_LOOKED_AT = 60;
    /** Nobody reads a list that long, and more letters are on their way. */
    private static final int TERMS_LOOKED_AT = 4000;
    /** So many times what is looked at has enough for the readers of one screen. */
    private static final int AMONG_OTHERS = 4;
    /** Of these the most frequent headings are told, each in all its spellings. */
    private static final int SPELLINGS_OF_A_KIND = 50;

    /** MARC 21 008/22, without those that say nothing. */
    private static final List<String> AUDIENCES = List.of("a", "b", "c", "d", "e", "j");

    private final IndexSearcher searcher;
    private final List<String> words;
    private final Readers readers;
    private final String key;
    private final Map<String, Suggestion> found = new LinkedHashMap<>();

    private Suggestions(IndexSearcher searcher, List<String> words, Readers readers) {
        this.searcher = searcher;
        this.words = words;
        this.readers = readers;
        this.key = String.join(" ", words);
    }

    /** At most so many; none for fewer than three letters. */
    static List<Suggestion> of(String typed, IndexSearcher searcher, Readers readers, int most) throws IOException {
        var suggestions = new Suggestions(searcher, words(typed), readers);
        if (suggestions.key.length() < SHORTEST) return List.of();
        suggestions.titles(suggestions.starting(), true, most / 2);
        suggestions.names();
        if (suggestions.found.size() < most) suggestions.titles(suggestions.inside(), false, most);
        return suggestions.found.values().stream().limit(most).toList();
    }

    /** What counts of a text: two of which it is the same go on alike. */
    static String key(String typed) {
        return String.join(" ", words(typed));
    }

    private static List<String> words(String typed) {
        return Analysis.words(typed).stream().map(List::getFirst).toList();
    }

    /** The records whose titles go on least; more of them when some are for other readers. */
    private Query starting() throws IOException {
        var most = readers == Readers.ALL ? TITLES_LOOKED_AT : AMONG_OTHERS * TITLES_LOOKED_AT;
        var shortest = new TreeSet<Beginning>();
        for (var segment : searcher.getIndexReader().leaves()) shortest(segment, most, shortest);
        var picked = new Picked(searcher);
        for (var beginning : shortest) {
            var postings = beginning.segment().reader().postings(beginning.term(), PostingsEnum.NONE);
            while (picked.count() < most && postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                picked.add(beginning.segment(), postings.docID());
        }
        return picked.query();
    }

    private void shortest(LeafReaderContext segment, int most, TreeSet<Beginning> shortest) throws IOException {
        var each = TermsStarting.with(key, segment.reader().terms(Fields.TITLE_START));
        for (var looked = 0; looked < TERMS_LOOKED_AT; looked++) {
            var term = each.term();
            if (term == null) return;
            if (shortest.size() < most || term.length < shortest.last().term().bytes().length)
                shortest.add(new Beginning(new Term(Fields.TITLE_START, BytesRef.deepCopyOf(term)), segment));
            if (shortest.size() > most) shortest.pollLast();
            each.next();
        }
    }

    /** The key of a title in one segment. */
    private record Beginning(Term term, LeafReaderContext segment) implements Comparable<Beginning> {
        private static final Comparator<Beginning> ORDER = Comparator.comparingInt(
                        (Beginning beginning) -> beginning.term.bytes().length)
                .thenComparing(Beginning::term)
                .thenComparingInt(beginning -> beginning.segment.ord);

        @Override
        public int compareTo(Beginning other) {
            return ORDER.compare(this, other);
        }
    }

    /** Every word, the last one as far as it is typed. */
    private Query inside() {
        var all = new BooleanQuery.Builder();
        for (var word : words.subList(0, words.size() - 1))
            all.add(new TermQuery(new Term(Fields.TITLE, word)), Occur.FILTER);
        all.add(new PrefixQuery(new Term(Fields.TITLE, words.getLast())), Occur.FILTER);
        return all.build();
    }

    /** Short ones first: the longer one is typed further. */
    private void titles(Query query, boolean start, int most) throws IOException {
        var titles = new TreeSet<Title>();
        for (var hit : searcher.search(forReaders(query), TITLES_LOOKED_AT).scoreDocs) {
            var title = title(hit.doc);
            if (!title.isEmpty()) titles.add(new Title(!start || begins(title), title));
        }
        titles.stream().limit(most).forEach(title -> add(new Suggestion(Kind.TITLE, title.text())));
    }

    private record Title(boolean asTyped, String text) implements Comparable<Title> {
        private static final Comparator<Title> ORDER = Comparator.comparing((Title title) -> !title.asTyped())
                .thenComparingInt(title -> title.text().length())
                .thenComparing(Title::text);

        @Override
        public int compareTo(Title other) {
            return ORDER.compare(this, other);
        }
    }

    private String title(int doc) throws IOException {
        var segments = searcher.getIndexReader().leaves();
        var segment = segments.get(ReaderUtil.subIndex(doc, segments));
        var titles = DocValues.getBinary(segment.reader(), Fields.SHOWN_TITLE);
        return titles.advanceExact(doc - segment.docBase) ? titles.binaryValue().utf8ToString() : "";
    }

    /** Without what is for other readers; what says nothing of readers is for all. */
    private Query forReaders(Query query) {
        if (readers == Readers.ALL) return query;
        var fit = new BooleanQuery.Builder().add(query, Occur.MUST);
        for (var code : AUDIENCES)
            if (!readers.codes().contains(code))
                fit.add(new TermQuery(new Term(Fields.AUDIENCE_IS, code)), Occur.MUST_NOT);
        return fit.build();
    }

    private boolean begins(String title) {
        return Analysis.key(title).startsWith(key);
    }

    private void add(Suggestion suggestion) {
        found.putIfAbsent(Analysis.key(suggestion.text()), suggestion);
    }

    private void names() throws IOException {
        var byKind = new HashMap<Kind, Integer>();
        headings(mostFrequent()).entrySet().stream()
                .sorted(Map.Entry.<Suggestion, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().text()))
                .map(Map.Entry::getKey)
                .filter(each -> byKind.merge(each.kind(), 1, Integer::sum) <= MOST_OF_A_KIND)
                .sorted(Comparator.comparing(Suggestion::kind))
                .forEach(this::add);
    }

    /** The terms of each kind that most records have. */
    private Map<String, Integer> mostFrequent() throws IOException {
        var ofKinds = new EnumMap<Kind, PriorityQueue<Frequent>>(Kind.class);
        var each = TermsStarting.with(key, MultiTerms.getTerms(searcher.getIndexReader(), Fields.SUGGEST));
        for (var looked = 0; looked < TERMS_LOOKED_AT; looked++) {
            var term = each.term();
            if (term == null) break;
            var most = ofKinds.computeIfAbsent(SuggestionTerm.kind(term), kind -> new PriorityQueue<>());
            var records = each.records();
            var least = most.peek();
            if (most.size() < SPELLINGS_OF_A_KIND || least == null || records > least.records())
                most.add(new Frequent(records, term.utf8ToString()));
            if (most.size() > SPELLINGS_OF_A_KIND) most.poll();
            each.next();
        }
        return ofKinds.values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(Frequent::term, Frequent::records));
    }

    /** The rarest is the least, of equal ones the last. */
    private record Frequent(int records, String term) implements Comparable<Frequent> {
        private static final Comparator<Frequent> ORDER =
                Comparator.comparingInt(Frequent::records).thenComparing(Frequent::term, Comparator.reverseOrder());

        @Override
        public int compareTo(Frequent other) {
            return ORDER.compare(this, other);
        }
    }

    /** All spellings of a heading as its most frequent one, with how often they occur together. */
    private static Map<Suggestion, Integer> headings(Map<String, Integer> terms) {
        var spelled = new HashMap<String, Suggestion>();
        var sums = new HashMap<String, Integer>();
        terms.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .forEach(term -> {
                    var suggestion = SuggestionTerm.suggestion(term.getKey());
                    var heading = suggestion.kind() + HeadingKey.of(suggestion.text());
                    spelled.putIfAbsent(heading, suggestion);
                    sums.merge(heading, term.getValue(), Integer::sum);
                });
        var headings = new HashMap<Suggestion, Integer>();
        spelled.forEach((heading, suggestion) -> headings.put(suggestion, sums.getOrDefault(heading, 0)));
        return headings;
    }
}
