package org.carrel.search.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.carrel.search.Facet;
import org.carrel.search.rules.HeadingKey;

/**
 * The values of facets as numbers, equal in all segments for all spellings of a heading, and how each is written most often.
 * What was looked up is remembered as long as the reader lives.
 */
final class Headings {
    private static final long YES = number(Facet.YES);

    private final IndexReader reader;
    private final Map<FacetValue, String> known = new ConcurrentHashMap<>();

    Headings(IndexReader reader) {
        this.reader = reader;
    }

    /** Of the heading in whatever spelling; never 0. That two headings have one number is as good as impossible. */
    static long number(String heading) {
        return hash(HeadingKey.of(heading));
    }

    /** FNV-1a over the characters, its bits mixed as MurmurHash does at the end. Never 0. */
    static long hash(String text) {
        var hash = 0xCBF29CE484222325L;
        for (var i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }

    /** The term by which a spelling is found and counted. */
    static String term(FacetField field, String spelling) {
        return beginning(field, number(spelling)) + spelling;
    }

    private static String beginning(FacetField field, long number) {
        return field.name() + ' ' + Long.toHexString(number) + ' ';
    }

    /** As most records have it. */
    String spelling(FacetField field, long number) throws IOException {
        if (number == YES) return Facet.YES;
        var value = new FacetValue(field, number);
        var before = known.get(value);
        if (before != null) return before;
        var spelling = mostFrequent(beginning(field, number));
        known.put(value, spelling);
        return spelling;
    }

    private String mostFrequent(String beginning) throws IOException {
        var counts = new HashMap<String, Integer>();
        var prefix = new BytesRef(beginning);
        for (var leaf : reader.leaves()) {
            var terms = leaf.reader().terms(Fields.SPELLING);
            if (terms != null) count(terms.iterator(), prefix, counts);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static void count(TermsEnum terms, BytesRef prefix, Map<String, Integer> counts) throws IOException {
        if (terms.seekCeil(prefix) == SeekStatus.END) return;
        for (var term = terms.term(); term != null && StringHelper.startsWith(term, prefix); term = terms.next()) {
            // the beginning is plain ASCII
            counts.merge(term.utf8ToString().substring(prefix.length), terms.docFreq(), Integer::sum);
        }
    }
}
