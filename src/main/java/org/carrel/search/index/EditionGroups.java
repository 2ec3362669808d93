package org.carrel.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;

/**
 * Which documents of a reader are editions of one work. Made once when the reader is opened, by the thread that opens it: to
 * ask costs a search one look into an array.
 */
final class EditionGroups {
    /** Every document is a work of its own. */
    static final EditionGroups NONE = new EditionGroups(new int[0]);

    /** Of each document its work, from 1; 0 when it has no other edition. Empty when none has. */
    private final int[] workOf;

    private final List<int[]> editions = new ArrayList<>();
    private int surplus;

    private EditionGroups(int[] workOf) {
        this.workOf = workOf;
    }

    /** Of a searcher that knows them already, or else found out now. */
    static EditionGroups of(IndexSearcher searcher) throws IOException {
        return searcher instanceof WorksSearcher knowing ? knowing.works() : of(searcher.getIndexReader());
    }

    static EditionGroups of(IndexReader reader) throws IOException {
        var works = new EditionGroups(new int[reader.maxDoc()]);
        var firsts = new FirstOf(reader.maxDoc());
        for (var leaf : reader.leaves()) works.add(leaf, firsts);
        return works.editions.isEmpty() ? NONE : works;
    }

    private void add(LeafReaderContext leaf, FirstOf firsts) throws IOException {
        var keys = DocValues.getNumeric(leaf.reader(), Fields.WORK);
        var live = leaf.reader().getLiveDocs();
        for (var doc = keys.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = keys.nextDoc()) {
            if (live != null && !live.get(doc)) continue;
            var here = leaf.docBase + doc;
            var first = firsts.of(keys.longValue(), here);
            if (first != here) add(first, here);
        }
    }

    private void add(int first, int doc) {
        if (workOf[first] == 0) {
            editions.add(new int[] {first});
            workOf[first] = editions.size();
        }
        var work = workOf[first];
        workOf[doc] = work;
        var others = editions.get(work - 1);
        var more = Arrays.copyOf(others, others.length + 1);
        more[others.length] = doc;
        editions.set(work - 1, more);
        surplus++;
    }

    /** 0 when it has no other edition. */
    int of(LeafReaderContext leaf, int doc) {
        return workOf.length == 0 ? 0 : workOf[leaf.docBase + doc];
    }

    /** The same, for a document by its number in the whole reader. */
    int of(int doc) {
        return workOf.length == 0 ? 0 : workOf[doc];
    }

    /** All editions of the document's work, in the order of the index; itself alone when there is no other. */
    int[] editions(int doc) {
        var work = of(doc);
        return work == 0 ? new int[] {doc} : editions.get(work - 1);
    }

    /** How many works have more than one edition. */
    int count() {
        return editions.size();
    }

    /** How many documents there are more than works. */
    int surplus() {
        return surplus;
    }

    /** The first document of each key, by open addressing. */
    private static final class FirstOf {
        private final long[] keys;
        /** One more, so that 0 is a free place. */
        private final int[] docs;

        private FirstOf(int documents) {
            var size = Integer.highestOneBit(Math.max(8, documents)) * 4;
            keys = new long[size];
            docs = new int[size];
        }

        int of(long key, int doc) {
            var mask = keys.length - 1;
            var place = (int) (key ^ key >>> Integer.SIZE) & mask;
            while (docs[place] != 0 && keys[place] != key) place = (place + 1) & mask;
            if (docs[place] != 0) return docs[place] - 1;
            keys[place] = key;
            docs[place] = doc + 1;
            return doc;
        }
    }
}
