package org.carrel.search.index;

import java.io.IOException;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** The terms of a field that begin with something, one after the other in their order. */
final class TermsStarting {
    private final TermsEnum each;
    private final BytesRef beginning;
    private @Nullable BytesRef term;

    private TermsStarting(TermsEnum each, BytesRef beginning) throws IOException {
        this.each = each;
        this.beginning = beginning;
        this.term = each.seekCeil(beginning) == SeekStatus.END ? null : within(each.term());
    }

    /** @param terms null when no record has any */
    static TermsStarting with(String beginning, @Nullable Terms terms) throws IOException {
        return new TermsStarting(terms == null ? TermsEnum.EMPTY : terms.iterator(), new BytesRef(beginning));
    }

    private @Nullable BytesRef within(@Nullable BytesRef next) {
        return next != null && StringHelper.startsWith(next, beginning) ? next : null;
    }

    /** Good until the next one; null after the last one. */
    @Nullable BytesRef term() {
        return term;
    }

    /** How many records have it. */
    int records() throws IOException {
        return each.docFreq();
    }

    void next() throws IOException {
        term = within(each.next());
    }
}
