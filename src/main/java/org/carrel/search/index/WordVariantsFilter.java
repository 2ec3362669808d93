package org.carrel.search.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/**
 * The ways a word is written, all at one position: "charlotte's" is also "charlottes", "l'enfant" also "enfant", the
 * initials "j k" also "jk". A record is found by any of them; a question says only the one that means most.
 */
final class WordVariantsFilter extends TokenFilter {
    private static final String LETTERS = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.ALPHANUM];
    /** J. R. R. T.: longer runs are alphabets, not names. */
    private static final int MOST_INITIALS = 5;

    private static final Set<String> ELIDED = Set.of(
            "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "dell", "all", "nell",
            "sull", "dall", "un", "quell");

    private final boolean asking;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final Deque<String> waiting = new ArrayDeque<>();
    private AttributeSource.@Nullable State ahead;
    private boolean samePosition;

    WordVariantsFilter(TokenStream input, boolean asking) {
        super(input);
        this.asking = asking;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (waiting.isEmpty()) {
            if (!next()) return false;
            waiting.addAll(variants());
            samePosition = false;
        }
        term.setEmpty().append(waiting.removeFirst());
        if (samePosition) increment.setPositionIncrement(0);
        samePosition = true;
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
        ahead = null;
    }

    private boolean next() throws IOException {
        if (ahead == null) return input.incrementToken();
        restoreState(ahead);
        ahead = null;
        return true;
    }

    private Set<String> variants() throws IOException {
        var word = term.toString();
        if (isInitial()) return initials(word);
        if (word.indexOf('\'') >= 0) return apostrophe(word);
        if (!asking && word.equals("cplusplus")) return Set.of(word, "c");
        if (!asking && word.length() == 6 && word.endsWith("sharp")) return Set.of(word, word.substring(0, 1));
        return Set.of(word);
    }

    private boolean isInitial() {
        return term.length() == 1 && type.type().equals(LETTERS) && Character.isLetter(term.charAt(0));
    }

    private Set<String> initials(String first) throws IOException {
        var letters = new ArrayList<>(List.of(first));
        var firstToken = captureState();
        while (input.incrementToken()) {
            if (isInitial() && letters.size() < MOST_INITIALS) {
                letters.add(term.toString());
            } else {
                ahead = captureState();
                break;
            }
        }
        restoreState(firstToken);
        var joined = String.join("", letters);
        return asking ? Set.of(joined) : runs(joined);
    }

    /** Every run of neighbours: jrr, jr, j, rr, r. */
    private static Set<String> runs(String joined) {
        var runs = new LinkedHashSet<String>();
        for (var from = 0; from < joined.length(); from++) {
            for (var to = joined.length(); to > from; to--) runs.add(joined.substring(from, to));
        }
        return runs;
    }

    private Set<String> apostrophe(String word) {
        var variants = new LinkedHashSet<String>();
        variants.add(word.replace("'", ""));
        var at = word.indexOf('\'');
        var before = word.substring(0, at);
        var after = word.substring(at + 1).replace("'", "");
        if (ELIDED.contains(before) && after.length() > 1) variants.add(after);
        if (!asking && after.equals("s")) variants.add(before);
        if (!asking && before.equals("o")) variants.add(after);
        variants.remove("");
        return variants.isEmpty() ? Set.of(word) : variants;
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
