package org.carrel.search.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;

/** Ranked documents as rows of a list: one for each work, where its best edition stands. Pure. */
final class Rows {
    /** More than the language and the readers of an edition add to its score, less than anything else. */
    private static final float NEAR = 1.2f;

    private Rows() {}

    /**
     * A row.
     *
     * @param best the edition that fits best
     * @param alike other editions that fit as well, or nearly so
     */
    record Row(int best, List<Integer> alike) {}

    /** As many as the ranked documents give. */
    static List<Row> of(ScoreDoc[] ranked, EditionGroups works) {
        var byWork = new LinkedHashMap<Integer, List<ScoreDoc>>();
        for (var each : ranked) {
            var work = works.of(each.doc);
            byWork.computeIfAbsent(work == 0 ? -1 - each.doc : work, key -> new ArrayList<>())
                    .add(each);
        }
        return byWork.values().stream().map(Rows::row).toList();
    }

    private static Row row(List<ScoreDoc> editions) {
        var best = editions.getFirst();
        var alike = editions.stream()
                .skip(1)
                .filter(other -> isNear(best, other))
                .map(other -> other.doc)
                .toList();
        return new Row(best.doc, alike);
    }

    /** Of an order by score its score, of any other all but the id, which it ends with. */
    private static boolean isNear(ScoreDoc best, ScoreDoc other) {
        if (!(best instanceof FieldDoc one) || !(other instanceof FieldDoc two)) return false;
        if (one.fields[0] instanceof Float score && two.fields[0] instanceof Float less) return score - less < NEAR;
        for (var i = 0; i < one.fields.length - 1; i++) if (!Objects.equals(one.fields[i], two.fields[i])) return false;
        return one.fields.length > 1;
    }
}
